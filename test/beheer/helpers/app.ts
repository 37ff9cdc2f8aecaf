import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { makeApp, type AppParts } from '../../../beheer/app.ts';
import { openAccess, openAccount } from '../../../beheer/password.ts';
import type { Register } from '../../../registratie/register.ts';
import { openTestDatabase, type TestDatabase } from '../../helpers/databases.ts';
import { fakeEngine } from '../../helpers/fake-engine.ts';
import { IEDEREEN } from '../../helpers/gebruikers.ts';

export const KLOK = { nu: () => new Date('2025-09-08T09:00:00+02:00') };
export const PASSWORD = 'proefwachtwoord';
export const MELDCODE_PASSWORD = 'eigen-wachtwoord';

/** De pagina's van beheer op een eigen register dat voor elke test leeg is. @param anders wat een testbestand zelf meegeeft */
export function useBeheer(anders: (register: Register) => Partial<AppParts> = () => ({})) {
  let databank: TestDatabase;
  const beheer = {
    dir: '',
    /** Waar de pagina's op draaien; een test mag er iets in vervangen. */
    delen: {} as AppParts,
    register: undefined as unknown as Register,
    vraag: (): ReturnType<typeof supertest> => supertest(makeApp(beheer.delen)),
    sleutel: (): string => `Bearer ${beheer.delen.access.key}`,
    /** Een formulier van de pagina zelf, zoals een browser het stuurt. */
    druk: (path: string) => beheer.vraag().post(path).auth('beheer', PASSWORD).set('sec-fetch-site', 'same-origin'),
  };
  beforeAll(async () => {
    databank = await openTestDatabase('pglite');
    beheer.register = databank.register;
    beheer.dir = mkdtempSync(join(tmpdir(), 'routeboek-beheer-'));
  });
  afterAll(async () => {
    await databank.close();
    rmSync(beheer.dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await databank.clear();
    beheer.delen = {
      register: beheer.register, klok: KLOK, gebruikers: IEDEREEN, log: { error: () => undefined }, mailserver: false, access: openAccess(beheer.dir, PASSWORD), meldcodeAccess: openAccount(beheer.dir, 'meldcode', MELDCODE_PASSWORD),
      engineCommands: fakeEngine(), engine: async () => undefined, workers: () => [],
      reads: { incidents: async () => [], placeOf: async () => ({ processId: null, elementId: null, casusnummer: null }) },
      addresses: { tasklist: 'http://localhost:8080/tasklist', operate: 'http://localhost:8080/operate' },
      ...anders(beheer.register),
    };
  });
  return beheer;
}
