import { join } from 'node:path';
import { leesLijst, vingerafdrukken } from '../tekeningen/vingerafdruk.ts';
import type { Bevinding } from '../../nakijken/bevinding.ts';

const WORTEL = join(import.meta.dirname, '../..');

/** Is elke tekening van het model zoals het nu is? Vergelijkt vingerafdrukken en tekent zelf niets. */
export function lintTekeningen(modellen = join(WORTEL, 'bpmn'), tekeningen = join(WORTEL, 'docs/tekeningen')): Bevinding[] {
  const getekend = leesLijst(tekeningen);
  const nu = vingerafdrukken(modellen);
  const opmerking = (bestand: string, tekst: string): Bevinding => ({ bestand, plaats: 'docs/tekeningen', tekst: `${tekst}: draai npm run tekeningen`, regel: 'tekening' });
  return [
    ...Object.keys(nu).filter((b) => getekend[b] === undefined).map((b) => opmerking(b, 'Dit model is nog niet getekend')),
    ...Object.keys(nu).filter((b) => getekend[b] !== undefined && getekend[b] !== nu[b]).map((b) => opmerking(b, 'Het model is veranderd en de tekening niet')),
    ...Object.keys(getekend).filter((b) => nu[b] === undefined).map((b) => opmerking(b, 'Dit model is er niet meer en de tekening nog wel')),
  ];
}
