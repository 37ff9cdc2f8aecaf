import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Onderdeel } from './nog-in-te-vullen.ts';

/** Een formulier, voor zover deze stempels ernaar kijken. */
export interface Formulier {
  readonly components: readonly Blok[];
}
export type Blok = Onderdeel & { readonly text?: string };

/** De bron: een gewoon formulier met alleen de kop, te openen en te wijzigen in Camunda Modeler. */
export const KOP = (JSON.parse(readFileSync(join(import.meta.dirname, 'kop.form'), 'utf8')) as Formulier).components;
const CASUS = 'Field_casus';
/** Het blok met de eigen zinnen van een formulier: waarom de taak er is en wat er daarna gebeurt. */
const TAAK = 'Field_taak';
/** Vanaf hier is de tekst van dat blok voor alle formulieren gelijk. */
const STAART = '\n\n{{if uiterlijkTekst';

/**
 * Zet de kop boven een formulier: teruggekomen fouten, de regel bij het laden, de casus, het verzuim en de taak. De eigen
 * zinnen van een formulier blijven staan. Een startformulier en het formulier dat het verbetert hebben nog geen casus om te tonen
 * en houden hun eigen begin.
 * @returns het formulier met de kop uit `kop.form`
 */
export function metKop<F extends Formulier>(formulier: F): F {
  if (!formulier.components.some(({ id }) => id === CASUS)) return formulier;
  const ids = new Set(KOP.map(({ id }) => id));
  const eigen = formulier.components.find(({ id }) => id === TAAK);
  return {
    ...formulier,
    components: [
      ...KOP.map((blok) => (blok.id === TAAK && eigen ? { ...blok, text: `${deel(eigen)[0]}${deel(blok)[1]}` } : blok)),
      ...formulier.components.filter(({ id }) => !ids.has(id)),
    ],
  };
}

/** De eigen zinnen en de gedeelde staart van het blok met de taak. */
function deel({ text = '' }: Blok): [eigen: string, staart: string] {
  const plek = text.indexOf(STAART);
  return plek === -1 ? [text, ''] : [text.slice(0, plek), text.slice(plek)];
}
