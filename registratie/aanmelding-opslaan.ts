import { randomUUID } from 'node:crypto';
import type { Connection } from './register.ts';
import type { Aanmelduitkomst } from './schema.ts';

export interface OpgeslagenAanmelding {
  aanmeldingId: string;
  /** Onwaar als dezelfde aanmelding er al was. */
  nieuw: boolean;
}

/**
 * Bewaart een aanmelding die buiten Tasklist binnenkwam. `sleutel` maakt herhaling onschadelijk: dezelfde aanmelding
 * krijgt hetzelfde id terug, en haar gegevens blijven zoals ze de eerste keer waren.
 */
export async function slaAanmeldingOp(db: Connection, aanmelding: { sleutel: string; gegevens: Record<string, unknown>; op: Date }): Promise<OpgeslagenAanmelding> {
  const nieuw = await db
    .insertInto('aanmelding')
    .values({ aanmeldingId: randomUUID(), sleutel: aanmelding.sleutel, gegevens: JSON.stringify(aanmelding.gegevens), ontvangenOp: aanmelding.op } as never)
    .onConflict((dubbel) => dubbel.column('sleutel').doNothing())
    .returning('aanmeldingId')
    .executeTakeFirst();
  if (nieuw) return { aanmeldingId: nieuw.aanmeldingId, nieuw: true };
  const oud = await db.selectFrom('aanmelding').select('aanmeldingId').where('sleutel', '=', aanmelding.sleutel).executeTakeFirstOrThrow();
  return { aanmeldingId: oud.aanmeldingId, nieuw: false };
}

/** Bij welke casus een aanmelding hoort en wat ervan werd, zodra dat zo is. */
export async function uitkomstVanAanmelding(db: Connection, sleutel: string): Promise<{ casusnummer: string; uitkomst: Aanmelduitkomst } | undefined> {
  return db
    .selectFrom('casusAanmelding as a')
    .innerJoin('casus as c', 'c.casusId', 'a.casusId')
    .select(['c.casusnummer', 'a.uitkomst'])
    .where('a.sleutel', '=', sleutel)
    .executeTakeFirst();
}
