import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Klok } from '../../domein/klok.ts';
import { BusinessError } from '../../domein/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Register } from '../../registratie/register.ts';
import type { WorkerDependencies } from '../../workers/runtime/dependencies.ts';
import type { Job, Worker } from '../../workers/runtime/worker.ts';
import { openTestDatabase, type TestDatabase } from './databases.ts';
import { fakeEngine } from './fake-engine.ts';

const START = '2025-09-08T09:00:00+02:00';

/** Een klok die de test verzet; de tijd is Nederlandse tijd met afstand tot UTC. */
export function testClock(iso: string = START): Klok & { zet(iso: string): void } {
  let nu = new Date(iso);
  return { nu: () => nu, zet: (nieuw) => void (nu = new Date(nieuw)) };
}

/** Een register, een klok die de test verzet, en wat een werker verder nodig heeft. */
export interface Workbench {
  readonly register: Register;
  readonly klok: Klok & { zet(iso: string): void };
  /** Afhankelijkheden voor een werker, met een engine die beslist zoals de tabellen tenzij de test een eigen geeft. */
  deps(engine?: Engine): WorkerDependencies;
  /** Ook midden in een test: alle tabellen leeg. */
  clear(): Promise<void>;
}

/**
 * De werkbank van een testbestand (of describe): vóór elke test leeg en met de klok op 8 september 2025, aan het eind dicht.
 * Een register openen kost twee tellen, dus elk bestand doet dat één keer.
 */
export function useWorkbench(): Workbench {
  let database: TestDatabase;
  const klok = testClock();
  beforeAll(async () => { database = await openTestDatabase('pglite'); }, 60_000);
  beforeEach(async () => {
    await database.clear();
    klok.zet(START);
  });
  afterAll(() => database.close());
  return {
    get register() { return database.register; },
    klok,
    deps: (engine = fakeEngine()) => ({ register: database.register, engine, klok }),
    clear: () => database.clear(),
  };
}

let counter = 1000;

/** Een opdracht zoals de engine haar zou geven; `elementInstanceKey` blijft gelijk bij een herhaalde levering. */
export function makeJob(fields: Partial<Job> = {}): Job {
  counter += 1;
  return { key: `job-${counter}`, type: 'proef', elementId: 'KT_00', elementInstanceKey: `ei-${counter}`, processInstanceKey: `pi-${counter}`, bpmnProcessId: 'kernteam', attemptsLeft: 3, ...fields };
}

/** De velden van de opdracht die ertoe doen, en de koppen uit het model. */
export type JobFields = Partial<Job> & { readonly headers?: Record<string, unknown> };

/** Voert een werker uit zoals de schil: koppen en invoer door zod, dan de use case. */
export async function runWorker<I, K>(worker: Worker<I, K>, input: Record<string, unknown>, { headers = {}, ...job }: JobFields = {}): Promise<Record<string, unknown>> {
  const output = await worker.handle(worker.input.parse(input), worker.headers.parse(headers), makeJob({ type: worker.type, ...job }));
  return output ?? {};
}

/** De bedrijfsfout (BPMN-fout) waar deze poging mee eindigt. */
export async function businessError(attempt: Promise<unknown>): Promise<BusinessError> {
  const error = await attempt.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(BusinessError);
  return error as BusinessError;
}
