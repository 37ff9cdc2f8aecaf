import type { Register } from './register.ts';
import { toJson } from './schema.ts';

/** Wat er van een effect buiten het register bekend is. */
export interface OutsideEffect<P, T> {
  /** Deze aanroep legde de sleutel vast; het effect is dus nog nooit geprobeerd. */
  readonly isNew: boolean;
  readonly plan: P;
  readonly begonnenOp: Date;
  /** Gelukt, met deze uitkomst; zonder is de afloop niet bekend. */
  readonly gelukt: { resultaat: T } | undefined;
}

/** Wat er van dit effect bekend is, of niets als het nooit begonnen is. */
export async function readOutsideEffect<P, T>({ db }: Register, sleutel: string): Promise<OutsideEffect<P, T> | undefined> {
  const rij = await db.selectFrom('effectBuiten').select(['plan', 'begonnenOp', 'geluktOp', 'resultaat']).where('sleutel', '=', sleutel).executeTakeFirst();
  if (!rij) return undefined;
  return { isNew: false, plan: rij.plan as P, begonnenOp: rij.begonnenOp, gelukt: rij.geluktOp ? { resultaat: rij.resultaat as T } : undefined };
}

/**
 * Legt vast dat een effect buiten het register gaat beginnen, vóór het begint. Van twee die het tegelijk proberen is er
 * één de eerste (`isNew`).
 */
export async function beginOutsideEffect<P, T>(register: Register, sleutel: string, plan: P, op: Date): Promise<OutsideEffect<P, T>> {
  const nieuw = await register.db
    .insertInto('effectBuiten')
    .values({ sleutel, plan: toJson(plan), begonnenOp: op, resultaat: null })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('sleutel')
    .executeTakeFirst();
  const bestaand = nieuw ? undefined : await readOutsideEffect<P, T>(register, sleutel);
  return bestaand ?? { isNew: true, plan, begonnenOp: op, gelukt: undefined };
}

/** Legt vast dat het effect gelukt is. */
export async function finishOutsideEffect({ db }: Register, sleutel: string, op: Date, resultaat: unknown): Promise<void> {
  await db.updateTable('effectBuiten').set({ geluktOp: op, resultaat: toJson(resultaat) }).where('sleutel', '=', sleutel).execute();
}

/** Het effect is zeker niet gebeurd: een volgende poging begint als de eerste. */
export async function releaseOutsideEffect({ db }: Register, sleutel: string): Promise<void> {
  await db.deleteFrom('effectBuiten').where('sleutel', '=', sleutel).where('geluktOp', 'is', null).execute();
}
