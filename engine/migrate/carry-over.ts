import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import type { Time } from '../../retry/time.ts';
import type { ModelFile, Deployed } from '../deploy.ts';
import type { Incident, IncidentReads, InstanceReads, TaskReads } from '../reads/reads.ts';
import type { UserTasks } from '../user-tasks.ts';
import { carryRound, mergeOutcomes, type Round } from './carry-round.ts';
import { lookAgain } from './look-again.ts';
import { report } from './report.ts';
import { stuckOutcomes, stuckReport } from './stuck-report.ts';

/** Wat er bij het meenemen nodig is. */
export interface CarryOver {
  readonly zeebe: ZeebeGrpcClient;
  readonly tasks: Pick<UserTasks, 'complete'>;
  readonly reads: InstanceReads & IncidentReads & TaskReads;
  readonly deployed: readonly Deployed[];
  readonly files: readonly ModelFile[];
  /** Geeft procesinstanties het casusnummer waaronder mensen ze kennen, als het register erbij is. */
  readonly names?: (instances: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Wat er bij een incident misging, in gewone woorden en zonder gegevens van een kind. */
  readonly explain: (incident: Incident) => string;
  readonly time?: Time;
}

/** De casussen zijn meegenomen; hoe het wie stilstond vergaat is pas te zeggen als de werkers hun werk weer doen. */
export interface CarriedOver {
  /** Kijkt hoe het afliep. @returns de regels om te tonen; leeg als er niets mee te nemen was */
  report(): Promise<string[]>;
}

/**
 * Neemt na een uitrol de lopende casussen mee, en brengt wie stilstaat weer op gang: naar de verbeterde stap, en daar nog eens
 * proberen. `npm run uitrollen` en `npm start` doen allebei dit. Gooit niet: lukt het niet, dan lopen alle casussen door op hun
 * eigen versie. Herhalen mag: wat niet stilstaat en al op de nieuwste versie loopt, blijft ongemoeid.
 */
export async function carryCasussenOver(options: CarryOver): Promise<CarriedOver> {
  const failed = (error: unknown): string[] => [`Lopende casussen zijn niet nagekeken en lopen door op hun eigen versie: ${(error as Error).message} Herhaal het met npm run uitrollen.`];
  try {
    const first = await carryRound(options);
    return { report: () => finish(options, first).catch(failed) };
  } catch (error) {
    return { report: async () => failed(error) };
  }
}

/** Wie pas op gang kwam doordat een werker het opnieuw deed, kan daarna alsnog mee. */
async function finish(options: CarryOver, first: Round): Promise<string[]> {
  const rounds = [first];
  let now = await lookAgain(options, first);
  if (first.stuck.some(({ casus }) => first.outcomes.some((o) => o.casus === casus && o.wat !== 'mee'))) {
    rounds.push(await carryRound(options, { again: true }));
    now = await lookAgain(options, rounds.at(-1)!);
  }
  const outcomes = mergeOutcomes(rounds);
  const stuck = stuckOutcomes(rounds, outcomes, now, options.explain);
  const names = await options.names?.([...outcomes.filter((u) => u.wat !== 'mee'), ...stuck].map((u) => u.casus));
  const still = new Set(stuck.filter(({ became }) => became === 'staat').map(({ casus }) => casus));
  return [...report(outcomes.filter(({ casus, wat }) => wat === 'mee' || !still.has(casus)), names), ...stuckReport(stuck, names)];
}
