import type { Engine } from '../../engine/engine.ts';
import type { Klok } from '../../domein/klok.ts';
import type { WorkerDependencies } from '../../workers/runtime/dependencies.ts';
import { BusinessError } from '../../domein/errors.ts';
import type { Job, Worker } from '../../workers/runtime/worker.ts';
import { fakeEngine } from './fake-engine.ts';
import { openTestDatabase, type TestDatabase } from './databases.ts';

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

let teller = 1000;

/** Een opdracht zoals de engine haar zou geven; `elementInstanceKey` blijft gelijk bij een herhaalde levering. */
export function makeJob(anders: Partial<Job> = {}): Job {
  teller += 1;
  return { key: `job-${teller}`, type: 'proef', elementId: 'KT_00', elementInstanceKey: `ei-${teller}`, processInstanceKey: `pi-${teller}`, bpmnProcessId: 'kernteam', attemptsLeft: 3, ...anders };
}

/** Voert een werker uit zoals de schil: koppen en invoer door zod, dan de use case. */
export async function runWorker<I, K>(worker: Worker<I, K>, input: Record<string, unknown>, meer: { headers?: Record<string, unknown>; job?: Job } = {}): Promise<Record<string, unknown>> {
  const uit = await worker.handle(worker.input.parse(input), worker.headers.parse(meer.headers ?? {}), meer.job ?? makeJob({ type: worker.type }));
  return uit ?? {};
}

/** De bedrijfsfout waarmee een belofte mislukt. */
export async function businessError(werk: Promise<unknown>): Promise<{ code: string; validatieFouten: unknown }> {
  const error = await werk.then(() => undefined, (f: unknown) => f);
  if (!(error instanceof BusinessError)) throw new Error('Verwachtte een bedrijfsfout.', { cause: error });
  return { code: error.code, validatieFouten: error.variables.validatieFouten };
}
