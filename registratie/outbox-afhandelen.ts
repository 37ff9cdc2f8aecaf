import type { Connection } from './register.ts';

/**
 * Legt een bericht opnieuw klaar nadat een beheerder ernaar keek: niet te bezorgen of onzeker verzonden. Zonder adres kan
 * dat niet. Het Message-ID blijft: wie haar toch al had, ziet in zijn postvak meestal één mail.
 */
export async function verstuurOpnieuw(db: Connection, id: number, nu: Date): Promise<boolean> {
  const rij = await db
    .updateTable('uitgaand')
    .set({ status: 'wacht', pogingen: 0, volgendePoging: nu, wordtVerstuurdSinds: null })
    .where('id', '=', id)
    .where('status', 'in', ['dood', 'onzeker'])
    .where('adres', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}

/** Een beheerder weet dat een onzekere mail is aangekomen. */
export async function vinkVerzondenAf(db: Connection, id: number, op: Date): Promise<boolean> {
  const rij = await db
    .updateTable('uitgaand')
    .set({ status: 'verzonden', verzondenOp: op, volgendePoging: null, wordtVerstuurdSinds: null })
    .where('id', '=', id)
    .where('status', '=', 'onzeker')
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}
