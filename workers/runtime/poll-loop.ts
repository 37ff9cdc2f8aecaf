import { waitAfter, type Backoff } from '../../retry/backoff.ts';
import type { Time } from '../../retry/time.ts';
import type { Activate, ActivateRequest } from './activate.ts';
import type { RawJob } from './shell.ts';

export interface PollLoopOptions extends Omit<ActivateRequest, 'count'> {
  /** Hoeveel jobs tegelijk in behandeling mogen zijn. */
  readonly concurrency: number;
  readonly time: Time;
  readonly backoff: Backoff;
}

export interface PollHooks {
  pollSucceeded(): void;
  pollFailed(error: unknown): void;
  /** Voert de job uit en antwoordt; gooit nooit. */
  job(job: RawJob): Promise<void>;
  /** Geeft een job terug die binnenkwam terwijl de werker al stopt; gooit nooit. */
  tooLate(job: RawJob): Promise<void>;
}

export interface PollLoop {
  /** Vraagt geen nieuw werk meer en is klaar als het laatste klaar is. */
  close(): Promise<void>;
  /** Wacht nergens meer op. Wat de open vraag nog oplevert gaat terug. */
  breakOff(): void;
}

/** Een leeg antwoord dat er meteen is (de engine kan het openhouden van vragen uit hebben staan) mag geen storm worden. */
const PAUSE_MS = 200;

/**
 * Eén werker: een lus die om werk vraagt zolang er plaatsen vrij zijn. Er staat altijd hoogstens één vraag open, en die
 * vraagt niet meer dan er plaats is; een job die binnenkomt begint dus meteen. Na een fout wordt steeds langer gewacht.
 * Een open vraag is met de publieke API niet af te breken, ook niet door de verbinding te sluiten. Wat zij na het stoppen nog
 * oplevert gaat terug zolang de verbinding open is; het einde van het proces breekt haar af.
 */
export function startPollLoop(activate: Activate, options: PollLoopOptions, hooks: PollHooks): PollLoop {
  const { time, concurrency, backoff } = options;
  const stop = new AbortController();
  const inHand = new Set<Promise<void>>();
  // Per losse plaats vragen kost de engine meer dan het werk zelf; een kwart tegelijk is vlot genoeg.
  const enough = Math.ceil(concurrency / 4);
  let slotFreed = (): void => undefined;
  let errors = 0;

  function take(work: Promise<void>): void {
    const kept = work.finally(() => {
      inHand.delete(kept);
      slotFreed();
    });
    inHand.add(kept);
  }
  stop.signal.addEventListener('abort', () => slotFreed(), { once: true });
  async function roomForMore(): Promise<void> {
    while (concurrency - inHand.size < enough && !stop.signal.aborted) await new Promise<void>((done) => (slotFreed = done));
  }

  /** Vraagt één keer. @returns hoe lang het tot de volgende vraag hoort te duren, in ms. */
  async function poll(): Promise<number> {
    const begin = time.ms();
    try {
      const jobs = await activate({ ...options, count: concurrency - inHand.size });
      for (const job of jobs) take(stop.signal.aborted ? hooks.tooLate(job) : hooks.job(job));
      const tookMs = time.ms() - begin;
      errors = 0;
      hooks.pollSucceeded();
      return jobs.length === 0 && tookMs < PAUSE_MS ? PAUSE_MS : 0;
    } catch (error) {
      if (stop.signal.aborted) return 0;
      hooks.pollFailed(error);
      return waitAfter(++errors, backoff, time.random);
    }
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      const pauseMs = await poll();
      if (pauseMs > 0) await time.wait(pauseMs, stop.signal);
      await roomForMore();
    }
  }
  void run();

  return {
    async close() {
      stop.abort();
      while (inHand.size > 0) await Promise.all(inHand);
    },
    breakOff: () => stop.abort(),
  };
}
