import { setTimeout as wacht } from 'node:timers/promises';

/** Wat de engine zelf over haar tegendruk zegt, over de duur van één meting. */
export interface Backpressure {
  /** Opdrachten die meetelden voor de grens (voltooien en mislukken tellen niet mee), en hoeveel daarvan zijn geweigerd. */
  readonly ontvangen: number;
  readonly geweigerd: number;
  /** De grens: hoeveel opdrachten de engine tegelijk wilde hebben, laagste en hoogste stand. */
  readonly limit: { readonly lowest: number; readonly highest: number };
  /** Meeste opdrachten tegelijk bij de engine. */
  readonly inFlight: number;
}

const NAMES = {
  ontvangen: 'zeebe_received_request_count_total', geweigerd: 'zeebe_dropped_request_count_total',
  grens: 'zeebe_backpressure_requests_limit', onderweg: 'zeebe_backpressure_inflight_requests_count',
};

/** Leest de tellers van de broker (Prometheus) elke 250 ms tot `klaar()`; de broker van de bench heeft één partitie. */
export function followBackpressure(managementUrl: string): { done(): Promise<Backpressure> } {
  const standen: Record<keyof typeof NAMES, number>[] = [];
  let running = true;
  const neem = async (): Promise<void> => {
    const text = await (await fetch(`${managementUrl}/actuator/prometheus`)).text();
    const read = (name: string): number => Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)$`, 'm').exec(text)?.[1] ?? NaN);
    standen.push({ ontvangen: read(NAMES.ontvangen), geweigerd: read(NAMES.geweigerd), grens: read(NAMES.grens), onderweg: read(NAMES.onderweg) });
  };
  const lus = (async () => {
    while (running) {
      await neem();
      await wacht(250);
    }
  })();
  return {
    async done() {
      running = false;
      await lus;
      await neem();
      const [first, last] = [standen[0]!, standen.at(-1)!];
      const grenzen = standen.map((s) => s.grens);
      return {
        ontvangen: last.ontvangen - first.ontvangen, geweigerd: last.geweigerd - first.geweigerd,
        limit: { lowest: Math.min(...grenzen), highest: Math.max(...grenzen) }, inFlight: Math.max(...standen.map((s) => s.onderweg)),
      };
    },
  };
}
