import { leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import type { Transaction } from 'kysely';
import type { Schema, VerzuimSoort } from '../../registratie/schema.ts';
import { TELT_VOOR_UREN } from '../verzuim/regels.ts';
import { GRONDEN_OVER_UREN } from './gronden.ts';
import type { DuoMelding, EerdereMelding } from './melding.ts';

/** De meldingen die al gedaan zijn in deze casus. */
export const leesMeldingen = (tx: Transaction<Schema>, casusId: string): Promise<EerdereMelding[]> =>
  tx
    .selectFrom('duo')
    .select(['duoId', 'gronden', 'periodeVan', 'periodeTot', 'gemeldOp'])
    .where('casusId', '=', casusId)
    .where('soort', '=', 'MELDING')
    .execute();

/** De acties van de school zijn verplicht in de melding (r. 368–370); ze staan als vrije tekst alleen in het logboek. */
export async function leesActiesSchool(tx: Transaction<Schema>, casusId: string): Promise<string | null> {
  const { actiesSchool: tekst } = await leesLaatsteVelden(tx, casusId, 'CA-02-1');
  return typeof tekst === 'string' ? tekst : null;
}

/** Merkt wat deze melding meetelt, zodat een volgende stand het niet nog eens telt. */
export async function merkGemeld(
  tx: Transaction<Schema>,
  casusId: string,
  duoId: string,
  gronden: readonly string[],
  { periodeVan, periodeTot }: DuoMelding,
): Promise<void> {
  const overUren = gronden.some((g) => GRONDEN_OVER_UREN.includes(g));
  const soorten: readonly VerzuimSoort[] = overUren ? TELT_VOOR_UREN : gronden.includes('LUXE_VERZUIM') ? ['LUXE'] : [];
  if (soorten.length > 0) {
    await tx
      .updateTable('verzuimRegel')
      .set({ gemeldIn: duoId })
      .where('casusId', '=', casusId)
      .where('gemeldIn', 'is', null)
      .where('soort', 'in', soorten)
      .where('datum', '>=', periodeVan)
      .where('datum', '<=', periodeTot)
      .execute();
  }
  if (gronden.includes('NEGEN_KEER_TE_LAAT')) {
    await tx
      .updateTable('teLaat')
      .set({ gemeldIn: duoId })
      .where('casusId', '=', casusId)
      .where('gemeldIn', 'is', null)
      .where('datum', '<=', periodeTot)
      .execute();
  }
}
