import { extensies } from '../nakijken/modellen/element.ts';
import type { Scenario } from '../scripts/demo/scenario.ts';
import type { Bestanden } from './bestanden.ts';
import type { Geraakt } from './geraakte-processen.ts';
import { modellenVan } from './modellen.ts';
import type { Opname } from './opname.ts';

const FRAME = 'casus';
const ROUTES = ['kernteam', 'geen-kernteam'] as const;
/** De route die een verloop volgt. */
export const routeVan = ({ zonderKernteam }: Scenario): (typeof ROUTES)[number] => (zonderKernteam ? 'geen-kernteam' : 'kernteam');

/** Welk proces welk ander aanroept. */
export type Aanroepen = ReadonlyMap<string, readonly string[]>;

/** Leest uit de modellen wie wie aanroept; een aanroep die pas bij het spelen bekend is (de route) staat er niet in. */
export async function leesAanroepen(...kanten: readonly Bestanden[]): Promise<Aanroepen> {
  const uit = new Map<string, string[]>();
  for (const bestanden of kanten) {
    for (const { naam, opId } of await modellenVan(bestanden)) {
      const roept = Object.values(opId).flatMap((e) => (e ? extensies(e, 'zeebe:CalledElement').map(({ processId }) => processId ?? '') : []));
      uit.set(naam, [...(uit.get(naam) ?? []), ...roept.filter((id) => id !== '' && !id.startsWith('='))]);
    }
  }
  return uit;
}

function bereik(aanroepen: Aanroepen, vanaf: readonly string[]): ReadonlySet<string> {
  const gezien = new Set<string>();
  const rij = [...vanaf];
  for (let proces = rij.pop(); proces !== undefined; proces = rij.pop()) {
    if (gezien.has(proces)) continue;
    gezien.add(proces);
    rij.push(...(aanroepen.get(proces) ?? []));
  }
  return gezien;
}

/**
 * De verlopen waarin een geraakt proces kan voorkomen, volgens wie wie aanroept. Wat niemand aanroept begint vanzelf (elke dag, of door
 * een signaal) en kan in elk verloop voorkomen.
 */
export function mogelijkeVerlopen(verlopen: readonly Scenario[], aanroepen: Aanroepen, { processen, overal }: Geraakt): Scenario[] {
  const perRoute = new Map(ROUTES.map((route) => [route, bereik(aanroepen, [FRAME, route])]));
  const los = [...processen].some((proces) => [...perRoute.values()].every((b) => !b.has(proces)));
  return verlopen.filter((verloop) => overal || los || [...processen].some((proces) => perRoute.get(routeVan(verloop))?.has(proces)));
}

/** Kwam dit kind met wat er nu draait langs een geraakt proces? Zo niet, dan verandert er voor dit kind niets en hoeft het niet nog eens. */
export const kwamLangs = ({ pad }: Opname, { processen, overal }: Geraakt): boolean => overal || pad.some(({ proces }) => processen.has(proces));
