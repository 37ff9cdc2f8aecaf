import { alsDag, plusDagen, plusMaanden, type Datum } from './datum.ts';

/** Een kalendermaand als `jjjj-mm`; zulke teksten laten zich gewoon met `<` vergelijken. */
export type Maand = string;

export const maandVan = (dag: Datum): Maand => dag.slice(0, 7);
export const eersteDagVan = (maand: Maand): Datum => `${maand}-01`;
export const laatsteDagVan = (maand: Maand): Datum => plusDagen(plusMaanden(eersteDagVan(maand), 1), -1);
export const volgendeMaand = (maand: Maand): Maand => schuif(maand, 1);
export const vorigeMaand = (maand: Maand): Maand => schuif(maand, -1);
/** "maart 2026". */
export const maandTekst = (maand: Maand): string => alsDag(eersteDagVan(maand)).setLocale('nl').toFormat('LLLL yyyy');
/** "mrt", voor een as. */
export const maandKort = (maand: Maand): string => alsDag(eersteDagVan(maand)).setLocale('nl').toFormat('LLL').replace('.', '');

/** De eerste en de laatste maand van een schooljaar als `2025-2026`: augustus tot en met juli. */
export const maandenVan = (schooljaar: string): { van: Maand; tot: Maand } => ({ van: `${schooljaar.slice(0, 4)}-08`, tot: `${schooljaar.slice(5)}-07` });

/** De maanden van een schooljaar voor zover zij op deze dag begonnen zijn. */
export function begonnenMaanden(schooljaar: string, peildatum: Datum): Maand[] {
  const { van, tot } = maandenVan(schooljaar);
  const uit: Maand[] = [];
  for (let maand = van; maand <= tot && eersteDagVan(maand) <= peildatum; maand = volgendeMaand(maand)) uit.push(maand);
  return uit;
}

/** De dag waarop een stand van deze maand gemeten is: haar laatste, of de peildatum als zij nog loopt. */
export function meetdagVan(maand: Maand, peildatum: Datum): Datum {
  const laatste = laatsteDagVan(maand);
  return laatste < peildatum ? laatste : peildatum;
}

/** Valt deze dag in dit schooljaar? */
export function inSchooljaar(dag: Datum, schooljaar: string): boolean {
  const { van, tot } = maandenVan(schooljaar);
  return maandVan(dag) >= van && maandVan(dag) <= tot;
}

// Rekenen met getallen: een kaart loopt per vraag duizenden maanden af.
function schuif(maand: Maand, n: number): Maand {
  const [jaar, nummer] = maand.split('-').map(Number) as [number, number];
  const plek = jaar * 12 + nummer - 1 + n;
  return `${String(Math.floor(plek / 12)).padStart(4, '0')}-${String((plek % 12) + 1).padStart(2, '0')}`;
}
