import { BACKOFF, waitAfter } from '../retry/backoff.ts';
import { machineTime, type Time } from '../retry/time.ts';
import { isBackpressure } from '../retry/transient.ts';

/**
 * Eén begrenzer voor alle opdrachten aan de engine (design §6 "Backpressure"). De engine weigert nieuwe instanties
 * (RESOURCE_EXHAUSTED) zodra een opdracht bij haar langer dan 200 ms ligt. Blind opnieuw proberen kost haar dan juist
 * rekentijd. Daarom past de begrenzer zich aan vóórdat zij weigert: het aantal opdrachten onderweg groeit zolang
 * antwoorden vlot komen, en krimpt als ze traag worden of geweigerd zijn (AIMD, net als TCP). Een geweigerde opdracht
 * gaat na een wachttijd met toeval opnieuw; de aanroeper merkt er niets van en er gaat niets verloren.
 */
export interface Limiter {
  /** Voert een opdracht uit zodra er ruimte is; weigeringen wegens drukte worden herhaald tot `patienceMs` om is. */
  run<T>(action: () => Promise<T>): Promise<T>;
  /** Een ander merkte drukte (bijvoorbeeld bij voltooien): iedereen houdt even in. */
  reportPressure(): void;
  /** Wacht tot de gezamenlijke pauze na drukte voorbij is; meteen klaar als er geen drukte is. */
  waitForRoom(): Promise<void>;
  state(): { limit: number; inFlight: number; waiting: number; refusals: number };
}

export interface LimiterOptions {
  readonly time?: Time;
  /** Aantal opdrachten onderweg bij het begin, en de grenzen waartussen het beweegt. */
  readonly begin?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Boven dit antwoordtempo groeit de grens niet meer maar krimpt hij; ruim onder de 200 ms van de engine. */
  readonly fastMs?: number;
  /** Hoe lang een geweigerde opdracht opnieuw geprobeerd wordt voordat de fout naar de aanroeper gaat. */
  readonly patienceMs?: number;
}

/** Maakt de begrenzer; één per verbinding met de engine, gedeeld door iedereen die opdrachten geeft. */
export function makeLimiter(options: LimiterOptions = {}): Limiter {
  const time = options.time ?? machineTime;
  const { begin = 4, minimum = 1, maximum = 64, fastMs = 100, patienceMs = 120_000 } = options;
  const queue: (() => void)[] = [];
  let limit = begin;
  let inFlight = 0;
  let refusals = 0;
  let pauseUntil = -Infinity;
  let pauses = 0;
  let nextShrink = -Infinity;

  function admit(): void {
    while (inFlight < Math.floor(limit) && queue.length > 0) {
      inFlight++;
      queue.shift()!();
    }
  }
  const takeSlot = (): Promise<void> =>
    new Promise((binnen) => {
      queue.push(binnen);
      admit();
    });
  const releaseSlot = (): void => {
    inFlight--;
    admit();
  };

  /** Hooguit één krimp per antwoordtijd: anders telt één drukke tel tien keer mee. */
  function shrink(factor: number, durationMs: number): void {
    if (time.ms() < nextShrink) return;
    limit = Math.max(minimum, limit * factor);
    nextShrink = time.ms() + Math.max(durationMs, 50);
  }
  function succeeded(durationMs: number): void {
    pauses = 0;
    if (durationMs > fastMs) shrink(0.85, durationMs);
    else limit = Math.min(maximum, limit + 1 / limit);
  }
  function reportPressure(): void {
    refusals++;
    shrink(0.6, fastMs);
    if (time.ms() < pauseUntil) return;
    pauses++;
    pauseUntil = time.ms() + waitAfter(pauses, BACKOFF.pressure, time.random);
  }
  async function waitForRoom(): Promise<void> {
    // Het extra toeval per wachter voorkomt dat iedereen op hetzelfde moment weer begint.
    const left = pauseUntil - time.ms();
    if (left > 0) await time.wait(left * (1 + time.random()));
  }

  async function run<T>(action: () => Promise<T>): Promise<T> {
    const giveUpAt = time.ms() + patienceMs;
    for (;;) {
      await takeSlot();
      try {
        await waitForRoom();
        const start = time.ms();
        const response = await action();
        succeeded(time.ms() - start);
        return response;
      } catch (error) {
        if (!isBackpressure(error) || time.ms() >= giveUpAt) throw error;
        reportPressure();
      } finally {
        releaseSlot();
      }
    }
  }

  return { run, reportPressure, waitForRoom, state: () => ({ limit, inFlight, waiting: queue.length, refusals }) };
}
