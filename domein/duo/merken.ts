import { leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import type { Connection, Tx } from '../../registratie/register.ts';
import type { VerzuimSoort } from '../../registratie/schema.ts';
import { merkTeLaatGemeld, merkUrenGemeld } from '../../registratie/verzuim-merken.ts';
import { TELT_VOOR_UREN } from '../verzuim/regels.ts';
import { GRONDEN_OVER_UREN } from './gronden.ts';
import type { DuoMelding } from './melding.ts';

/** Het formulier waarin de IB-er de verzuimmelding invult. */
const MELDFORMULIER = 'duo-verzuimmelding';

/** De acties van de school zijn verplicht in de melding (r. 368–370); ze staan als vrije tekst alleen in het logboek. */
export async function leesActiesSchool(db: Connection, casusId: string): Promise<string | null> {
  const { actiesSchool: tekst } = await leesLaatsteVelden(db, casusId, MELDFORMULIER);
  return typeof tekst === 'string' ? tekst : null;
}

/** Merkt wat deze melding meetelt, zodat een volgende stand het niet nog eens telt. */
export async function merkGemeld(tx: Tx, casusId: string, duoId: string, gronden: readonly string[], { periodeVan, periodeTot }: DuoMelding): Promise<void> {
  const overUren = gronden.some((g) => GRONDEN_OVER_UREN.includes(g));
  const soorten: readonly VerzuimSoort[] = overUren ? TELT_VOOR_UREN : gronden.includes('LUXE_VERZUIM') ? ['LUXE'] : [];
  if (soorten.length > 0) await merkUrenGemeld(tx, { casusId, duoId, soorten, van: periodeVan, tot: periodeTot });
  if (gronden.includes('NEGEN_KEER_TE_LAAT')) await merkTeLaatGemeld(tx, { casusId, duoId, tot: periodeTot });
}
