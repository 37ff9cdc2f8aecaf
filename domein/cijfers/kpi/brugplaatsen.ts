import { maandagVan, plusDagen, type Datum } from '../../kalender/datum.ts';
import type { Schoolkalender } from '../../kalender/schoolkalender.ts';
import { vanNu } from '../eenheid.ts';
import { leesBrugverblijven, type Brugverblijf } from '../brugplaatsen.ts';
import { KALENDERSOORT, ZONDER_KALENDER } from './kalender.ts';
import type { Kpi, Kpibron, Kpigeval } from './kpi.ts';

/** Het aantal schoolweken waarin het kind er was: weken met ten minste één schooldag. */
export function schoolweken({ van }: { van: Datum }, tot: Datum, kalender: Schoolkalender): number {
  let n = 0;
  for (let maandag = maandagVan(van); maandag <= tot; maandag = plusDagen(maandag, 7)) if (kalender.isSchoolweek(maandag)) n += 1;
  return n;
}

/** Een verblijf eindigt ook als de casus sluit voordat iemand de uitkomst vastlegde. */
export async function leesVerblijven(bron: Kpibron): Promise<(Brugverblijf & Pick<Kpigeval, 'eenheid' | 'kenmerken'>)[]> {
  return (await leesBrugverblijven(bron.db)).flatMap((verblijf) => {
    const gevonden = bron.casusVan(verblijf.casusId);
    if (!gevonden) return [];
    const dicht = gevonden.casus.verloop.find(({ tot }) => tot !== null && tot >= verblijf.van)?.tot ?? null;
    const tot = verblijf.tot ?? dicht;
    return [{ ...verblijf, tot, eenheid: tot === null || tot > bron.opname.peildatum ? vanNu(gevonden.kind.leerlingId) : `brug ${verblijf.casusId} ${verblijf.van}`, kenmerken: gevonden.casus.kenmerken }];
  });
}

export const kpi10: Kpi = {
  id: 'KPI-10', naam: 'Lengte van de brugplaats SBO', groep: 'brug', vorm: 'duur', eenheid: 'schoolweken', wat: 'afgeronde brugplaatsen SBO', open: 'nog op de brugplaats', soorten: KALENDERSOORT,
  formule: 'mediaan en p90 van het aantal schoolweken op de brugplaats', populatie: 'brugplaatsen SBO die in de periode eindigden; wie er nog is staat ernaast', herkomst: 'begin en einde in het logboek, en de schoolkalender', bron: 'routeboek r. 636, 682–692',
  opmerking: 'Of er verlengd is wordt nog niet apart vastgelegd: dat komt met het proces van de brugplaats SBO.',
  gevallen: async (bron) => (await leesVerblijven(bron)).filter(({ soort }) => soort === 'sbo').map((verblijf): Kpigeval => {
    const { peildatum } = bron.opname;
    const klaar = verblijf.tot !== null && verblijf.tot <= peildatum;
    const eind = klaar ? verblijf.tot! : peildatum;
    const geval = { eenheid: verblijf.eenheid!, kenmerken: verblijf.kenmerken };
    const kalender = bron.kalenders(verblijf.kenmerken.school);
    if (!kalender.kent(maandagVan(verblijf.van))) return { ...geval, dag: eind, uitslag: 'buiten', soort: ZONDER_KALENDER };
    return { ...geval, dag: eind, uitslag: klaar ? 'goed' : 'open', waarde: schoolweken(verblijf, eind, kalender) };
  }),
};

export const kpi13: Kpi = {
  id: 'KPI-13', naam: 'Wat een brugplaats opleverde', groep: 'brug', vorm: 'verdeling', wat: 'afgeronde brugplaatsen', open: 'nog op een brugplaats',
  soorten: { BESTEMMING: 'een passende bestemming', BEHANDELING: 'behandeling', VO_OVERSTAP: 'overstap naar het voortgezet onderwijs', TERUGPLAATSING: 'terug naar de eigen school', INGESCHREVEN: 'ingeschreven op de nieuwe plek', EINDE_ZONDER_BESTEMMING: 'afgelopen zonder bestemming', TERUG_NAAR_KEUZE: 'terug naar de keuze van een brugplaats', onbekend: 'niet vastgelegd' },
  formule: 'alle brugplaatsen die eindigden, naar uitkomst', populatie: 'brugplaatsen van elke soort die in de periode eindigden', herkomst: 'de uitkomst in het logboek', bron: 'routeboek r. 731–738',
  gevallen: async (bron) => (await leesVerblijven(bron)).map(({ eenheid, kenmerken, tot, uitkomst }): Kpigeval => {
    const { peildatum } = bron.opname;
    return tot === null || tot > peildatum ? { eenheid: eenheid!, kenmerken, dag: peildatum, uitslag: 'open' } : { eenheid: eenheid!, kenmerken, dag: tot, uitslag: 'goed', soort: uitkomst ?? 'onbekend' };
  }),
};

const nogNiet = (wat: string): string => `Dit is nog niet te berekenen: ${wat}. Het komt met het proces van de brugplaats SBO, dat nu nog met de hand loopt.`;
const LEEG = { groep: 'brug', vorm: 'aandeel', wat: '', formule: '', populatie: '', herkomst: '' } as const;
export const kpi09: Kpi = { ...LEEG, id: 'KPI-09', naam: 'Bezetting van de brugplaats, in dagdelen', bron: 'routeboek r. 612, 623–624', ontbreekt: nogNiet('hoeveel dagdelen per week zijn afgesproken wordt niet vastgelegd, alleen hoeveel er per week zijn gevolgd') };
export const kpi11: Kpi = { ...LEEG, id: 'KPI-11', naam: 'Overleg over een brugplaats binnen een week', bron: 'routeboek r. 670', ontbreekt: nogNiet('wanneer het overleg gevraagd is en wanneer het was, wordt niet vastgelegd') };
