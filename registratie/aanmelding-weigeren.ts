import type { Connection } from './register.ts';

/**
 * Legt vast waarom een aanmelding geen casus werd. Werd zij dat toch al, dan kwam de weigering van een tweede poging en
 * verandert er niets.
 */
export async function weigerAanmelding(db: Connection, aanmeldingId: string, redenen: readonly string[]): Promise<void> {
  await db
    .updateTable('aanmelding')
    .set({ status: 'geweigerd', redenen: JSON.stringify(redenen) } as never)
    .where('aanmeldingId', '=', aanmeldingId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('casusAanmelding').select('casusId').whereRef('casusAanmelding.sleutel', '=', 'aanmelding.sleutel'))))
    .execute();
}

/** Waarom deze aanmelding geweigerd is, of niets zolang zij dat niet is. */
export async function leesWeigering(db: Connection, sleutel: string): Promise<readonly string[] | undefined> {
  const rij = await db.selectFrom('aanmelding').select('redenen').where('sleutel', '=', sleutel).where('status', '=', 'geweigerd').executeTakeFirst();
  return rij && (rij.redenen ?? []);
}
