import { expect } from 'vitest';
import { maakBerichtPubliceren } from '../../../workers/bericht-publiceren.ts';
import { BedrijfsFout } from '../../../domein/errors.ts';
import { draai, metDeps, nepEngine, proefregister, testKlok } from './register.ts';

/** Een casus op 14 oktober 2025, met een engine die onthoudt wat er is gepubliceerd en gestart. */
export async function opzet() {
  const { register, casus } = await proefregister();
  const nep = nepEngine();
  const klok = testKlok('2025-10-14T10:00:00+02:00');
  const deps = metDeps(register, klok, nep.engine);
  const bericht = (invoer: Record<string, unknown>, job = {}) => draai(maakBerichtPubliceren(deps), { casusId: casus.casusId, ...invoer }, job);
  return { register, db: register.db, deps, bericht, ...casus, ...nep };
}

/** De BPMN-fout waar deze poging mee eindigt. */
export const bedrijfsfout = async (poging: Promise<unknown>): Promise<BedrijfsFout> => {
  const fout = await poging.then(() => undefined, (f: unknown) => f);
  expect(fout).toBeInstanceOf(BedrijfsFout);
  return fout as BedrijfsFout;
};
