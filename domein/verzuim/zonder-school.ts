import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { bezwaarTegenDag, rijnaam } from '../regels/verzuimregels.ts';
import type { VerzuimInvoer } from './regels.ts';

/**
 * Scheidt de regels op een dag waarop zeker geen school was van de rest (r. 35: alleen dagen met school tellen). Een formulier
 * krijgt zulke regels terug; het leerlingvolgsysteem kan niets verbeteren, en daarom tellen de goede regels gewoon mee en
 * noemt een zin elke geweigerde rij. Van een dag die niet in de schoolvakanties staat is niets zeker: die blijft.
 */
export function zonderSchool(ontvangen: VerzuimInvoer, kalender: Schoolkalender): { goed: VerzuimInvoer; geweigerd: string[] } {
  const geweigerd: string[] = [];
  const filter = <T extends { datum: string }>(label: string, lijst: readonly T[]): T[] =>
    lijst.filter(({ datum }, nummer) => {
      if (!kalender.kent(datum) || kalender.isSchooldag(datum)) return true;
      geweigerd.push(`${rijnaam(label, nummer, datum)}: ${bezwaarTegenDag(datum, undefined, kalender)}.`);
      return false;
    });
  const goed = { ...ontvangen, regels: filter('Verzuim per dag', ontvangen.regels), teLaat: filter('Te laat gekomen', ontvangen.teLaat) };
  return { goed, geweigerd };
}
