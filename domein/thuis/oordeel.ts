import type { Beslissen } from '../beslissen.ts';
import type { Connection } from '../../registratie/register.ts';
import { leesThuisperioden, type Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import { leesVrijstellingen } from '../../registratie/vrijstelling.ts';
import type { Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { vrijgesteldTot } from '../vrijstelling/geldig.ts';
import { haalThuisnormen, type Grens, type Thuisnormen } from './normen.ts';

/**
 * Wat er op één dag over het thuis zijn van een kind te zeggen is. Dit is de ene betekenis die klok, status, berichten en cijfers
 * lezen (errata §3; routeboek r. 315–319, 493–496, 1137–1138).
 */
export interface Thuisoordeel {
  /** De periode thuis die op deze dag loopt, ook als het kind zolang vrijgesteld is. */
  readonly periode: Thuisperiode | null;
  readonly leerplichtig: boolean;
  /** Tot en met welke dag een vrijstelling van de inschrijving geldt; leeg als er geen geldt. Zolang telt het kind niet mee. */
  readonly vrijgesteldTot: Datum | null;
  /** Staat het kind op een school? */
  readonly ingeschreven: boolean;
  /** Stond het in deze periode op geen enkele school? Dan telt het vanaf de eerste dag, ook als het intussen weer ergens staat. */
  readonly zonderSchool: boolean;
  /** Vanaf dag 29 van de periode, in gewone dagen. */
  readonly langerDanVierWeken: boolean;
  readonly thuiszitter: boolean;
  readonly langerDanDrieMaanden: boolean;
}

/** De periode die op deze dag loopt: na haar eerste dag en vóór de dag waarop een blijvend aanbod echt begon. */
export const lopendOp = (perioden: readonly Thuisperiode[], dag: Datum): Thuisperiode | undefined =>
  perioden.find((p) => p.eersteDag <= dag && (p.eindDag === null || p.eindDag > dag));

export interface Kindgegevens {
  readonly dag: Datum;
  readonly leerplichtig: boolean;
  readonly vrijgesteldTot: Datum | null;
  /** Of het kind nu op een school staat; weglaten voor een dag die voorbij is. */
  readonly staatIngeschreven?: boolean;
}

/** Oordeelt zonder iets op te zoeken. Zonder lopende periode zijn er geen normen nodig. */
export function beoordeelThuis(periode: Thuisperiode | undefined, normen: Pick<Thuisnormen, 'op'> | undefined, { dag, leerplichtig, vrijgesteldTot, staatIngeschreven = true }: Kindgegevens): Thuisoordeel {
  const { nergensIngeschrevenSinds: sinds = null, nergensIngeschrevenTot: tot = null } = periode ?? {};
  const zonderSchool = !staatIngeschreven || (sinds !== null && sinds <= dag);
  const ingeschreven = staatIngeschreven && (!zonderSchool || (tot !== null && tot <= dag));
  const voorbij = (grens: Grens): Datum | undefined => periode && normen?.op(grens, periode.eersteDag);
  const langerDanVierWeken = (voorbij('vierWeken') ?? NOOIT) <= dag;
  const thuiszitter = leerplichtig && vrijgesteldTot === null && (zonderSchool || langerDanVierWeken);
  return { leerplichtig, vrijgesteldTot, periode: periode ?? null, ingeschreven, zonderSchool, langerDanVierWeken, thuiszitter, langerDanDrieMaanden: thuiszitter && (voorbij('drieMaanden') ?? NOOIT) < dag };
}

/** Later dan elke dag. */
const NOOIT: Datum = '9999-12-31';

/** Het oordeel over het kind van deze casus, met de normen waarmee is geoordeeld (leeg als het niet thuis is). */
export async function leesThuisoordeel(
  db: Connection, beslissen: Beslissen, { casusId, kalender, dag, ...kind }: Omit<Kindgegevens, 'vrijgesteldTot'> & { casusId: string; kalender: Schoolkalender },
): Promise<{ oordeel: Thuisoordeel; normen: Thuisnormen | undefined }> {
  const periode = lopendOp(await leesThuisperioden(db, casusId), dag);
  const normen = periode && (await haalThuisnormen(beslissen, kalender));
  const vrijstellingen = await leesVrijstellingen(db, casusId);
  return { oordeel: beoordeelThuis(periode, normen, { ...kind, dag, vrijgesteldTot: vrijgesteldTot(vrijstellingen, dag) }), normen };
}
