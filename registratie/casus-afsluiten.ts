import type { Transaction } from 'kysely';
import type { Datum, Schema } from './schema.ts';

/** Het kwartaal van een datum, zoals de kwartaalrapportage het noemt: "2025-Q4". */
export function kwartaalVan(datum: Datum): string {
  return `${datum.slice(0, 4)}-Q${Math.ceil(Number(datum.slice(5, 7)) / 3)}`;
}

/**
 * Sluit een casus (KT-18, L118–120 en L446–449): hij telt niet meer als lopend, en zijn rij in de thuiszittersregistratie
 * krijgt einde, reden, resultaat en kwartaal. Daarna kan voor dit kind weer een nieuwe casus beginnen.
 */
export async function sluitCasus(
  tx: Transaction<Schema>,
  casusId: string,
  afronding: { reden: string; resultaat: string | null; einddatum: Datum; op: Date; notitie?: string | null; bestemming?: string | null },
): Promise<void> {
  const { reden, resultaat, einddatum, op, notitie, bestemming } = afronding;
  await tx
    .updateTable('casus')
    .set({ status: 'afgesloten', afgeslotenOp: op, eindDatum: einddatum, reden, sluitVanaf: null })
    .where('casusId', '=', casusId)
    .where('status', '=', 'open')
    .execute();
  await tx
    .updateTable('thuiszittersregistratie')
    .set({ eindDatum: einddatum, reden, resultaat, kwartaal: kwartaalVan(einddatum), ...(notitie ? { notitie } : {}), ...(bestemming ? { bestemming } : {}) })
    .where('casusId', '=', casusId)
    .execute();
}

/** De casus gaat sluiten: vanaf deze dag hoort het kind weer op school te zijn. */
export async function beginSluiten(tx: Transaction<Schema>, casusId: string, vanaf: Datum): Promise<void> {
  await tx.updateTable('casus').set({ sluitVanaf: vanaf }).where('casusId', '=', casusId).where('status', '=', 'open').execute();
}
