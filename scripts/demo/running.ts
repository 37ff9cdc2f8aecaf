import { altijd, escaleert, escaleertEnHerstelt, geenUitzicht, licht, spijbelt, wachtlijst } from './building-blocks.ts';
import type { Antwoord, Scenario } from './scenario.ts';
import { REGISSEURS_SWV } from './scholen.ts';

/** De regisseur die zich in Tasklist aanmeldt als `demo`: de taken van deze casussen staan daar op naam. */
const vanDemo = { regisseurSwv: REGISSEURS_SWV[0] };
/** De school heeft over een week een andere IB-er. */
const nieuweIbEr: Antwoord = ({ schooldag, kind }) => ({ wijzigingVanaf: schooldag(5), contactRol: 'ib-er', contactNaam: 'T. Vermeulen', contactEmail: `t.vermeulen@${kind.school.domein}`, toelichting: undefined });
/** Niemand laat iets liggen, zodat de taak waar het om gaat vandaag openstaat en nog niet te laat is. */
const vlot = { 'KT-01a': 0, 'KT-01b': 0, 'KT-02': 0, 'KT-03': 0, 'KT-04': 0, 'KT-05': 1, 'KT-06': 1, 'KT-07a': 0, 'KT-07b': 1, 'KT-08a': 0 };

