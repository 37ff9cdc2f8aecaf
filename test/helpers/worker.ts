import type { Engine } from '../../engine/engine.ts';
import type { Klok } from '../../domein/klok.ts';
import type { WorkerDependencies } from '../../workers/runtime/dependencies.ts';
import { BusinessError } from '../../domein/errors.ts';
import { fakeEngine } from './fake-engine.ts';
import { openTestDatabase, type TestDatabase } from './databases.ts';

export { makeJob, runWorker } from './run-worker.ts';

/** Een register, een engine die beslist zoals de tabellen, en een klok die de test verzet. */
export interface Workbench extends TestDatabase {
  readonly klok: Klok & { zet(iso: string): void };
  deps(engine?: Engine): WorkerDependencies;
}

export async function openWorkbench(): Promise<Workbench> {
  const proef = await openTestDatabase('pglite');
  let nu = new Date('2025-09-08T09:00:00+02:00');
  const klok = { nu: () => nu, zet: (iso: string) => void (nu = new Date(iso)) };
  return { ...proef, klok, deps: (engine = fakeEngine()) => ({ register: proef.register, engine, klok }) };
}

/** De bedrijfsfout waarmee een belofte mislukt. */
export async function businessError(werk: Promise<unknown>): Promise<{ code: string; validatieFouten: unknown }> {
  const error = await werk.then(() => undefined, (f: unknown) => f);
  if (!(error instanceof BusinessError)) throw new Error('Verwachtte een bedrijfsfout.', { cause: error });
  return { code: error.code, validatieFouten: error.variables.validatieFouten };
}
