import { BACKOFF, waitAfter, type Backoff } from './backoff.ts';
import { machineTime, type Time } from './time.ts';
import { isTransient } from './transient.ts';

export interface RetryOptions {
  readonly time: Time;
  readonly backoff: Backoff;
  /** Hoe lang herhalen zin heeft, in ms; een poging die dan nog loopt mag afmaken. */
  readonly patienceMs: number;
  /** Welke fouten overgaan; standaard die van `isTransient`. */
  readonly mayRetry?: (error: unknown) => boolean;
  /** Na een fout die herhaald wordt, vóór het wachten. */
  readonly failed?: (error: unknown) => void;
  /** Na het wachten, vóór de volgende poging. */
  readonly beforeRetry?: () => Promise<void>;
  /** Afgebroken: dan begint er geen nieuwe poging meer. */
  readonly signal?: AbortSignal;
}

/**
 * Herhaalt een handeling zolang haar fout vanzelf over kan gaan. Zelf geschreven en geen bibliotheek: p-retry, cockatiel
 * en exponential-backoff wachten met hun eigen timers en hun eigen toeval, en geen van drie laat zich een `Time` geven;
 * en bij een job en een mail wachten wij helemaal niet zelf maar de engine of de postbus, zodat daar alleen `waitAfter` past.
 * @throws de laatste fout, als het geduld op is of herhalen niet helpt; de reden van `signal` als dat is afgebroken
 */
export async function retry<T>(action: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { time, backoff, patienceMs, mayRetry = isTransient, signal } = options;
  const giveUpAt = time.ms() + patienceMs;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await action();
    } catch (error) {
      const waitMs = waitAfter(attempt, backoff, time.random);
      if (!mayRetry(error) || time.ms() + waitMs >= giveUpAt) throw error;
      options.failed?.(error);
      await time.wait(waitMs, signal);
      await options.beforeRetry?.();
    }
  }
}

/** Een stap van het starten: een server die tegelijk met ons opstart (docker compose) is er de eerste seconden nog niet. */
export const retryAtStart = <T>(patienceMs: number, step: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
  retry(step, { time: machineTime, backoff: BACKOFF.start, patienceMs, ...(signal ? { signal } : {}) });
