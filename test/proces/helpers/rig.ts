import type { Engine } from '../../../engine/engine.ts';
import { makeEngine } from '../../../engine/commands.ts';
import { deploy, type ModelFile } from '../../../engine/deploy.ts';
import { makeRest } from '../../../engine/rest.ts';
import { makeUserTasks } from '../../../engine/user-tasks.ts';
import { makeConnection } from '../../../engine/connection.ts';
import { migrateSchema } from '../../../registratie/migrate.ts';
import { openRegister, type Register } from '../../../registratie/register.ts';
import { retryAtStart } from '../../../retry/retry.ts';
import { allWorkers } from '../../../workers/all.ts';
import type { TaskReads } from '../../../engine/reads/reads.ts';
import { BRIEF_POLL_MS, startWorkers } from '../../../workers/runtime/start-workers.ts';
import { makeLog } from '../../../workers/runtime/log.ts';
import { pgliteCopy } from '../../helpers/pglite-copy.ts';
import { IEDEREEN } from '../../helpers/gebruikers.ts';
import type { Klok } from '../../../domein/klok.ts';

/** Hoe lang uitrollen in een proef mag duren. */
export const BUDGET_DEPLOY_MS = 120_000;

/** Alles wat `npm start` ook start, maar op de testbroker, met een leeg register en de klok van de test. */
export async function startRig(grpc: string, rest: string, klok: Klok, takenLezen: TaskReads, files?: readonly ModelFile[]) {
  const register: Register = openRegister({ copy: pgliteCopy() });
  await migrateSchema(register);
  const zeebe = makeConnection({ grpcAddress: grpc, restAddress: rest });
  const engine: Engine = makeEngine(zeebe);
  // Zoals npm start: op een drukke machine antwoordt de engine soms te laat, en nog eens uitrollen verandert niets.
  await retryAtStart(BUDGET_DEPLOY_MS, () => deploy(zeebe, files));
  const workers = startWorkers({ zeebe, workers: allWorkers({ register, engine, klok, gebruikers: IEDEREEN, takenLezen, takenbord: { ...makeUserTasks(makeRest({ grpcAddress: grpc, restAddress: rest })), ...takenLezen } }), klok, options: { longPollMs: BRIEF_POLL_MS }, log: makeLog({ level: process.env['TEST_LOG'] ?? 'silent' }) });
  return {
    register,
    engine,
    setVariables: async (instantie: string, variables: Record<string, unknown>) => {
      await zeebe.setVariables({ elementInstanceKey: instantie, variables: variables as never, local: false });
    },
    annuleer: async (instantie: string) => {
      await zeebe.cancelProcessInstance(instantie).catch(() => undefined);
    },
    stop: async () => {
      await workers.stop(5000);
      await zeebe.close();
      await register.close();
    },
  };
}
