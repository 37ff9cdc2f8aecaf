import { leesAntwoorden } from '../../../registratie/cijfers/antwoorden.ts';
import { groepeer } from '../../groepeer.ts';
import { dagVan } from '../../kalender/datum.ts';
import { vanCasus } from '../eenheid.ts';
import type { Kpi, Kpigeval } from './kpi.ts';

const datum = (waarde: unknown): string | null => (typeof waarde === 'string' && waarde.length >= 10 ? waarde.slice(0, 10) : null);

export const kpi16: Kpi = {
  id: 'KPI-16', naam: 'Eerst met de ouders gesproken', groep: 'route', vorm: 'aandeel', wat: 'casussen die in het team besproken zijn', goed: 'eerst met de ouders gesproken', soorten: { nietBereikt: 'ouders niet bereikt, ook niet na herhaald proberen' },
  formule: 'casussen waarin het gesprek met de ouders op of vóór de dag van de eerste bespreking in het team was, gedeeld door alle die in het team zijn besproken', populatie: 'casussen waarvan de eerste bespreking in de periode was; ouders die niet te bereiken waren tellen niet mee',
  herkomst: 'het gesprek met ouders en de bespreking in het team, in het logboek', bron: 'routeboek r. 30–31, 128–131; errata §3',
  gevallen: async (bron) => {
    const [gesprekken, besprekingen] = await Promise.all([leesAntwoorden(bron.db, ['gesprek-ouders'], ['gesprekDatum', 'oudersNietBereikt']), leesAntwoorden(bron.db, ['bespreking-team'], ['datum'])]);
    const gesprekkenVan = groepeer(gesprekken, (g) => g.casusId);
    return [...groepeer(besprekingen, (b) => b.casusId)].flatMap(([casusId, rijen]): Kpigeval[] => {
      const gevonden = bron.casusVan(casusId);
      if (!gevonden) return [];
      const { casus, kind } = gevonden;
      const dag = rijen.map((r) => datum(r.velden['datum']) ?? dagVan(r.op)).sort()[0]!;
      const eigen = gesprekkenVan.get(casusId) ?? [];
      const eerste = eigen.flatMap((g) => datum(g.velden['gesprekDatum']) ?? []).sort()[0];
      const geval = { eenheid: vanCasus(kind, casusId, casus.verloop[0]!), kenmerken: casus.kenmerken, dag };
      if (eerste === undefined && eigen.some((g) => g.velden['oudersNietBereikt'] === true)) return [{ ...geval, uitslag: 'buiten', soort: 'nietBereikt' }];
      return [{ ...geval, uitslag: eerste !== undefined && eerste <= dag ? 'goed' : 'anders' }];
    });
  },
};
