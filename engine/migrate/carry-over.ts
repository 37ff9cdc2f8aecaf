import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';
import type { InstanceReads } from '../reads/reads.ts';
import type { ModelFile, Deployed } from '../deploy.ts';
import { migrateRunning } from './migrate-running.ts';
import { makeMigrate } from './migrate-command.ts';
import { report } from './report.ts';

/**
 * Neemt na een uitrol de lopende casussen mee en zegt in het Nederlands hoe dat ging. Gooit niet: lukt het niet, dan
 * lopen alle casussen door op hun eigen versie.
 * @param options.names geeft procesinstanties het casusnummer waaronder mensen ze kennen, als het register erbij is.
 */
export async function carryCasussenOver(options: {
  zeebe: ZeebeGrpcClient; reads: InstanceReads; deployed: readonly Deployed[]; files: readonly ModelFile[];
  names?: (instances: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}): Promise<string[]> {
  try {
    const outcomes = await migrateRunning({ ...options, migrate: makeMigrate(options.zeebe) });
    const names = await options.names?.(outcomes.filter((u) => u.wat !== 'mee').map((u) => u.casus));
    return report(outcomes, names);
  } catch (error) {
    return [`Lopende casussen zijn niet nagekeken en lopen door op hun eigen versie: ${(error as Error).message} Herhaal het met npm run uitrollen.`];
  }
}
