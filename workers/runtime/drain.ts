import type { Tijd } from '../../engine/time.ts';

export interface Afvoerbaar {
  sluit(): Promise<void>;
  breekAf(): void;
}

/**
 * Laat lopend werk uitlopen, met een termijn. De SDK kent die termijn niet: haar `close(timeout)` wacht eeuwig op een
 * plaats die nooit vrijkomt (camunda-facts §3.3.6). Na de termijn gaat de verbinding dicht; wat dan nog liep komt na de
 * vergrendeling bij een ander terug, en effecten zijn eenmalig.
 * @returns true als alles binnen de termijn klaar was.
 */
export async function voerAf(werkers: readonly Afvoerbaar[], deadlineMs: number, tijd: Tijd): Promise<boolean> {
  const klaar = new AbortController();
  let opTijd = false;
  const alles = Promise.allSettled(werkers.map((werker) => werker.sluit())).then(() => {
    opTijd = true;
    klaar.abort();
  });
  await Promise.race([alles, tijd.wacht(deadlineMs, klaar.signal)]);
  if (!opTijd) for (const werker of werkers) werker.breekAf();
  return opTijd;
}
