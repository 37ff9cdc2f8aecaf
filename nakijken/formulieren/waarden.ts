import { createRequire } from 'node:module';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import type { Nakijkregel } from '../regel.ts';
import { uitdrukkingen } from './uitdrukkingen.ts';
import { veldplaats } from './lezen.ts';

interface Vergelijking { readonly naam: string; readonly waarde: string }
const { vergelijkingen, kanZijn, waardenLijst } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/waarden.js') as {
  vergelijkingen: (feel: string) => Vergelijking[];
  kanZijn: (vergelijking: Vergelijking) => boolean;
  waardenLijst: (naam: string) => string[];
};

const { onderdelen: geschreven } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/variabelen.js') as { onderdelen(): ReadonlySet<string> };

/** Wat bpmnlint in de modellen nakijkt (waarde-bestaat), in de formulieren: een zin of veld dat nooit verschijnt valt anders niet op. Een naam die niemand schrijft, noemt formulier-variabele. */
export const waardeBestaat: Nakijkregel = {
  naam: 'waarde-bestaat',
  overAlles: true,
  kijk: ({ formulieren }) => formulieren.flatMap((formulier) => uitdrukkingen(formulier).flatMap(({ id, feel }) =>
    vergelijkingen(feel).filter((v) => geschreven().has(v.naam) && !kanZijn(v)).map(({ naam, waarde }) => ({
      bestand: formulier.pad, plaats: veldplaats(formulier, id), tekst: `Geen formulier of tabel geeft ${naam} de waarde "${waarde}".${bedoelde(waarde, waardenLijst(naam)) || ' Kijk naar de spelling, of naar de keuzes van het formulier'}`,
    })))),
};