/** Verlopen die vandaag nog openstaan, elk op een andere plek in de route. */
export const LOPEND: readonly Scenario[] = [
  {
    naam: 'thuis vanaf de eerste dag: de escalatie begint bij de aanmelding', aantal: 1, schooldagen: [4, 6], aaneen: 0, verwacht: { open: ['KT-07b'] },
    verzuim: { ...escaleert, thuisVanafBegin: true }, wachttijd: vlot, blijftLiggen: ['KT-07b'],
  },
  { naam: 'net aangemeld', aantal: 1, schooldagen: [0, 1], aaneen: 0, verwacht: { open: ['KT-01a'] }, verzuim: licht, wachttijd: { 'KT-01a': 3 } },
  { naam: 'wordt in het kernteam besproken', aantal: 1, schooldagen: [3, 4], aaneen: 0, verwacht: { open: ['KT-01b'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['KT-01b'] },
  { naam: 'regisseur start het logboek', aantal: 1, schooldagen: [5, 6], aaneen: 0, verwacht: { open: ['KT-04'] }, verzuim: licht, kind: vanDemo, wachttijd: vlot, blijftLiggen: ['KT-04'] },
  { naam: 'bestuur wijst nog geen regisseur aan', aantal: 1, schooldagen: [16, 18], aaneen: 0, verwacht: { open: ['KT-05'] }, verzuim: licht, blijftLiggen: ['KT-05'] },
  {
    naam: 'de IB-er vertrekt en een ander volgt het verzuim', aantal: 1, schooldagen: [24, 34], aaneen: 0, verwacht: { open: [] }, verzuim: licht,
    signalen: [{ na: 'KT-06', schooldagen: 3, soort: 'ander-contactpersoon', inhoud: nieuweIbEr }],
  },
  {
    naam: 'jeugdarts roept op', aantal: 1, schooldagen: [22, 24], aaneen: 0, verwacht: { open: ['JG-02', 'JG-02b'] }, verzuim: licht, blijftLiggen: ['JG-02', 'JG-02b'],
    signalen: [{ na: 'KT-06', schooldagen: 4, soort: 'jgz-aanmelding' }],
  },
  {
    naam: 'leerplicht denkt mee', aantal: 1, schooldagen: [13, 15], aaneen: 0, verwacht: { open: ['CA-14-4'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['CA-14-4'],
    signalen: [{ na: 'KT-06', schooldagen: 3, soort: 'vraag-leerplicht' }],
  },
  {
    naam: 'school zonder koppeling vergeet het verzuim op te geven', aantal: 1, schooldagen: [28, 32], aaneen: 0, verwacht: { open: ['KT-06w'] }, verzuim: licht,
    kind: { lasKoppeling: false }, blijftLiggen: ['KT-06w'],
  },
  { naam: 'zestien uur ongeoorloofd, melding bij DUO open', aantal: 1, schooldagen: [20, 24], aaneen: 0, verwacht: { open: ['CA-02-1'] }, verzuim: spijbelt, blijftLiggen: ['CA-02-1'] },
  { naam: 'escalatiegesprek moet nog', aantal: 1, schooldagen: [34, 36], aaneen: 0, verwacht: { open: ['KT-07b'] }, verzuim: escaleert, blijftLiggen: ['KT-07b'] },
  { naam: 'midden in de vier weken', aantal: 1, schooldagen: [36, 40], aaneen: 0, verwacht: { open: [] }, verzuim: escaleertEnHerstelt },
  { naam: 'voortgang van de week moet nog', aantal: 1, schooldagen: [32, 34], aaneen: 0, verwacht: { open: ['KT-13a'] }, verzuim: escaleertEnHerstelt, kind: vanDemo, wachttijd: vlot, blijftLiggen: ['KT-13a'] },
  {
    naam: 'afsluitnotitie moet nog', aantal: 1, schooldagen: [20, 21], aaneen: 0, verwacht: { open: ['KT-18'] }, verzuim: licht, kind: vanDemo, wachttijd: vlot, blijftLiggen: ['KT-18'],
    signalen: [{ na: 'KT-06', schooldagen: 9, soort: 'verzuim-gestopt', inhoud: ({ vandaag }) => ({ datumVolledigTerug: vandaag }) }],
  },
  {
    naam: 'terugval terwijl de casus sluit', aantal: 1, schooldagen: [40, 46], aaneen: 40, verwacht: { open: [] }, verzuim: { ...licht, terugvalNa: 1 },
    signalen: [{ na: 'KT-06', schooldagen: 6, soort: 'verzuim-gestopt', inhoud: ({ vandaag }) => ({ datumVolledigTerug: vandaag }) }], wachttijd: { 'KT-18': 15 },
  },
  { naam: 'afweging onderwijs of zorg is te laat', aantal: 1, schooldagen: [58, 60], aaneen: 0, verwacht: { open: ['KT-14'] }, verzuim: escaleert, blijftLiggen: ['KT-14'], antwoorden: { 'KT-13b': geenUitzicht } },
  {
    naam: 'op de brugplaats', aantal: 1, schooldagen: [78, 84], aaneen: 0, verwacht: { open: ['BS-eind'] }, verzuim: escaleert, blijftLiggen: ['BS-eind'],
    antwoorden: {
      'KT-14': wachtlijst('SBO'), 'KT-16a': altijd({ individueleBegeleidingSBO: 'JA' }), 'KT-16b': altijd({ gekozenOptie: 'sbo' }),
      'BS-hand': ({ schooldag }) => ({ locatie: 'De Steenen Kamer', eindDatum: schooldag(38) }),
    },
  },
  {
    naam: 'aanvraag bij de inspectie moet nog', aantal: 1, schooldagen: [44, 48], aaneen: 0, verwacht: { open: ['CA-03-4'] }, verzuim: escaleert, blijftLiggen: ['CA-03-4', 'KT-14'],
    antwoorden: { 'KT-08a': altijd({ minderUrenDanVerplicht: 'ja' }), 'CA-03-1': altijd({ isOverbrugging: false }) },
  },
  {
    naam: 'bestuurder moet besluiten', aantal: 1, schooldagen: [80, 84], aaneen: 0, verwacht: { open: ['DZ-besluit'] }, verzuim: escaleert, blijftLiggen: ['DZ-besluit'],
    antwoorden: { 'KT-14': wachtlijst('SO'), 'KT-16y': altijd({ keuze: 'DOORZETTINGSMACHT' }) },
  },
];
