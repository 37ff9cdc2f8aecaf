import { GEWOON } from '../../../scripts/demo/answers.ts';
import type { Vraag } from '../../../scripts/demo/scenario.ts';

/** Een antwoord dat de demo geeft; zonder waarde als zij van het kind of de dag afhangt. */
export interface Demoantwoord {
  readonly formulier: string;
  readonly sleutel: string;
  readonly waarde: unknown;
}

/** Wat de demo op elk formulier invult, zonder engine of kind: alles wat een antwoord opvraagt bestaat, en is leeg. */
export const nagespeeld = (): readonly Demoantwoord[] => (gespeeld ??= Object.entries(GEWOON).flatMap(([formulier, antwoord]) =>
  Object.entries(antwoord(ALLES)).map(([sleutel, waarde]) => ({ formulier, sleutel, waarde: typeof waarde === 'function' ? undefined : waarde }))));
let gespeeld: readonly Demoantwoord[] | undefined;

/** Elke eigenschap en elke functie geeft weer zoiets; als tekst is het een dag, als getal één. */
const iets = (): unknown => new Proxy(() => undefined, {
  get: (_doel, naam) => (naam === Symbol.toPrimitive ? (soort: string) => (soort === 'number' ? 1 : '2026-01-05') : naam === Symbol.iterator ? function* leeg() { /* geen rijen */ } : naam === 'length' ? 0 : iets()),
  apply: () => iets(),
});
const ALLES = iets() as Vraag;
