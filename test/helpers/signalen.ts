import { makeBerichtPubliceren } from '../../workers/bericht-publiceren.ts';
import { openKaleCasus } from './casus.ts';
import { fakeEngine } from './fake-engine.ts';
import { runWorker, type JobFields, type Workbench } from './worker.ts';

/** Een casus op 14 oktober 2025, met een engine die onthoudt wat er is gepubliceerd en gestart. */
export async function setupCasus(bank: Workbench) {
  bank.klok.zet('2025-10-14T10:00:00+02:00');
  const { casusId, casusnummer } = await openKaleCasus(bank.register);
  const engine = fakeEngine();
  const deps = bank.deps(engine);
  const bericht = (invoer: Record<string, unknown>, job: JobFields = {}) => runWorker(makeBerichtPubliceren(deps), { casusId, ...invoer }, job);
  return { register: bank.register, db: bank.register.db, deps, bericht, casusId, casusnummer, gepubliceerd: engine.gepubliceerd, gestart: engine.gestart };
}
