import { dagenTussen } from '../../kalender/datum.ts';
import { vanThuiszitter, vanTijd } from '../eenheid.ts';
import { standOp } from '../stand.ts';
import { ZONDER_AANBOD } from '../terugval.ts';
import { thuiszittertijden } from '../thuiszittertijden.ts';
import type { Kpi, Kpigeval } from './kpi.ts';

export const kpi03: Kpi = {
  id: 'KPI-03', naam: 'Langer dan drie maanden thuis', groep: 'aanbod', vorm: 'aantal', stand: true, wat: 'thuiszitters', goed: 'langer dan drie maanden thuis',
  formule: 'het aantal thuiszitters op de peildatum, meer dan drie kalendermaanden na de eerste dag thuis', populatie: 'alle thuiszitters op de peildatum',
  herkomst: 'de perioden thuis en de vrijstellingen in het register', bron: 'routeboek r. 1137–1138; errata §3',
  gevallen: ({ opname, meetdagen }) => meetdagen.flatMap((dag) => opname.kinderen.flatMap((kind): Kpigeval[] => {
    const stand = standOp(kind, dag);
    return stand.status === 'thuiszitter' ? [{ eenheid: vanThuiszitter(kind, dag, opname.peildatum), kenmerken: kind.kenmerken, dag, uitslag: stand.langerDanDrieMaanden ? 'goed' : 'anders' }] : [];
  })),
};

export const kpi04: Kpi = {
  id: 'KPI-04', naam: 'Duur van het thuiszitten', groep: 'aanbod', vorm: 'duur', eenheid: 'dagen', richting: 'minder', wat: 'thuiszitters met een aanbod', open: 'nog thuiszitter', soorten: { vertrokken: 'zonder aanbod: verhuisd, vrijgesteld of niet meer leerplichtig' },
  formule: 'mediaan en p90 van de dagen tussen de eerste dag thuis en de dag waarop een blijvend aanbod begon; van wie nog thuiszitter is apart, tot vandaag', populatie: 'thuiszitters voor wie in de periode een blijvend aanbod begon',
  herkomst: 'de perioden thuis in het register', bron: 'routeboek r. 1137–1138; errata §3',
  gevallen: ({ opname: { kinderen, peildatum } }) => kinderen.flatMap((kind) => thuiszittertijden(kind.tijdlijn, peildatum).map(({ van, thuisSinds, tot, redenUit }): Kpigeval => {
    const geval = { eenheid: vanTijd(kind, { van, tot }), kenmerken: kind.kenmerken, dag: tot ?? peildatum, waarde: dagenTussen(thuisSinds, tot ?? peildatum) };
    return tot === null ? { ...geval, uitslag: 'open' } : ZONDER_AANBOD.includes(redenUit) ? { ...geval, uitslag: 'buiten', soort: 'vertrokken' } : { ...geval, uitslag: 'goed' };
  })),
};
