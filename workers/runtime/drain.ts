import type { Time } from '../../retry/time.ts';

export interface Drainable {
  close(): Promise<void>;
  breakOff(): void;
}

/**
 * Laat lopend werk uitlopen, met een termijn. De SDK kent die termijn niet: haar `close(timeout)` wacht eeuwig op een
 * plaats die nooit vrijkomt (camunda-facts §3.3.6). Na de termijn gaat de verbinding dicht; wat dan nog liep komt na de
 * vergrendeling bij een ander terug, en effecten zijn eenmalig.
 * @returns true als alles binnen de termijn klaar was.
 */
export async function drain(workers: readonly Drainable[], deadlineMs: number, time: Time): Promise<boolean> {
  const done = new AbortController();
  let inTime = false;
  const all = Promise.allSettled(workers.map((worker) => worker.close())).then(() => {
    inTime = true;
    done.abort();
  });
  await Promise.race([all, time.wait(deadlineMs, done.signal)]);
  if (!inTime) for (const worker of workers) worker.breakOff();
  return inTime;
}
