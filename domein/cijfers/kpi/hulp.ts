import { leesAntwoorden } from '../../../registratie/cijfers/antwoorden.ts';
import { leesDoorzettingsmacht } from '../../../registratie/cijfers/doorzettingsmacht.ts';
import { groepeer } from '../../groepeer.ts';
import { dagenTussen, dagVan } from '../../kalender/datum.ts';
import { vanNu } from '../eenheid.ts';
import type { Kpi, Kpigeval } from './kpi.ts';

export const kpi19: Kpi = {
  id: 'KPI-19', naam: 'Doorzettingsmacht', groep: 'route', vorm: 'verdeling', richting: 'minder', wat: 'keren dat doorzettingsmacht is gevraagd', open: 'loopt nog',
  soorten: { ROUTE_VERVOLGEN: 'de route gaat verder', GEZAMENLIJKE_AANPAK: 'een gezamenlijke aanpak', DOORZETTINGSBESLUIT: 'een doorzettingsbesluit', onbekend: 'uitkomst niet vastgelegd' },
  formule: 'elke keer dat doorzettingsmacht is afgerond, naar uitkomst', populatie: 'afgerond in de periode; wat loopt staat ernaast', herkomst: 'het begin en het einde in het logboek', bron: 'routeboek r. 951–967',
  gevallen: async (bron) => [...groepeer(await leesDoorzettingsmacht(bron.db), (r) => r.casusId)].flatMap(([casusId, regels]): Kpigeval[] => {
    const casus = bron.casusVan(casusId)?.casus;
    if (!casus) return [];
    const klaar = regels.filter((r) => !r.begin).map(({ op, status }): Kpigeval => ({ kenmerken: casus.kenmerken, dag: dagVan(op), uitslag: 'goed', soort: status ?? 'onbekend' }));
    return regels.at(-1)?.begin ? [...klaar, { kenmerken: casus.kenmerken, dag: bron.opname.peildatum, uitslag: 'open' }] : klaar;
  }),
};

export const kpi22: Kpi = {
  id: 'KPI-22', naam: 'Gehoor bij de jeugdarts', groep: 'melden', vorm: 'verdeling', wat: 'kinderen die zijn opgeroepen', open: 'wacht op een herhaalde oproep', soorten: { eerste: 'na de eerste oproep', tweede: 'na de tweede oproep', geen: 'geen gehoor' },
  formule: 'oproepen van de jeugdarts naar wanneer ouders en kind kwamen', populatie: 'oproepen waarvan de uitkomst in de periode is vastgelegd', herkomst: 'de oproepen in het logboek', bron: 'routeboek r. 481–488',
  gevallen: async (bron) => [...groepeer(await leesAntwoorden(bron.db, ['jgz-oproep'], ['verschenen']), (r) => r.casusId)].flatMap(([casusId, rijen]): Kpigeval[] => {
    const casus = bron.casusVan(casusId)?.casus;
    if (!casus) return [];
    const { kenmerken } = casus;
    return rijen.flatMap(({ stap, op, velden }, i): Kpigeval[] => {
      const [kwam, herhaling] = [velden['verschenen'] === 'ja', stap === 'JG-02b'];
      if (kwam || herhaling) return [{ kenmerken, dag: dagVan(op), uitslag: 'goed', soort: kwam ? (herhaling ? 'tweede' : 'eerste') : 'geen' }];
      return i === rijen.length - 1 ? [{ kenmerken, dag: bron.opname.peildatum, uitslag: 'open' }] : [];
    });
  }),
};

export const kpi23: Kpi = {
  id: 'KPI-23', naam: 'Wachten op een plek', groep: 'aanbod', vorm: 'duur', eenheid: 'weken', richting: 'minder', wat: 'kinderen op een wachtlijst', soorten: { zorg: 'jeugdhulp of behandeling', onderwijs: 'onderwijs' },
  formule: 'mediaan en p90 van de verwachte wachttijd in weken, zoals bij de afweging onderwijs of zorg opgegeven', populatie: 'afwegingen in de periode waarbij er een wachtlijst was', herkomst: 'de afweging onderwijs of zorg in het logboek', bron: 'routeboek r. 102–104',
  opmerking: 'Dit is de wachttijd zoals zij vooraf werd geschat; hoe lang het wachten echt duurde wordt nog niet vastgelegd.',
  gevallen: async (bron) => (await leesAntwoorden(bron.db, ['perspectief'], ['wachtlijst', 'wachttijdWeken', 'aanbodplek'])).flatMap(({ casusId, op, velden }): Kpigeval[] => {
    const casus = bron.casusVan(casusId)?.casus;
    const waarde = Number(velden['wachttijdWeken'] ?? NaN);
    if (!casus || velden['wachtlijst'] !== 'ja' || Number.isNaN(waarde)) return [];
    return [{ kenmerken: casus.kenmerken, dag: dagVan(op), uitslag: 'goed', soort: velden['aanbodplek'] === 'JEUGDHULP_BEHANDELING' ? 'zorg' : 'onderwijs', waarde: Math.round(waarde) }];
  }),
};

export const kpi24: Kpi = {
  id: 'KPI-24', naam: 'Casusregisseur en doorbraakteam op tijd', groep: 'aanbod', vorm: 'aandeel', wat: '', formule: '', populatie: '', herkomst: '', bron: 'routeboek r. 1231–1251',
  ontbreekt: 'Dit is niet te berekenen: een casusregisseur en een doorbraakteam zijn in deze regio nog niet ingericht. Bij acht en twaalf weken krijgen de regisseurs en de sectordirecteur wel bericht.',
};

export const kpi25: Kpi = {
  id: 'KPI-25', naam: 'Absoluut verzuim: dagen tot een inschrijving', groep: 'melden', vorm: 'duur', eenheid: 'dagen', richting: 'minder', wat: 'kinderen die weer ergens ingeschreven zijn', open: 'nog op geen school ingeschreven',
  formule: 'mediaan en p90 van de dagen tussen de eerste dag zonder school en de inschrijving', populatie: 'kinderen die op geen school stonden en in de periode werden ingeschreven', herkomst: 'de perioden thuis in het register', bron: 'routeboek r. 315–316, 618–619',
  opmerking: 'Of het was opgelost vóór leerplicht de ouders uitnodigde, wordt nog niet vastgelegd.',
  gevallen: ({ opname: { kinderen, peildatum } }) => kinderen.flatMap(({ leerlingId, kenmerken, perioden }) => perioden.flatMap(({ nergensIngeschrevenSinds: sinds, nergensIngeschrevenTot, eindDag }): Kpigeval[] => {
    if (sinds === null) return [];
    const tot = nergensIngeschrevenTot ?? eindDag;
    return tot === null || tot > peildatum ? [{ eenheid: vanNu(leerlingId), kenmerken, dag: peildatum, uitslag: 'open' }] : [{ kenmerken, dag: tot, uitslag: 'goed', waarde: dagenTussen(sinds, tot) }];
  })),
};
