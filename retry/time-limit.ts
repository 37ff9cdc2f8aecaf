import type { Time } from './time.ts';

/**
 * Wacht op werk, maar niet langer dan `ms`. Wat te laat is wordt losgelaten en zijn afloop genegeerd: het werk zelf is niet
 * te stoppen, dus het moet eenmalig zijn.
 * @throws wat `tooLate` maakt als de tijd om is
 */
export async function withinTime<T>(work: Promise<T>, ms: number, time: Time, tooLate: () => Error): Promise<T> {
  const done = new AbortController();
  const limit = time.wait(ms, done.signal).then((): never => {
    throw tooLate();
  });
  limit.catch(() => undefined);
  try {
    return await Promise.race([work, limit]);
  } finally {
    done.abort();
    Promise.resolve(work).catch(() => undefined);
  }
}
