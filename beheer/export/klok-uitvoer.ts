import type { Klokbeeld, Verloop } from '../cijfers/klokbeeld.ts';
import type { Getal } from '../getal.ts';
import { getoond, TEKENS } from './onderdrukt.ts';
import type { Cel, Kolom, Tabel, Uitvoer } from './tabel.ts';

/** De klok van het kind als bestand, uit hetzelfde beeld als de pagina en dus even onderdrukt. */
export function klokUitvoer(beeld: Klokbeeld): Uitvoer {
  const maanden = [beeld.stand, beeld.stroom].flatMap((verloop) => verloop ?? []);
  return { titel: 'De klok van het kind', over: beeld.over, tekens: TEKENS, tabellen: [alles(beeld, maanden), ...(maanden.length === 0 ? [] : [perMaand(maanden)])] };
}

const KOLOMMEN: readonly Kolom[] = [
  { kop: 'Onderdeel', soort: 'tekst', uitleg: 'Het deel van de pagina.' },
  { kop: 'Maand', soort: 'tekst', uitleg: 'Bij een getal per maand; leeg: de dag van meten, of het schooljaar van het filter.' },
  { kop: 'Wat', soort: 'tekst', uitleg: 'Wie of wat er geteld is; de woorden staan op de pagina uitgelegd.' },
  { kop: 'Kinderen', soort: 'aantal', uitleg: 'Hoeveel kinderen, elk kind één keer.' },
  { kop: 'Mediaan dagen', soort: 'dagen', uitleg: 'Bij de helft van hen duurde het hoogstens zoveel kalenderdagen.' },
  { kop: 'P90 dagen', soort: 'dagen', uitleg: 'Bij negen van de tien van hen duurde het hoogstens zoveel kalenderdagen. Niet getoond onder tien kinderen: daar is het de langste.' },
];

/** Elk getal van de pagina onder elkaar, zodat ook een bestand met één tabel alles heeft. */
function alles({ dag, schooljaar, kern, thuis, duur, redenen, terugval }: Klokbeeld, maanden: readonly Verloop[]): Tabel {
  const kinderen = (onderdeel: string, wat: string, getal: Getal, maand: string | null = null): Cel[] => [onderdeel, maand, wat, getoond(getal.waarde), null, null];
  const nu = `Vandaag, ${dag}`;
  return {
    titel: 'Klok', kolommen: KOLOMMEN,
    rijen: [
      ...kern.map(({ naam, getal }) => kinderen(nu, naam, getal)),
      ...thuis.rijen.map(({ naam, getal }) => kinderen('Kinderen thuis, naar hoe lang', naam, getal)),
      ...thuis.straks.map(({ naam, getal }) => kinderen(`Binnen ${thuis.dagen} dagen, als er niets verandert`, naam, getal)),
      ...duur.map(({ naam, kengetal }): Cel[] => ['Hoe lang het duurt', null, naam, null, getoond(kengetal?.mediaan ?? null), getoond(kengetal?.p90 ?? null)]),
      ...redenen.flatMap(({ kop, totaal, rijen }) => [...rijen, { naam: 'samen', getal: totaal }].map(({ naam, getal }) => kinderen(`${kop}, schooljaar ${schooljaar}`, naam, getal))),
      kinderen('Terugval', `begonnen met een blijvend aanbod in ${schooljaar}`, terugval.eindigde),
      kinderen('Terugval', `daarvan langer dan ${terugval.naam} geleden`, terugval.venster),
      kinderen('Terugval', `daarvan weer thuiszitter binnen ${terugval.naam}`, terugval.terug),
      ...maanden.flatMap(({ koppen, rijen }) => koppen.slice(1).flatMap((wat, i) => rijen.map(({ naam, getallen }) => kinderen('Per maand', wat, getallen[i]!, naam)))),
    ],
  };
}

/** Dezelfde maanden naast elkaar, om een grafiek van te maken. */
function perMaand(maanden: readonly Verloop[]): Tabel {
  const uitleg = (kop: string): string => (/^(thuiszitters|langer)/.test(kop) ? 'Op de laatste dag van de maand; in de lopende maand tot en met de dag van meten.' : 'In de loop van de maand, elk kind één keer.');
  return {
    titel: 'Per maand',
    kolommen: [{ kop: 'Maand', soort: 'tekst', uitleg: 'De kalendermaand.' }, ...maanden.flatMap(({ koppen }) => koppen.slice(1).map((kop): Kolom => ({ kop, soort: 'aantal', uitleg: uitleg(kop) })))],
    rijen: (maanden[0]?.rijen ?? []).map(({ naam }, nr) => [naam, ...maanden.flatMap(({ rijen }) => rijen[nr]!.getallen.map(({ waarde }) => getoond(waarde)))]),
  };
}
