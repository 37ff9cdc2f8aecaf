import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Onderdeel } from './nog-in-te-vullen.ts';

/** Een formulier, voor zover deze stempels ernaar kijken. */
export interface Formulier {
  readonly components: readonly Blok[];
}
type Blok = Onderdeel & { readonly text?: string };

/** De bron: een gewoon formulier met alleen de kop, te openen en te wijzigen in Camunda Modeler. */
const KOP = (JSON.parse(readFileSync(join(import.meta.dirname, 'kop.form'), 'utf8')) as Formulier).components;
/** Het enige blok dat een startformulier ook heeft: er is nog geen casus om te tonen. */
const FOUTEN = 'Field_fouten';
const CASUS = 'Field_casus';
/** Het blok met de eigen zinnen van een formulier: waarom de taak er is en wat er daarna gebeurt. */
const TAAK = 'Field_taak';
/** Vanaf hier is de tekst van dat blok voor alle formulieren gelijk. */
const STAART = '\n\n{{if uiterlijkTekst';

/**
 * Zet de kop boven een formulier: teruggekomen fouten, de regel bij het laden, de casus, het verzuim en de taak. Een
 * startformulier houdt zijn eigen inleiding en krijgt alleen de fouten. De eigen zinnen van een formulier blijven staan.
 * @returns het formulier met de kop uit `kop.form`
 */
export function metKop<F extends Formulier>(formulier: F): F {
  const isTaak = formulier.components.some(({ id }) => id === CASUS);
  const kop = KOP.filter(({ id }) => isTaak || id === FOUTEN);
  const ids = new Set(kop.map(({ id }) => id));
  const eigen = formulier.components.find(({ id }) => id === TAAK);
  return {
    ...formulier,
    components: [
      ...kop.map((blok) => (blok.id === TAAK && eigen ? { ...blok, text: `${deel(eigen)[0]}${deel(blok)[1]}` } : blok)),
      ...formulier.components.filter(({ id }) => !ids.has(id)),
    ],
  };
}

/** De eigen zinnen en de gedeelde staart van het blok met de taak. */
function deel({ text = '' }: Blok): [eigen: string, staart: string] {
  const plek = text.indexOf(STAART);
  return plek === -1 ? [text, ''] : [text.slice(0, plek), text.slice(plek)];
}
