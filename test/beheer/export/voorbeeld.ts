import { TEKENS } from '../../../beheer/export/onderdrukt.ts';
import type { Uitvoer } from '../../../beheer/export/tabel.ts';

/** Een tabel met alles wat in een bestand mis kan gaan. */
export const VOORBEELD: Uitvoer = {
  titel: 'Proef & meer',
  over: [{ naam: 'Filter', tekst: 'schoolbestuur =1+1 & "De Brug"; groep 4' }, { naam: 'Gemeten op', tekst: 'maandag 8 september 2025 om 09:00' }],
  tekens: TEKENS,
  tabellen: [{
    titel: 'Onderdelen',
    kolommen: [
      { kop: 'Onderdeel', soort: 'tekst', uitleg: 'De naam.' }, { kop: 'Nu: kinderen', soort: 'aantal', uitleg: 'Hoeveel.' }, { kop: 'Aandeel', soort: 'aandeel', uitleg: 'Deel van één.' },
      { kop: 'Mediaan', soort: 'dagen', uitleg: 'Dagen.' }, { kop: 'Dag', soort: 'datum', uitleg: 'Een dag.' },
    ],
    rijen: [
      ['=HYPERLINK("http://x.example")', 12, 0.248, 3, '2026-03-29'],
      ['\t@SUM(1)', '<5', 'niet getoond', null, null],
      ['Zeg; "ja"\nen nee', -7, -0.1, 2.5, '2025-10-26'],
      ['Gesprek één', 0, 1, 0, '2025-12-31'],
    ],
  }],
};
