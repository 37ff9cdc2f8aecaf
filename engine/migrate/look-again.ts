import { machineTime, type Time } from '../../retry/time.ts';
import type { IncidentReads } from '../reads/reads.ts';
import type { Round } from './carry-round.ts';
import { readStuck, type Stuck } from './stuck.ts';

/** Zo lang duurt het hoogstens tot de leeskant een opgelost incident niet meer noemt. */
const PATIENCE_MS = 15_000;
const POLL_MS = 500;
/** Zoveel later staat een stap die weer mislukt er opnieuw. */
const SETTLE_MS = 2_000;

/** Kijkt wat er na een ronde nog stilstaat. Is er niets gedaan, dan kost dat geen tijd. */
export async function lookAgain({ reads, time = machineTime }: { reads: IncidentReads; time?: Time }, { treated }: Round): Promise<readonly Stuck[]> {
  const giveUpAt = time.ms() + PATIENCE_MS;
  while (treated.size > 0 && (await reads.incidents()).some(({ key }) => treated.has(key)) && time.ms() < giveUpAt) await time.wait(POLL_MS);
  if (treated.size > 0) await time.wait(SETTLE_MS);
  return readStuck(reads);
}
