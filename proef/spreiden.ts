import type { Scenario } from '../scripts/demo/scenario.ts';
import { routeVan } from './verlopen-kiezen.ts';

/** Zoveel verlopen speelt een proef uit zichzelf: dan is zij in een paar minuten klaar. */
export const STANDAARD = 12;

/** Waarin een verloop van andere kan verschillen: de route, hoe het eindigt, welke vragen het zelf beantwoordt en welke signalen er komen. */
const kenmerken = (verloop: Scenario): string[] => [
  routeVan(verloop), JSON.stringify(verloop.verwacht), ...Object.keys(verloop.antwoorden ?? {}), ...(verloop.signalen ?? []).map(({ soort }) => `signaal ${soort}`),
];

/**
 * Kiest uit de verlopen die ergens langs kunnen komen een paar die samen zo veel mogelijk verschillen: eerst wie blijft staan op een stap die
 * verandert (daar merkt men een termijn), dan telkens het verloop met het meeste dat nog geen ander heeft.
 * @param stappen de stappen die veranderen, zoals zij in het routeboek heten
 * @returns hoogstens `aantal` verlopen, in hun eigen volgorde
 */
export function spreid(verlopen: readonly Scenario[], stappen: ReadonlySet<string>, aantal = STANDAARD): Scenario[] {
  const staat = ({ verwacht }: Scenario): boolean => 'open' in verwacht && verwacht.open.some((stap) => stappen.has(stap));
  const gekozen = new Set(verlopen.filter(staat).slice(0, aantal));
  const gezien = new Set([...gekozen].flatMap(kenmerken));
  const nieuw = (verloop: Scenario): number => kenmerken(verloop).filter((kenmerk) => !gezien.has(kenmerk)).length;
  while (gekozen.size < Math.min(aantal, verlopen.length)) {
    const beste = verlopen.filter((verloop) => !gekozen.has(verloop)).reduce((a, b) => (nieuw(b) > nieuw(a) ? b : a));
    gekozen.add(beste);
    for (const kenmerk of kenmerken(beste)) gezien.add(kenmerk);
  }
  return verlopen.filter((verloop) => gekozen.has(verloop));
}
