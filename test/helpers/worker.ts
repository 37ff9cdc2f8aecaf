import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Klok } from '../../domein/klok.ts';
import { BusinessError } from '../../domein/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Register } from '../../registratie/register.ts';
import type { WorkerDependencies } from '../../workers/runtime/dependencies.ts';
import { openTestDatabase, type TestDatabase } from './databases.ts';
import { fakeEngine } from './fake-engine.ts';
import { IEDEREEN } from './gebruikers.ts';
import { fakeTakenbord } from './takenbord.ts';

export { makeJob, runWorker, type Extra as JobFields } from './run-worker.ts';

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
    deps: (engine = fakeEngine()) => ({ register: database.register, engine, klok, gebruikers: IEDEREEN, takenbord: fakeTakenbord() }),
    clear: () => database.clear(),
  };
}

/** De bedrijfsfout (BPMN-fout) waar deze poging mee eindigt. */
export async function businessError(attempt: Promise<unknown>): Promise<BusinessError> {
  const error = await attempt.then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(BusinessError);
  return error as BusinessError;
}
