import { VERBETERFORMULIEREN } from './forms.ts';

/** Wat iedere taak meekrijgt (werkafspraak met de modellen). */
export const CONTEXT: Record<string, unknown> = {
  casusnummer: '2026-0147',
  route: 'kernteam',
  leerling: { aanduiding: 'M.K., groep 4', groep: 4, ingeschreven: true },
  leerlingStatus: { leeftijd: 8, leerplichtig: true, registratieStatus: 'DREIGEND_THUISZITTER' },
  school: { naam: 'OBS De Wilgenbrug', schooltype: 'BAO' },
  verzuim: { peildatum: '2025-09-26', dagenThuisWeek: 3.5, thuisTot: '2025-09-19', urenOngeoorloofd4wk: 17.25, aantalTeLaat: 2 },
  klok: {
    tekst: 'Thuis sinds 1 september 2025: 3 weken en 6 dagen. Morgen: 4 weken thuis (29 september 2025).',
    thuisTekst: 'Thuis sinds 1 september 2025: 3 weken en 6 dagen.', termijnTekst: '4 weken thuis, morgen (29 september 2025)',
  },
  uiterlijkTekst: 'vrijdag 3 oktober 2025',
  validatieFouten: null,
  toelichtingTaak: null,
};

/** Dezelfde namen, allemaal leeg: zo begint een casus. */
export const LEGE_CONTEXT: Record<string, unknown> = Object.fromEntries(Object.keys(CONTEXT).map((naam) => [naam, null]));

/** Een formulier waar nog niets is ingevuld. Een verbeterformulier is er alleen met fouten, en een einddatum heeft elke taak. */
export const leeg = (naam: string): Record<string, unknown> => ({ ...LEGE_CONTEXT, ...(VERBETERFORMULIEREN.includes(naam) ? { ...EXTRA[naam], uiterlijkTekst: CONTEXT['uiterlijkTekst'] } : {}) });

/** Wat een model aan één formulier meegeeft om het voorbeeld te kunnen invullen. */
export const EXTRA: Record<string, Record<string, unknown>> = {
  // Pas met fouten staan de velden er.
  'aanmelding-verbeteren': { validatieFouten: ['Er klopt iets niet.'] },
  'signaal-verbeteren': { validatieFouten: ['Er klopt iets niet.'] },
  verzuimweek: {
    week: {
      maandag: '2025-09-15', van: '2025-09-15', tot: '2025-09-19', tekst: 'Week 38: maandag 15 september tot en met vrijdag 19 september 2025',
      dagen: ['15', '16', '17', '18', '19'].map((d) => ({ value: `2025-09-${d}`, label: `${d} september` })),
    },
  },
  'evaluatie-verslag': { onderwerp: 'de inzet van de AV1-robot of KlasseContact', opties: [{ value: 'VERLENGEN', label: 'Doorgaan' }, { value: 'STOPPEN', label: 'Stoppen' }] },
  'brug-keuze': {
    brugOpties: ['sbo', 'kdc-asvz'],
    brugKeuzes: [
      { value: 'sbo', label: 'Brugplaats op het SBO' },
      { value: 'kdc-asvz', label: 'Overbrugging op het KDC' },
    ],
  },
};
