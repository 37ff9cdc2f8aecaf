import { altijd, eigenSchool, escaleert, escaleertEnHerstelt, geenUitzicht, ingeschreven, licht, naarSbo, nogEenPeriode, overstapNaar, sluitAf, vanafKeer, wachtlijst } from './building-blocks.ts';
import type { Scenario } from './scenario.ts';

const weerOpSchool = sluitAf('WEER_OP_SCHOOL', 'De leerling volgt weer alle lessen; nazorg is afgesproken.');
const naarDeKameleon = { 'CA-06-2': overstapNaar('De Kameleon', 'SBO'), 'KT-18': sluitAf('SBO', 'De leerling is gestart op het speciaal basisonderwijs.') };

/** Verlopen die vandaag zijn afgerond; samen raken zij elk einde van de route. */
export const AFGEROND: readonly Scenario[] = [
  {
    naam: 'verzuim stopt na het gesprek met ouders', aantal: 8, schooldagen: [8, 196], aaneen: 0, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: licht,
    antwoorden: { 'KT-01a': ({ vandaag }) => ({ verzuimGestopt: 'ja', datumVolledigTerug: vandaag }) },
  },
  {
    naam: 'verzuim stopt tijdens het volgen', aantal: 8, schooldagen: [60, 196], aaneen: 0, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: licht,
    signalen: [{ na: 'KT-06', schooldagen: 14, soort: 'verzuim-gestopt', inhoud: ({ vandaag }) => ({ datumVolledigTerug: vandaag }) }], antwoorden: { 'KT-18': weerOpSchool },
  },
  {
    naam: 'nog niet leerplichtig', aantal: 1, schooldagen: [60, 196], aaneen: 0, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: licht, kind: { leeftijd: 4, groep: 1 },
    signalen: [{ na: 'KT-06', schooldagen: 10, soort: 'verzuim-gestopt', inhoud: ({ vandaag }) => ({ datumVolledigTerug: vandaag }) }],
    antwoorden: { 'KT-06': altijd({ leerplichtIngelicht: false, leerplichtDatum: undefined }), 'KT-18': weerOpSchool },
  },
  {
    naam: 'hersteld in vier weken op een school zonder koppeling: de weekvraag wordt elke week beantwoord', aantal: 1, schooldagen: [65, 196], aaneen: 50,
    verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: escaleertEnHerstelt, kind: { lasKoppeling: false },
    antwoorden: { 'KT-13a': vanafKeer(2, { leerlingVolledigTerug: 'ja' }), 'KT-18': weerOpSchool },
  },
  {
    naam: 'hersteld in vier weken', aantal: 8, schooldagen: [65, 196], aaneen: 50, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: escaleertEnHerstelt,
    antwoorden: { 'KT-13a': vanafKeer(2, { leerlingVolledigTerug: 'ja' }), 'KT-18': weerOpSchool },
  },
  {
    naam: 'vroeg besluit en soepele overstap', aantal: 5, schooldagen: [85, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    antwoorden: { 'KT-13a': vanafKeer(2, { perspectiefHelder: 'ja' }), 'KT-14': naarSbo, ...naarDeKameleon }, signalen: [ingeschreven],
  },
  {
    naam: 'arrangement op de eigen school', aantal: 5, schooldagen: [115, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleertEnHerstelt,
    antwoorden: {
      'KT-14': eigenSchool, 'CA-06-2': ({ kind }) => ({ bestemmingSchool: kind.school.naam, bestemmingType: 'EIGEN_SCHOOL' }),
      'KT-18': sluitAf('ARRANGEMENT_EIGEN_SCHOOL', 'Met een arrangement lukt het op de eigen school.'),
    },
    signalen: [{ na: 'KT-06', schooldagen: 3, soort: 'vraag-leerplicht' }],
  },
  {
    naam: 'brugplaats SBO', aantal: 3, schooldagen: [125, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    antwoorden: {
      'KT-13b': geenUitzicht, 'KT-14': wachtlijst('SBO'), 'KT-16a': altijd({ individueleBegeleidingSBO: 'JA' }), 'KT-16b': altijd({ gekozenOptie: 'sbo' }),
      'BS-hand': altijd({ locatie: 'De Steenen Kamer' }), 'BS-eind': altijd({ locatie: 'De Steenen Kamer', bestemming: 'De Kameleon' }), ...naarDeKameleon,
    },
    wachttijd: { 'BS-eind': 24 }, signalen: [ingeschreven],
  },
  {
    naam: 'brugplaats KDC-ASVZ', aantal: 1, schooldagen: [125, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    antwoorden: {
      'KT-13b': geenUitzicht, 'KT-14': wachtlijst('JEUGDHULP_BEHANDELING', { onderwijsMogelijk: 'NEE', inGroepFunctioneren: undefined, behandelingVoorwaarde: 'JA' }),
      'KT-16a': altijd({ individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA' }), 'KT-16b': altijd({ gekozenOptie: 'kdc-asvz' }), 'KDC-hand': altijd({ locatie: 'KDC ASVZ' }),
      'KDC-eind': altijd({ resultaat: 'BEHANDELING', locatie: 'KDC ASVZ' }), 'CA-03-1': altijd({ reden: 'MEDISCH_PARAMEDISCH_OF_ZIEKTE', bewijsstukAanwezig: true }),
      'CA-06-2': overstapNaar('Behandelgroep De Haven', 'JEUGDHULP'), 'KT-18': sluitAf('JEUGDHULP', 'De behandeling is begonnen; onderwijs volgt daarna.'),
    },
    wachttijd: { 'KDC-eind': 24 }, signalen: [ingeschreven],
  },
  {
    naam: 'naar GOAL en daarna voortgezet onderwijs', aantal: 1, schooldagen: [125, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    kind: { leeftijd: 11, groep: 8, didactischeLeeftijd: 58 },
    antwoorden: {
      'KT-14': wachtlijst('VO'), 'KT-16a': altijd({ voOrientatie: 'ja' }), 'KT-16b': altijd({ gekozenOptie: 'goal' }), 'GO-hand': altijd({ locatie: 'GOAL Dordrecht' }),
      'GO-eind': altijd({ locatie: 'GOAL Dordrecht', bestemming: 'Praktijkschool De Kade' }), 'CA-06-2': overstapNaar('Praktijkschool De Kade', 'VO'),
      'KT-18': sluitAf('VO', 'De leerling is begonnen op het voortgezet onderwijs.'),
    },
    wachttijd: { 'GO-eind': 24 }, signalen: [ingeschreven],
  },
  {
    naam: 'tweede periode van vier weken', aantal: 3, schooldagen: [105, 196], aaneen: 75, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: escaleert,
    antwoorden: {
      'KT-08b': altijd({ twijfel: true, twijfelVraag: 'Is maatwerk op school nog genoeg?' }), 'CA-04-2': altijd({ advies: 'MAATWERK_SWV' }), 'KT-13a': vanafKeer(5, { leerlingVolledigTerug: 'ja' }), 'KT-13b': geenUitzicht,
      'KT-14': nogEenPeriode, 'KT-18': weerOpSchool,
    },
  },
  {
    naam: 'verhuisd en uitgeschreven', aantal: 2, schooldagen: [65, 196], aaneen: 50, verwacht: { afgerond: 'UITGESCHREVEN_VERHUISD' }, verzuim: escaleert,
    signalen: [{ na: 'KT-11a', schooldagen: 5, soort: 'leerling-uitgeschreven', inhoud: ({ vandaag }) => ({ nieuweSchool: 'CBS De Regenboog', nieuweGemeente: 'Gorinchem', ingeschrevenOp: vandaag, volledigNaarSchool: 'ja' }) }],
    antwoorden: { 'KT-18': sluitAf('UITGESCHREVEN', 'Het gezin is verhuisd; de nieuwe school kent de afspraken.') },
  },
  {
    naam: 'doorzettingsmacht', aantal: 1, schooldagen: [110, 196], aaneen: 50, verwacht: { afgerond: 'DOORZETTINGSBESLUIT_UITGEVOERD' }, verzuim: escaleert,
    antwoorden: {
      'KT-14': wachtlijst('SO'), 'KT-16y': altijd({ keuze: 'DOORZETTINGSMACHT' }), 'DZ-besluit': altijd({ bestemming: 'SO De Zandplaat' }),
      'CA-06-2': overstapNaar('SO De Zandplaat', 'SO'), 'KT-18': sluitAf('DOORZETTINGSBESLUIT', 'Het besluit van de bestuurder is uitgevoerd.'),
    },
    signalen: [ingeschreven],
  },
  {
    naam: 'vrijstelling verleend', aantal: 1, schooldagen: [60, 196], aaneen: 0, verwacht: { afgerond: 'ONTHEFFING_VRIJSTELLING' }, verzuim: licht,
    signalen: [{ na: 'KT-06', schooldagen: 8, soort: 'vrijstelling-overwogen' }], antwoorden: { 'KT-18': sluitAf('ONTHEFFING', 'De vrijstelling geldt voor dit schooljaar.') },
  },
];
