import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { datumTekst } from '../kalender/datum.ts';
import { bepaalGronden } from '../verzuim/meldplicht.ts';
import { grondenTekst } from './gronden.ts';

const getal = z.coerce.number().nullish().transform((n) => n ?? 0);

/** Wat de IB-er op het formulier duo-verzuimmelding bevestigde (F-14), zonder de vrije tekst. */
export const duoMelding = z.object({
  periodeVan: z.iso.date(),
  periodeTot: z.iso.date(),
  urenOngeoorloofd: getal,
  aantalTeLaat: getal,
  aardVerzuim: z.string().nullish(),
});
export type DuoMelding = z.output<typeof duoMelding>;

/** Een eerdere melding van dezelfde casus. */
export interface EerdereMelding {
  duoId: string;
  gronden: string[];
  periodeVan: string | null;
  periodeTot: string | null;
  gemeldOp: Date;
}

/** De gronden die over een aantal gaan dat de IB-er controleert. */
const OVER_EEN_AANTAL: readonly string[] = ['ZESTIEN_UUR_4WK', 'NEGEN_KEER_TE_LAAT'];

/**
 * Ligt het aantal na de controle onder de drempel, dan geeft de beslistabel die grond niet meer: de grond vervalt en wordt niet
 * afgedwongen (errata F-14). De drempels staan alleen in de tabel.
 */
export async function vervallenGronden(beslissen: Beslissen, gronden: readonly string[], melding: DuoMelding): Promise<string[]> {
  const gevonden = await bepaalGronden(beslissen, { urenOngeoorloofd4wk: melding.urenOngeoorloofd, aantalTeLaat: melding.aantalTeLaat });
  return gronden.filter((grond) => OVER_EEN_AANTAL.includes(grond) && !gevonden.includes(grond));
}

/** Zegt waarom DUO deze melding zou afwijzen: datumvolgorde (B-16) en een periode die al gemeld is (B-21). */
export function bezwaren(gronden: readonly string[], melding: DuoMelding, eerder: readonly EerdereMelding[]): string[] {
  if (melding.periodeTot < melding.periodeVan) {
    return ['Periode tot en met: de einddatum ligt vóór de begindatum.'];
  }
  const dubbel = eerder.find(
    (e) => e.gronden.some((g) => gronden.includes(g)) && e.periodeVan === melding.periodeVan && e.periodeTot !== null,
  );
  if (!dubbel?.periodeTot) return [];
  const welke = grondenTekst(dubbel.gronden.filter((g) => gronden.includes(g)));
  return [
    `Periode van: op deze grond (${welke}) is al gemeld vanaf ${datumTekst(melding.periodeVan)} tot en met ${datumTekst(dubbel.periodeTot)}. ` +
      'Kies een periode die daarna begint. Is er niets nieuws te melden, neem dan die einddatum over: dan blijft het bij één melding.',
  ];
}
