import type { Thuisperiode } from '../../../registratie/thuisperiode-lezen.ts';
import type { Datum } from '../../kalender/datum.ts';
import { vakOp } from '../../thuis/tijdlijn.ts';
import { vanTijd } from '../eenheid.ts';
import type { Kind } from '../kinderen.ts';
import { vielTerug, ZONDER_AANBOD } from '../terugval.ts';
import { thuiszittertijden } from '../thuiszittertijden.ts';
import type { Kpi, Kpibron, Kpigeval } from './kpi.ts';
import { plusNorm } from './normen.ts';

const BUITEN = { vertrokken: 'uitgeschreven of verhuisd', vrijgesteld: 'vrijgesteld, zonder aanbod' } as const;

/**
 * Elke thuiszitter die in de periode begon: was er een blijvend aanbod begonnen op de grens? Pas als de grens voorbij is telt het
 * mee (een gesloten cohort). Een aanbod waarna het kind binnen de tijd van terugval weer thuiszitter was, telt niet als aanbod.
 */
function opTijd({ opname: { kinderen, peildatum, normen } }: Kpibron, grensVan: (kind: Kind, periode: Thuisperiode) => Datum): Kpigeval[] {
  return kinderen.flatMap((kind) => {
    const tijden = thuiszittertijden(kind.tijdlijn, peildatum);
    return kind.perioden.filter((p) => tijden.some((t) => t.thuisSinds === p.eersteDag)).map((periode): Kpigeval => {
      const geval = { eenheid: vanTijd(kind, tijden.find((t) => t.thuisSinds === periode.eersteDag)!), kenmerken: kind.kenmerken, dag: periode.eersteDag };
      const grens = grensVan(kind, periode);
      if (periode.eindDag !== null && periode.eindDag <= peildatum && ZONDER_AANBOD.includes(periode.eindeReden) && periode.eindDag <= grens) return { ...geval, uitslag: 'buiten', soort: 'vertrokken' };
      if (grens >= peildatum) return { ...geval, uitslag: 'open' };
      if (vakOp(kind.tijdlijn, grens)?.oordeel.vrijgesteldTot != null && (periode.eindDag === null || periode.eindDag > grens)) return { ...geval, uitslag: 'buiten', soort: 'vrijgesteld' };
      const begon = periode.eindDag !== null && periode.eindDag <= grens && !vielTerug(tijden, periode.eindDag, normen.terugvalTot);
      return { ...geval, uitslag: begon ? 'goed' : 'anders' };
    });
  });
}

const GEDEELD = {
  groep: 'aanbod', vorm: 'aandeel', wat: 'thuiszitters', soorten: BUITEN,
  herkomst: 'de perioden thuis in het register: de eerste dag thuis, en de dag waarop een blijvend aanbod echt begon',
  populatie: 'thuiszitters van wie de eerste dag thuis in de periode viel en van wie de tijd om is; wie nog in de tijd zit staat ernaast, wie verhuisde of is vrijgesteld telt niet mee',
} as const;

export const kpi01: Kpi = {
  ...GEDEELD, id: 'KPI-01', naam: 'Passend aanbod binnen drie maanden', goed: 'met een aanbod binnen drie maanden', open: 'nog geen drie maanden thuis',
  formule: 'thuiszitters bij wie een blijvend aanbod begon binnen drie kalendermaanden na de eerste dag thuis, gedeeld door alle thuiszitters van wie de drie maanden om zijn; een aanbod waarna het kind binnen zes maanden weer thuiszitter was telt niet',
  bron: 'routeboek r. 1137–1138; errata §3', gevallen: (bron) => opTijd(bron, (kind, { eersteDag }) => bron.opname.normen.thuis(kind.kenmerken.school).op('drieMaanden', eersteDag)),
};

export const kpi02: Kpi = {
  ...GEDEELD, id: 'KPI-02', naam: 'Passend aanbod binnen twee maanden', goed: 'met een aanbod binnen twee maanden', open: 'nog geen twee maanden thuis', richting: 'meer',
  formule: 'hetzelfde, met twee kalendermaanden: wie het dan niet heeft, is het op tijd te regelen', bron: 'regionale afspraken (22.03); errata §3',
  gevallen: (bron) => opTijd(bron, (_kind, { eersteDag }) => plusNorm(eersteDag, bron.norm, 'KPI-02')),
};
