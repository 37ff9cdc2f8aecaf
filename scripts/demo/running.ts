import { altijd, escaleert, escaleertEnHerstelt, geenUitzicht, licht, spijbelt, wachtlijst } from './building-blocks.ts';
import type { Scenario } from './scenario.ts';
import { REGISSEURS_SWV } from './scholen.ts';

/** De regisseur die zich in Tasklist aanmeldt als `demo`: de taken van deze casussen staan daar op naam. */
const vanDemo = { regisseurSwv: REGISSEURS_SWV[0] };
/** Niemand laat iets liggen, zodat de taak waar het om gaat vandaag openstaat en nog niet te laat is. */
const vlot = { KT_01a: 0, KT_01b: 0, KT_02: 0, KT_03: 0, KT_04: 0, KT_05: 1, KT_06: 1, KT_07a: 0, KT_07b: 1, KT_08a: 0 };

/** Verlopen die vandaag nog openstaan, elk op een andere plek in de route. */
export const LOPEND: readonly Scenario[] = [
  { naam: 'net aangemeld', aantal: 2, schooldagen: [0, 1], aaneen: 0, verwacht: { open: ['KT_01a'] }, verzuim: licht, wachttijd: { KT_01a: 3 } },
  { naam: 'wordt in het kernteam besproken', aantal: 1, schooldagen: [3, 4], aaneen: 0, verwacht: { open: ['KT_01b'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['KT_01b'] },
  { naam: 'regisseur start het logboek', aantal: 1, schooldagen: [5, 6], aaneen: 0, verwacht: { open: ['KT_04'] }, verzuim: licht, kind: vanDemo, wachttijd: vlot, blijftLiggen: ['KT_04'] },
  { naam: 'bestuur wijst nog geen regisseur aan', aantal: 1, schooldagen: [16, 18], aaneen: 0, verwacht: { open: ['KT_05'] }, verzuim: licht, blijftLiggen: ['KT_05'] },
  { naam: 'verzuim wordt gevolgd', aantal: 1, schooldagen: [24, 34], aaneen: 0, verwacht: { open: [] }, verzuim: licht },
  {
    naam: 'jeugdarts roept op', aantal: 1, schooldagen: [22, 24], aaneen: 0, verwacht: { open: ['JG_02', 'JG_02b'] }, verzuim: licht, blijftLiggen: ['JG_02', 'JG_02b'],
    signalen: [{ na: 'KT_06', schooldagen: 4, soort: 'jgz-aanmelding' }],
  },
  {
    naam: 'leerplicht denkt mee', aantal: 1, schooldagen: [13, 15], aaneen: 0, verwacht: { open: ['CA_14_4'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['CA_14_4'],
    signalen: [{ na: 'KT_06', schooldagen: 3, soort: 'vraag-leerplicht' }],
  },
  {
    naam: 'school zonder koppeling vergeet het verzuim op te geven', aantal: 1, schooldagen: [28, 32], aaneen: 0, verwacht: { open: ['KT_06w'] }, verzuim: licht,
    kind: { lasKoppeling: false }, blijftLiggen: ['KT_06w'],
  },
  { naam: 'zestien uur ongeoorloofd, melding bij DUO open', aantal: 1, schooldagen: [20, 24], aaneen: 0, verwacht: { open: ['CA_02_1'] }, verzuim: spijbelt, blijftLiggen: ['CA_02_1'] },
  { naam: 'escalatiegesprek moet nog', aantal: 1, schooldagen: [34, 36], aaneen: 0, verwacht: { open: ['KT_07b'] }, verzuim: escaleert, blijftLiggen: ['KT_07b'] },
  { naam: 'midden in de vier weken', aantal: 1, schooldagen: [36, 40], aaneen: 0, verwacht: { open: [] }, verzuim: escaleertEnHerstelt },
  { naam: 'voortgang van de week moet nog', aantal: 1, schooldagen: [32, 34], aaneen: 0, verwacht: { open: ['KT_13a'] }, verzuim: escaleertEnHerstelt, kind: vanDemo, wachttijd: vlot, blijftLiggen: ['KT_13a'] },
  {
    naam: 'afsluitnotitie moet nog', aantal: 1, schooldagen: [20, 21], aaneen: 0, verwacht: { open: ['KT_18'] }, verzuim: licht, kind: vanDemo, wachttijd: vlot, blijftLiggen: ['KT_18'],
    signalen: [{ na: 'KT_06', schooldagen: 9, soort: 'verzuim-gestopt', inhoud: ({ vandaag }) => ({ datumVolledigTerug: vandaag }) }],
  },
  { naam: 'afweging onderwijs of zorg is te laat', aantal: 1, schooldagen: [58, 60], aaneen: 0, verwacht: { open: ['KT_14'] }, verzuim: escaleert, blijftLiggen: ['KT_14'], antwoorden: { KT_13b: geenUitzicht } },
  {
    naam: 'op de brugplaats', aantal: 1, schooldagen: [78, 84], aaneen: 0, verwacht: { open: ['BS_eind'] }, verzuim: escaleert, blijftLiggen: ['BS_eind'],
    antwoorden: {
      KT_14: wachtlijst('SBO'), KT_16a: altijd({ individueleBegeleidingSBO: 'JA' }), KT_16b: altijd({ gekozenOptie: 'sbo' }),
      BS_hand: ({ schooldag }) => ({ locatie: 'De Steenen Kamer', eindDatum: schooldag(38) }),
    },
  },
  {
    naam: 'aanvraag bij de inspectie moet nog', aantal: 1, schooldagen: [44, 48], aaneen: 0, verwacht: { open: ['CA_03_4'] }, verzuim: escaleert, blijftLiggen: ['CA_03_4', 'KT_14'],
    antwoorden: { KT_08a: altijd({ minderUrenDanVerplicht: 'ja' }), CA_03_1: altijd({ isOverbrugging: false }) },
  },
  {
    naam: 'bestuurder moet besluiten', aantal: 1, schooldagen: [80, 84], aaneen: 0, verwacht: { open: ['DZ_besluit'] }, verzuim: escaleert, blijftLiggen: ['DZ_besluit'],
    antwoorden: { KT_14: wachtlijst('SO'), KT_16y: altijd({ keuze: 'DOORZETTINGSMACHT' }) },
  },
];
