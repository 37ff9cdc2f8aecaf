import { z } from 'zod';
import { robotsInGebruik, wachtenden, zetAv1, type Toewijzing } from '../../registratie/av1.ts';
import type { Connection, Tx } from '../../registratie/register.ts';
import type { Beslissen } from '../beslissen.ts';
import { ofIn } from '../casus/beslissingen.ts';
import { ContractError } from '../errors.ts';

const aantal = ofIn('aantal', z.number().int().min(0));

/** Hoeveel robots het SWV heeft: een rij die de proceseigenaar wijzigt (routeboek r. 572). @throws ContractError als de tabel geen heel aantal geeft */
export async function aantalRobots(beslissen: Beslissen): Promise<number> {
  const uitkomst = aantal.safeParse(await beslissen.beslis('av1-robots', { middel: 'AV1' }));
  if (uitkomst.success) return uitkomst.data;
  throw new ContractError('De regel voor de AV1 in bpmn/av1-robots.dmn klopt niet: vul een heel aantal robots in, 0 of meer.');
}

/** De nummers van de robots die niemand heeft. Wordt het aantal verlaagd, dan houdt een kind zijn robot. */
export const vrijeRobots = (totaal: number, inGebruik: readonly number[]): number[] =>
  Array.from({ length: totaal }, (_, n) => n + 1).filter((nummer) => !inGebruik.includes(nummer));

/** Hoeveel robots er nu vrij zijn voor wie nog niet wacht, en hoeveel kinderen er wachten. */
export async function telRobots(db: Connection, totaal: number): Promise<{ robotsVrij: number; wachtenden: number }> {
  const wachtend = (await wachtenden(db)).length;
  return { robotsVrij: Math.max(0, vrijeRobots(totaal, await robotsInGebruik(db)).length - wachtend), wachtenden: wachtend };
}

/**
 * Geeft elke vrije robot aan het kind dat het langst wacht. Alleen hier krijgt een kind een robot, en één tegelijk: zo krijgt er
 * niemand een die al weg is, en gaat niemand voor. De aanroeper houdt de robots vast (`vergrendelRobots`).
 * @returns wie er een kreeg
 */
export async function wijsToe(tx: Tx, totaal: number): Promise<Toewijzing[]> {
  const vrij = vrijeRobots(totaal, await robotsInGebruik(tx));
  const aanDeBeurt = (await wachtenden(tx)).slice(0, vrij.length);
  const toegewezen = aanDeBeurt.map(({ instantie, casusId }, n) => ({ instantie, casusId, robot: vrij[n] as number }));
  for (const { instantie, robot } of toegewezen) await zetAv1(tx, instantie, { stand: 'TOEGEWEZEN', robot, wachtSinds: null });
  return toegewezen;
}
