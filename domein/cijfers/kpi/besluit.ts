import { leesAntwoorden } from '../../../registratie/cijfers/antwoorden.ts';
import { groepeer } from '../../groepeer.ts';
import { alsDag, dagVan, type Datum } from '../../kalender/datum.ts';
import { berekenTermijn } from '../../termijnen/bereken.ts';
import { haalTermijn } from '../../termijnen/tabel.ts';
import { KALENDERSOORT, ZONDER_KALENDER } from './kalender.ts';
import type { Kpi, Kpibron, Kpigeval } from './kpi.ts';

/** Vier weken lopen vanaf het escalatiegesprek; binnen die tijd is het besluit onderwijs of zorg genomen. */
async function gevallen(bron: Kpibron): Promise<Kpigeval[]> {
  const { db, kalenders, beslissen, opname: { peildatum } } = bron;
  const termijn = await haalTermijn(beslissen, 'vierweken', 'eindeVierweken');
  const [gesprekken, besluiten] = await Promise.all([leesAntwoorden(db, ['escalatiegesprek'], ['gesprekDatum']), leesAntwoorden(db, ['perspectief'], [])]);
  const besluitenVan = groepeer(besluiten, (b) => b.casusId);
  return [...groepeer(gesprekken, (g) => g.casusId)].flatMap(([casusId, rijen]): Kpigeval[] => {
    const gevonden = bron.casusVan(casusId);
    if (!gevonden) return [];
    const { casus, kind } = gevonden;
    const momenten = [...new Set(rijen.map((r) => String(r.velden['gesprekDatum'] ?? '').slice(0, 10) || dagVan(r.op)))];
    return momenten.map((begin): Kpigeval => {
      if (!kalenders(casus.kenmerken.school).kent(begin)) return { kenmerken: casus.kenmerken, dag: begin, uitslag: 'buiten', soort: ZONDER_KALENDER };
      const eind = berekenTermijn(termijn, alsDag(begin), kalenders(casus.kenmerken.school)).slice(0, 10);
      const geval = { kenmerken: casus.kenmerken, dag: eind };
      if ((besluitenVan.get(casusId) ?? []).some(({ op }) => dagVan(op) >= begin && dagVan(op) <= eind)) return { ...geval, uitslag: eind >= peildatum ? 'open' : 'goed' };
      if (eind >= peildatum) return { ...geval, uitslag: 'open' };
      return gestopt(eind, begin) ? { ...geval, uitslag: 'buiten', soort: 'gestopt' } : { ...geval, uitslag: 'anders' };
    });

    /** Was het kind vóór het einde weer op school, of de casus dicht? Dan was er niets meer te besluiten. */
    function gestopt(eind: Datum, begin: Datum): boolean {
      return casus.verloop.some(({ tot }) => tot !== null && tot >= begin && tot <= eind) || kind.perioden.some(({ eindDag }) => eindDag !== null && eindDag >= begin && eindDag <= eind);
    }
  });
}

export const kpi06: Kpi = {
  id: 'KPI-06', naam: 'Binnen vier weken een besluit', groep: 'route', vorm: 'aandeel', wat: 'perioden van vier weken', goed: 'met een besluit op tijd', open: 'de vier weken lopen nog', soorten: { gestopt: 'het verzuim was eerder voorbij', ...KALENDERSOORT },
  formule: 'perioden van vier weken na een escalatiegesprek waarin het besluit onderwijs of zorg voor het einde is vastgelegd, gedeeld door alle die voorbij zijn', populatie: 'perioden waarvan het einde in de periode viel; wat nog loopt staat ernaast, en wie voor het einde weer op school was telt niet mee',
  herkomst: 'het escalatiegesprek en de afweging onderwijs of zorg in het logboek', bron: 'routeboek r. 93, 187; errata §3', gevallen,
};
