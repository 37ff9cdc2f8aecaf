import type { Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import type { Vrijstelling } from '../../registratie/vrijstelling.ts';
import { plusDagen, type Datum } from '../kalender/datum.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { vrijgesteldTot } from '../vrijstelling/geldig.ts';
import type { Thuisnormen } from './normen.ts';
import { beoordeelThuis, lopendOp, type Thuisoordeel } from './oordeel.ts';

/** Een tijd waarin het oordeel over het kind niet verandert: van en met de eerste dag tot de eerste dag van het volgende vak. */
export interface Tijdvak {
  readonly van: Datum;
  /** Leeg: tot nu toe. */
  readonly tot: Datum | null;
  readonly oordeel: Thuisoordeel;
}

export interface Levensfeiten {
  readonly geboortedatum: Datum;
  readonly perioden: readonly Thuisperiode[];
  readonly vrijstellingen: readonly Vrijstelling[];
}

/** Waarmee geoordeeld wordt: de klok van het kind, en of een leeftijd leerplichtig is. */
export interface Oordeelnormen {
  readonly normen: Pick<Thuisnormen, 'op'>;
  leerplichtig(leeftijd: number): boolean;
}

/**
 * Alle oordelen over een kind, op volgorde. Er wordt alleen geoordeeld op de dagen waarop iets kan veranderen, en met hetzelfde
 * oordeel als de klok en de status (errata §3): zo telt een cijfer over een dag, een maand of een jaar precies wat op elke dag gold.
 * @param vanaf de eerste dag die iemand kan vragen
 */
export function maakTijdlijn(feiten: Levensfeiten, { normen, leerplichtig }: Oordeelnormen, vanaf: Datum): Tijdvak[] {
  const dagen = [...new Set([vanaf, ...wendingen(feiten, { normen, leerplichtig })])].filter((dag) => dag >= vanaf).sort();
  return dagen.map((van, i) => ({
    van, tot: dagen[i + 1] ?? null,
    oordeel: beoordeelThuis(lopendOp(feiten.perioden, van), normen, { dag: van, leerplichtig: leerplichtig(leeftijdOp(feiten.geboortedatum, van)), vrijgesteldTot: vrijgesteldTot(feiten.vrijstellingen, van) }),
  }));
}

/** Het vak waar een dag in valt. */
export const vakOp = (tijdlijn: readonly Tijdvak[], dag: Datum): Tijdvak | undefined => tijdlijn.findLast((vak) => vak.van <= dag);

/** De dagen waarop het oordeel kan veranderen. */
function* wendingen({ geboortedatum, perioden, vrijstellingen }: Levensfeiten, { normen, leerplichtig }: Oordeelnormen): Generator<Datum> {
  for (const { eersteDag, eindDag, nergensIngeschrevenSinds, nergensIngeschrevenTot } of perioden) {
    yield eersteDag;
    yield normen.op('vierWeken', eersteDag);
    // Langer dan drie maanden is het de dag erna.
    yield plusDagen(normen.op('drieMaanden', eersteDag), 1);
    for (const dag of [eindDag, nergensIngeschrevenSinds, nergensIngeschrevenTot]) if (dag !== null) yield dag;
  }
  for (const { ingangsdatum, einddatum } of vrijstellingen) {
    yield ingangsdatum;
    yield plusDagen(einddatum, 1);
  }
  for (let leeftijd = 1; leeftijd <= OUDSTE; leeftijd++) if (leerplichtig(leeftijd) !== leerplichtig(leeftijd - 1)) yield verjaardag(geboortedatum, leeftijd);
}

/** Ouder is geen kind in de route. */
const OUDSTE = 19;

/** De dag waarop het kind zo oud wordt, zoals `leeftijdOp` telt. */
function verjaardag(geboortedatum: Datum, leeftijd: number): Datum {
  const jaar = Number(geboortedatum.slice(0, 4)) + leeftijd;
  const schrikkel = (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
  return geboortedatum.slice(5) === '02-29' && !schrikkel ? `${jaar}-03-01` : `${jaar}${geboortedatum.slice(4)}`;
}
