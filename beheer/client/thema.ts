import { DONKER, LICHT, type Palet } from './kleuren.ts';

const donker = matchMedia('(prefers-color-scheme: dark)');
const papier = matchMedia('print');

/** Het palet van nu: op papier altijd licht. */
export const huidigPalet = (): Palet => (donker.matches && !papier.matches ? DONKER : LICHT);

/** Roept `werk` als de lezer van licht naar donker gaat, of gaat afdrukken. */
export function bijThema(werk: () => void): void {
  for (const vraag of [donker, papier]) vraag.addEventListener('change', werk);
}
