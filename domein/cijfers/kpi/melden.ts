import { leesAntwoorden } from '../../../registratie/cijfers/antwoorden.ts';
import { leesBerichtmomenten } from '../../../registratie/cijfers/berichten.ts';
import { leesInspectiestukken } from '../../../registratie/cijfers/inspectie.ts';
import { leesAlleVrijstellingen } from '../../../registratie/cijfers/vrijstellingen.ts';
import { groepeer } from '../../groepeer.ts';
import { dagenTussen, dagVan } from '../../kalender/datum.ts';
import type { Kpi, Kpigeval } from './kpi.ts';
import { plusNorm } from './normen.ts';

const VRIJ = { groep: 'melden', wat: 'vrijstellingen van de inschrijving', herkomst: 'de vrijstellingen in het register, en de adviezen en berichten erover' } as const;
const telt = ({ soort }: { soort: string }): boolean => soort !== 'VRIJSTELLING_SCHOOLBEZOEK';

export const kpi17: Kpi = {
  ...VRIJ, id: 'KPI-17', naam: 'Vrijstelling met advies van het SWV', vorm: 'aandeel', goed: 'met een advies van het SWV', formule: 'nieuwe vrijstellingen waarover het samenwerkingsverband eerst advies gaf, gedeeld door alle nieuwe',
  populatie: 'vrijstellingen van de inschrijving en ontheffingen die in de periode ingingen', bron: 'routeboek r. 512–514, 1216–1217',
  gevallen: async (bron) => {
    const adviezen = groepeer(await leesAntwoorden(bron.db, ['vrijstelling-advies'], []), (a) => a.casusId);
    return (await leesAlleVrijstellingen(bron.db)).filter(telt).flatMap(({ casusId, ingangsdatum, vastgelegdOp }): Kpigeval[] => {
      const casus = bron.casusVan(casusId)?.casus;
      return casus ? [{ eenheid: `vrijstelling ${casusId} ${ingangsdatum}`, kenmerken: casus.kenmerken, dag: ingangsdatum, uitslag: (adviezen.get(casusId) ?? []).some(({ op }) => op <= vastgelegdOp) ? 'goed' : 'anders' }] : [];
    });
  },
};

export const kpi17b: Kpi = {
  ...VRIJ, id: 'KPI-17b', naam: 'Vrijstelling: op tijd contact over het einde', vorm: 'aandeel', goed: 'met bericht drie maanden voor het einde', open: 'eindigt later',
  formule: 'vrijstellingen waarover het samenwerkingsverband ten minste drie maanden voor het einde bericht kreeg, gedeeld door alle die eindigden', populatie: 'vrijstellingen van de inschrijving en ontheffingen die in de periode eindigden',
  bron: 'regionale afspraken (22.03)',
  gevallen: async (bron) => {
    const berichten = groepeer(await leesBerichtmomenten(bron.db, 'N-57'), (b) => b.casusId ?? '');
    return (await leesAlleVrijstellingen(bron.db)).filter(telt).flatMap(({ casusId, ingangsdatum, einddatum }): Kpigeval[] => {
      const casus = bron.casusVan(casusId)?.casus;
      if (!casus) return [];
      const geval = { eenheid: `vrijstelling ${casusId} ${ingangsdatum}`, kenmerken: casus.kenmerken, dag: einddatum };
      if (einddatum >= bron.opname.peildatum) return [{ ...geval, dag: bron.opname.peildatum, uitslag: 'open' }];
      const uiterlijk = plusNorm(einddatum, bron.norm, 'KPI-17', -1);
      return [{ ...geval, uitslag: (berichten.get(casusId) ?? []).some(({ aangemaaktOp }) => dagVan(aangemaaktOp) >= ingangsdatum && dagVan(aangemaaktOp) <= uiterlijk) ? 'goed' : 'anders' }];
    });
  },
};

export const kpi18: Kpi = {
  id: 'KPI-18', naam: 'Aangepaste onderwijstijd', groep: 'melden', vorm: 'verdeling', eenheid: 'dagen', wat: 'meldingen en aanvragen', open: 'aanvragen zonder besluit',
  soorten: { A: 'categorie A', B: 'categorie B', C: 'categorie C', D: 'categorie D (aanvraag)', onbekend: 'categorie niet vastgelegd' },
  formule: 'meldingen en aanvragen bij de inspectie naar categorie; van een aanvraag (categorie D) mediaan en p90 van de dagen tot het besluit', populatie: 'wat in de periode is ingediend; een kind kan meer blokken uren tegelijk hebben', herkomst: 'de stukken voor de inspectie in het register', bron: 'routeboek r. 982–1066',
  gevallen: async (bron) => (await leesInspectiestukken(bron.db)).flatMap(({ casusId, soort, categorie, ingediendOp, besluitOp }, nummer): Kpigeval[] => {
    const casus = bron.casusVan(casusId)?.casus;
    if (!casus) return [];
    const eenheid = `stuk ${nummer}`;
    const geval: Kpigeval = { eenheid, kenmerken: casus.kenmerken, dag: dagVan(ingediendOp), uitslag: 'goed', soort: categorie ?? 'onbekend', ...(besluitOp === null ? {} : { waarde: dagenTussen(dagVan(ingediendOp), dagVan(besluitOp)) }) };
    return soort === 'AOT_AANVRAAG' && besluitOp === null ? [geval, { eenheid, kenmerken: casus.kenmerken, dag: bron.opname.peildatum, uitslag: 'open' }] : [geval];
  }),
};
