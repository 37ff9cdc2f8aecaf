import type { Random } from '../scripts/demo/random.ts';

const MIDDEN = 0.45;

/**
 * Geen toeval: elke keer dezelfde keuze, ongeacht hoe vaak er al gekozen is. Komt er een stap bij, dan doet iedereen de andere stappen
 * nog even snel als eerst, en is elk verschil er een van de bestanden.
 */
export const VAST: Random = {
  getal: () => MIDDEN,
  tussen: (min, max) => min + Math.floor(MIDDEN * (max - min + 1)),
  onder: (grens) => Math.floor(MIDDEN * grens),
  kies: (uit) => uit[Math.floor(MIDDEN * uit.length)] as never,
  tak: () => VAST,
};
