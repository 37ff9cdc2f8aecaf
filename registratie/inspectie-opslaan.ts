import { randomUUID } from 'node:crypto';
import type { Tx } from './register.ts';
import type { Datum } from './schema.ts';

export interface NieuwInspectiestuk {
  casusId: string;
  soort: 'AOT_MELDING' | 'AOT_AANVRAAG';
  categorie: string | null;
  urenPerWeek: number | null;
  van: Datum;
  tot: Datum;
  oppAanwezig: boolean | null;
  eerderVerzoek: boolean | null;
  ingediendOp: Date;
  /** Hetzelfde stuk over dezelfde periode heeft dezelfde sleutel en is één rij. */
  sleutel: string;
}

/** Legt een melding of aanvraag bij de inspectie vast. */
export async function slaInspectiestukOp(tx: Tx, stuk: NieuwInspectiestuk): Promise<{ inspectieId: string; nieuw: boolean }> {
  const nieuw = await tx
    .insertInto('inspectie')
    .values({ inspectieId: randomUUID(), ...stuk, besluit: null })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .returning('inspectieId')
    .executeTakeFirst();
  if (nieuw) return { inspectieId: nieuw.inspectieId, nieuw: true };
  const { inspectieId } = await tx.selectFrom('inspectie').select('inspectieId').where('sleutel', '=', stuk.sleutel).executeTakeFirstOrThrow();
  return { inspectieId, nieuw: false };
}
