import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { LOSGERAAKT } from './losgeraakt.ts';
import type { Connection } from './register.ts';
import type { Aanmelduitkomst } from './schema.ts';

export interface OpgeslagenAanmelding {
  aanmeldingId: string;
  /** Onwaar als dezelfde aanmelding er al was en nog onderweg is. */
  nieuw: boolean;
}

/**
 * Bewaart een aanmelding die buiten Tasklist binnenkwam. `sleutel` maakt herhaling onschadelijk: dezelfde aanmelding krijgt
 * hetzelfde id terug, en haar gegevens blijven zoals ze waren. Was zij geweigerd, of raakte haar casus los, dan komt deze ervoor in de
 * plaats en begint opnieuw.
 */
export async function slaAanmeldingOp(db: Connection, aanmelding: { sleutel: string; gegevens: Record<string, unknown>; op: Date }): Promise<OpgeslagenAanmelding> {
  const inhoud = { gegevens: JSON.stringify(aanmelding.gegevens), ontvangenOp: aanmelding.op, status: 'ontvangen', redenen: null };
  const nieuw = await db
    .insertInto('aanmelding')
    .values({ aanmeldingId: randomUUID(), sleutel: aanmelding.sleutel, ...inhoud } as never)
    .onConflict((dubbel) => dubbel.column('sleutel').doUpdateSet(inhoud as never).where((eb) => eb.or([
      eb('aanmelding.status', '=', 'geweigerd'), sql<boolean>`exists (select from casus_aanmelding a join casus c using (casus_id) where a.sleutel = aanmelding.sleutel and ${LOSGERAAKT})`,
    ])))
    .returning('aanmeldingId')
    .executeTakeFirst();
  if (nieuw) return { aanmeldingId: nieuw.aanmeldingId, nieuw: true };
  const oud = await db.selectFrom('aanmelding').select('aanmeldingId').where('sleutel', '=', aanmelding.sleutel).executeTakeFirstOrThrow();
  return { aanmeldingId: oud.aanmeldingId, nieuw: false };
}

/** Bij welke casus een aanmelding hoort en wat ervan werd, zodra dat zo is. Van een casus die losraakte is dat voorbij. */
export async function uitkomstVanAanmelding(db: Connection, sleutel: string): Promise<{ casusnummer: string; uitkomst: Aanmelduitkomst } | undefined> {
  return db
    .selectFrom('casusAanmelding as a')
    .innerJoin('casus as c', 'c.casusId', 'a.casusId')
    .select(['c.casusnummer', 'a.uitkomst'])
    .where('a.sleutel', '=', sleutel)
    .where(sql<boolean>`not ${LOSGERAAKT}`)
    .executeTakeFirst();
}
