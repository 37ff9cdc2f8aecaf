import { setTimeout as wacht } from 'node:timers/promises';

/** Wat de engine zelf over haar tegendruk zegt, over de duur van één meting. */
export interface Tegendruk {
  /** Opdrachten die meetelden voor de grens (voltooien en mislukken tellen niet mee), en hoeveel daarvan zijn geweigerd. */
  readonly ontvangen: number;
  readonly geweigerd: number;
  /** De grens: hoeveel opdrachten de engine tegelijk wilde hebben, laagste en hoogste stand. */
  readonly grens: { readonly laagst: number; readonly hoogst: number };
  /** Meeste opdrachten tegelijk bij de engine. */
  readonly onderweg: number;
}

const NAMEN = {
  ontvangen: 'zeebe_received_request_count_total', geweigerd: 'zeebe_dropped_request_count_total',
  grens: 'zeebe_backpressure_requests_limit', onderweg: 'zeebe_backpressure_inflight_requests_count',
};

/** Leest de tellers van de broker (Prometheus) elke 250 ms tot `klaar()`; de broker van de bench heeft één partitie. */
export function volgTegendruk(beheerUrl: string): { klaar(): Promise<Tegendruk> } {
  const standen: Record<keyof typeof NAMEN, number>[] = [];
  let lopend = true;
  const neem = async (): Promise<void> => {
    const tekst = await (await fetch(`${beheerUrl}/actuator/prometheus`)).text();
    const lees = (naam: string): number => Number(new RegExp(`^${naam}\\{[^}]*\\} (\\S+)$`, 'm').exec(tekst)?.[1] ?? NaN);
    standen.push({ ontvangen: lees(NAMEN.ontvangen), geweigerd: lees(NAMEN.geweigerd), grens: lees(NAMEN.grens), onderweg: lees(NAMEN.onderweg) });
  };
  const lus = (async () => {
    while (lopend) {
      await neem();
      await wacht(250);
    }
  })();
  return {
    async klaar() {
      lopend = false;
      await lus;
      await neem();
      const [eerste, laatste] = [standen[0]!, standen.at(-1)!];
      const grenzen = standen.map((s) => s.grens);
      return {
        ontvangen: laatste.ontvangen - eerste.ontvangen, geweigerd: laatste.geweigerd - eerste.geweigerd,
        grens: { laagst: Math.min(...grenzen), hoogst: Math.max(...grenzen) }, onderweg: Math.max(...standen.map((s) => s.onderweg)),
      };
    },
  };
}
