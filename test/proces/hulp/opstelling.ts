import type { Engine } from '../../../engine/engine.ts';
import { maakEngine } from '../../../engine/opdrachten.ts';
import { rolUit } from '../../../engine/uitrollen.ts';
import { maakVerbinding } from '../../../engine/verbinding.ts';
import { migreer } from '../../../registratie/migreren.ts';
import { openRegister, type Register } from '../../../registratie/register.ts';
import { herhaalTot } from '../../../startherhaling.ts';
import { alleWerkers } from '../../../workers/alle.ts';
import type { TakenLezen } from '../../../engine/lezen/lezen.ts';
import { startWerkers } from '../../../workers/runtime/start-werkers.ts';
import { maakLog } from '../../../workers/runtime/log.ts';
import type { Klok } from '../../../registratie/klok.ts';

/** Alles wat `npm start` ook start, maar op de testbroker, met een leeg register en de klok van de test. */
export async function startOpstelling(grpc: string, rest: string, klok: Klok, takenLezen: TakenLezen) {
  const register: Register = openRegister();
  await migreer(register);
  const zeebe = maakVerbinding({ grpcAdres: grpc, restAdres: rest });
  const engine: Engine = maakEngine(zeebe);
  // Op een drukke machine duurt uitrollen langer dan de gateway wacht; nog eens uitrollen van hetzelfde verandert niets.
  await herhaalTot(90_000, new AbortController().signal, () => rolUit(zeebe));
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
