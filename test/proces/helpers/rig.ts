import type { Engine } from '../../../engine/engine.ts';
import { maakEngine } from '../../../engine/commands.ts';
import { rolUit } from '../../../engine/deploy.ts';
import { maakVerbinding } from '../../../engine/connection.ts';
import { migreer } from '../../../registratie/migrate.ts';
import { openRegister, type Register } from '../../../registratie/register.ts';
import { herhaalTot } from '../../../engine/start-retry.ts';
import { alleWerkers } from '../../../workers/all.ts';
import type { TakenLezen } from '../../../engine/reads/reads.ts';
import { startWerkers } from '../../../workers/runtime/start-workers.ts';
import { maakLog } from '../../../workers/runtime/log.ts';
import type { Klok } from '../../../domein/klok.ts';

/** Hoe lang uitrollen in een proef mag duren. */
export const BUDGET_UITROL_MS = 120_000;

/** Alles wat `npm start` ook start, maar op de testbroker, met een leeg register en de klok van de test. */
export async function startOpstelling(grpc: string, rest: string, klok: Klok, takenLezen: TakenLezen) {
  const register: Register = openRegister();
  await migreer(register);
  const zeebe = maakVerbinding({ grpcAdres: grpc, restAdres: rest });
  const engine: Engine = maakEngine(zeebe);
  // Zoals npm start: op een drukke machine antwoordt de engine soms te laat, en nog eens uitrollen verandert niets.
  await herhaalTot(BUDGET_UITROL_MS, new AbortController().signal, () => rolUit(zeebe));
  const werkers = startWerkers({ zeebe, werkers: alleWerkers({ register, engine, klok, takenLezen }), klok, log: maakLog({ niveau: process.env['TEST_LOG'] ?? 'silent' }) });
  return {
    register,
    engine,
    zetVariabelen: async (instantie: string, variabelen: Record<string, unknown>) => {
      await zeebe.setVariables({ elementInstanceKey: instantie, variables: variabelen as never, local: false });
    },
    annuleer: async (instantie: string) => {
      await zeebe.cancelProcessInstance(instantie).catch(() => undefined);
    },
    stop: async () => {
      await werkers.stop(5000);
      await zeebe.close();
      await register.sluit();
    },
  };
}
