import { altijd, escaleert, escaleertEnHerstelt, ingeschreven, licht, naarSbo, overstapNaar, sluitAf, vanafKeer, wachtlijst } from './building-blocks.ts';
import type { Scenario } from './scenario.ts';

/** Wat voor elk verloop op een school zonder kernteam gelijk is. */
const zonder = { zonderKernteam: true } as const;
const weerOpSchool = sluitAf('WEER_OP_SCHOOL', 'De leerling volgt weer alle lessen; de school houdt contact met de ouders.');
const naarSo = { 'CA-06-2': overstapNaar('SO De Boei', 'SO'), 'KT-18': sluitAf('SO', 'De leerling is gestart op het speciaal onderwijs.') };
/** Niemand laat iets liggen, zodat de taak waar het om gaat vandaag openstaat. */
const vlot = { 'GK-00c': 0, 'KT-01a': 0, 'KT-01b': 0, 'KT-02': 0, 'GK-03a': 0, 'KT-04': 0, 'GK-05': 1, 'KT-07b': 1, 'KT-08a': 0 };

/** Verlopen zonder kernteam die vandaag zijn afgerond. Een gedeelde stap heet naar de eerste route die haar noemt. */
export const AFGEROND_ZONDER_KERNTEAM: readonly Scenario[] = [
  {
    ...zonder, naam: 'zonder kernteam: verzuim stopt na het gesprek met ouders', aantal: 3, schooldagen: [8, 196], aaneen: 0, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: licht,
    antwoorden: { 'KT-01a': ({ vandaag }) => ({ verzuimGestopt: 'ja', datumVolledigTerug: vandaag }) },
  },
  {
    ...zonder, naam: 'zonder kernteam: consult bij twijfel, daarna stopt het verzuim', aantal: 6, schooldagen: [60, 196], aaneen: 0, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: licht,
    signalen: [{ na: 'GK-05', schooldagen: 14, soort: 'verzuim-gestopt', inhoud: ({ vandaag }) => ({ datumVolledigTerug: vandaag }) }],
    antwoorden: { 'GK-03a': altijd({ twijfel: 'ja', vraag: 'Is het verstandig om nu al de jeugdarts te vragen?' }), 'KT-18': weerOpSchool },
  },
  {
    ...zonder, naam: 'zonder kernteam: hersteld in vier weken, de contactpersoon kijkt mee', aantal: 6, schooldagen: [65, 196], aaneen: 50, verwacht: { afgerond: 'VERZUIM_GESTOPT' }, verzuim: escaleertEnHerstelt,
    antwoorden: { 'KT-13a': vanafKeer(2, { leerlingVolledigTerug: 'ja' }), 'KT-18': weerOpSchool },
  },
  {
    ...zonder, naam: 'zonder kernteam: vroeg besluit en soepele overstap', aantal: 4, schooldagen: [85, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    antwoorden: { 'KT-13a': vanafKeer(2, { perspectiefHelder: 'ja' }), 'KT-14': naarSbo, 'KT-08b': altijd({ hulpvraagSwv: true }), ...naarSo }, signalen: [ingeschreven],
  },
  {
    ...zonder, schooltype: 'SO', naam: 'zonder kernteam: een SO-leerling naar het KDC-ASVZ', aantal: 2, schooldagen: [125, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    antwoorden: {
      'KT-14': wachtlijst('SO'), 'KT-16a': altijd({ individueleBegeleidingASVZ: 'JA', ruimteKDC: 'JA' }), 'KT-16b': altijd({ gekozenOptie: 'kdc-asvz' }),
      'KDC-hand': altijd({ locatie: 'KDC ASVZ' }), 'KDC-eind': altijd({ locatie: 'KDC ASVZ', bestemming: 'SO De Boei' }), ...naarSo,
    },
    wachttijd: { 'KDC-eind': 24 }, signalen: [ingeschreven],
  },
  {
    ...zonder, schooltype: 'SBO', naam: 'zonder kernteam: een SBO-leerling naar het andere SBO', aantal: 2, schooldagen: [125, 196], aaneen: 50, verwacht: { afgerond: 'PASSEND_AANBOD_GEREALISEERD' }, verzuim: escaleert,
    antwoorden: {
      'KT-14': wachtlijst('SO'), 'KT-16a': altijd({ individueleBegeleidingSBO: 'JA' }), 'KT-16b': altijd({ gekozenOptie: 'sbo' }),
      'BS-hand': altijd({ locatie: 'Het andere SBO' }), 'BS-eind': altijd({ locatie: 'Het andere SBO', bestemming: 'SO De Boei' }), ...naarSo,
    },
    wachttijd: { 'BS-eind': 24 }, signalen: [ingeschreven],
  },
];

/** Verlopen zonder kernteam die vandaag nog openstaan. */
export const LOPEND_ZONDER_KERNTEAM: readonly Scenario[] = [
  { ...zonder, naam: 'zonder kernteam: geen contactpersoon in de adreslijst', aantal: 1, schooldagen: [3, 4], aaneen: 0, verwacht: { open: ['GK-00c'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['GK-00c'] },
  {
    ...zonder, naam: 'zonder kernteam: de contactpersoon geeft nog advies', aantal: 1, schooldagen: [8, 9], aaneen: 0, verwacht: { open: ['GK-03b'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['GK-03b'],
    antwoorden: { 'GK-03a': altijd({ twijfel: 'ja', vraag: 'Wanneer betrekken wij het jeugdteam?' }) },
  },
  { ...zonder, naam: 'zonder kernteam: de school regelt de regie', aantal: 1, schooldagen: [6, 7], aaneen: 0, verwacht: { open: ['GK-05'] }, verzuim: licht, wachttijd: vlot, blijftLiggen: ['GK-05'] },
  { ...zonder, naam: 'zonder kernteam: thuis vanaf de eerste dag', aantal: 1, schooldagen: [4, 6], aaneen: 0, verwacht: { open: ['KT-07b'] }, verzuim: { ...escaleert, thuisVanafBegin: true }, wachttijd: vlot, blijftLiggen: ['KT-07b'] },
  { ...zonder, naam: 'zonder kernteam: midden in de vier weken', aantal: 5, schooldagen: [36, 40], aaneen: 0, verwacht: { open: [] }, verzuim: escaleertEnHerstelt },
  { ...zonder, naam: 'zonder kernteam: het besluit is te laat', aantal: 1, schooldagen: [58, 60], aaneen: 0, verwacht: { open: ['KT-14'] }, verzuim: escaleert, blijftLiggen: ['KT-14'] },
];
