import type { Aantal } from '../kaart/onderdruk.ts';

const GETAL = new Intl.NumberFormat('nl-NL');

/** Een getal zoals het in Nederland staat: "1.250". */
export const getalTekst = (getal: number): string => GETAL.format(getal);

/** @param deel van nul tot en met één */
export const procentTekst = (deel: number): string => `${getalTekst(Math.round(100 * deel))}%`;

/** Een aantal in een lopende zin, een mail of een grafiek die wordt voorgelezen. */
export const inWoorden = (waarde: Aantal): string => (waarde === null ? 'niet getoond' : waarde === '<5' ? 'minder dan vijf' : getalTekst(waarde));

/** Wat er bij kwam of af ging, als dat uit twee getoonde getallen volgt: "+3", "−2", "0"; anders leeg. */
export const verschilTekst = (nu: Aantal, eerder: Aantal): string =>
  typeof nu !== 'number' || typeof eerder !== 'number' ? '' : nu === eerder ? '0' : nu > eerder ? `+${getalTekst(nu - eerder)}` : `−${getalTekst(eerder - nu)}`;
