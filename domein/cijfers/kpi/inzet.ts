import { leesLogboekdagen } from '../../../registratie/cijfers/logboekdagen.ts';
import { leesCasusuren } from '../../../registratie/cijfers/uren.ts';
import { SWV_ROLLEN } from '../../casus/rollen.ts';
import { groepeer } from '../../groepeer.ts';
import { openOp } from '../casusverloop.ts';
import { vanCasus } from '../eenheid.ts';
import type { Kpi, Kpigeval } from './kpi.ts';
import { plusNorm } from './normen.ts';

export const kpi14: Kpi = {
  id: 'KPI-14', naam: 'Uren van het SWV per casus', groep: 'inzet', vorm: 'aandeel', eenheid: 'uur', wat: 'gesloten casussen met uren', goed: 'binnen de raming', soorten: { zonder: 'zonder raming' },
  formule: 'gesloten casussen waarvan de uren van het SWV binnen de raming bleven (zes tot tien uur), gedeeld door alle met uren en een raming; mediaan en p90 van de uren staan erbij', populatie: 'casussen die in de periode sloten en waarin het SWV uren schreef; zonder kernteam is er geen raming',
  herkomst: 'de bestede uren op de formulieren, van de rollen van het samenwerkingsverband', bron: 'routeboek r. 42–43',
  gevallen: async (bron) => (await leesCasusuren(bron.db, SWV_ROLLEN)).flatMap(({ casusId, uren, ramingMin, ramingMax }): Kpigeval[] => {
    const { casus, kind } = bron.casusVan(casusId) ?? {};
    const laatste = casus?.verloop.at(-1);
    const dag = laatste?.tot ?? null;
    if (!casus || !kind || !laatste || dag === null || dag > bron.opname.peildatum) return [];
    if (ramingMin === null || ramingMax === null) return [{ eenheid: vanCasus(kind, casusId, laatste), kenmerken: casus.kenmerken, dag, uitslag: 'buiten', soort: 'zonder' }];
    return [{ eenheid: vanCasus(kind, casusId, laatste), kenmerken: casus.kenmerken, dag, uitslag: uren >= ramingMin && uren <= ramingMax ? 'goed' : 'anders', waarde: Math.round(uren) }];
  }),
};

export const kpi15: Kpi = {
  id: 'KPI-15', naam: 'Het logboek is bijgewerkt', groep: 'inzet', vorm: 'aandeel', stand: true, wat: 'lopende casussen', goed: 'met een regel van een mens, hoogstens veertien dagen oud', open: 'korter dan veertien dagen open',
  formule: 'lopende casussen waarin iemand in de laatste veertien dagen iets vastlegde, gedeeld door alle die langer dan veertien dagen lopen', populatie: 'casussen die op de peildatum open waren; wat het systeem zelf schrijft telt niet',
  herkomst: 'de regels van mensen in het logboek', bron: 'routeboek r. 42; regionale afspraken (22.03); errata §3',
  gevallen: async (bron) => {
    const dagen = groepeer(await leesLogboekdagen(bron.db), (r) => r.casusId);
    return bron.meetdagen.flatMap((peil) => {
      const vanaf = plusNorm(peil, bron.norm, 'KPI-15', -1);
      return bron.opname.kinderen.flatMap((kind) => kind.casussen.filter(({ verloop }) => openOp(verloop, peil)).map(({ casusId, kenmerken, verloop }): Kpigeval => {
        const open = verloop.find((v) => v.van <= peil && (v.tot === null || v.tot > peil))!;
        const geval = { eenheid: vanCasus(kind, casusId, open), kenmerken, dag: peil };
        if (open.van > vanaf) return { ...geval, uitslag: 'open' };
        return { ...geval, uitslag: (dagen.get(casusId) ?? []).some(({ dag }) => dag > vanaf && dag <= peil) ? 'goed' : 'anders' };
      }));
    });
  },
};
