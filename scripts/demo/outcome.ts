import { leesCasusEinde } from '../../registratie/casus-einde-lezen.ts';
import type { Register } from '../../registratie/register.ts';
import type { Player } from './player.ts';

/**
 * Kijkt of elk kind is waar zijn scenario het wil hebben. Dat hangt af van de dag waarop de demo speelt: in een vakantie lopen
 * de termijnen door en doet niemand iets. Een afwijking is daarom geen fout; de route deed wat zij hoort te doen.
 * @returns een zin voor elk kind dat ergens anders is
 */
export async function compareOutcome(register: Register, spelers: readonly Player[]): Promise<string[]> {
  const gevonden = await Promise.all(spelers.map((speler) => deviation(register, speler)));
  return spelers.flatMap(({ kind: { kenmerk } }, i) => (gevonden[i] === undefined ? [] : [`${kenmerk}: ${gevonden[i]}`]));
}

async function deviation(register: Register, speler: Player): Promise<string | undefined> {
  const { verwacht } = speler.kind.scenario;
  const open = speler.openTaken().map((taak) => speler.stapVan(taak));
  const openTekst = open.length > 0 ? `open staat ${open.join(', ').replaceAll('_', '-')}` : 'er staat geen taak open';
  if ('afgerond' in verwacht) {
    if (speler.leeft) return `de route loopt nog, ${openTekst}`;
    const casus = await (speler.casusId ? leesCasusEinde(register.db, speler.casusId) : undefined);
    if (casus?.status !== 'afgesloten') return 'de casus is in het register niet afgesloten';
    return casus.reden === verwacht.afgerond ? undefined : `afgesloten met ${casus.reden ?? 'geen reden'} in plaats van ${verwacht.afgerond}`;
  }
  if (!speler.leeft) return 'de route is al afgerond';
  const bedoeld = verwacht.open.length === 0 || verwacht.open.some((stap) => open.includes(stap));
  return bedoeld ? undefined : `${openTekst}, niet ${verwacht.open.join(' of ').replaceAll('_', '-')}`;
}
