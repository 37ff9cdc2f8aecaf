import { expect } from 'vitest';
import { makeBerichtPubliceren } from '../../../workers/bericht-publiceren.ts';
import { BusinessError } from '../../../domein/errors.ts';
import { runWorker, withDeps, fakeEngine, testRegister, testClock } from './register.ts';

/** Een casus op 14 oktober 2025, met een engine die onthoudt wat er is gepubliceerd en gestart. */
export async function setup() {
  const { register, casus } = await testRegister();
  const nep = fakeEngine();
  const klok = testClock('2025-10-14T10:00:00+02:00');
  const deps = withDeps(register, klok, nep.engine);
  const bericht = (invoer: Record<string, unknown>, job = {}) => runWorker(makeBerichtPubliceren(deps), { casusId: casus.casusId, ...invoer }, job);
  return { register, db: register.db, klok, deps, bericht, ...casus, ...nep };
}

/** De BPMN-fout waar deze poging mee eindigt. */
export const businessError = async (attempt: Promise<unknown>): Promise<BusinessError> => {
  const error = await attempt.then(() => undefined, (f: unknown) => f);
  expect(error).toBeInstanceOf(BusinessError);
  return error as BusinessError;
};
