import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { makeApp, type AppParts } from '../../../beheer/app.ts';
import { SCHOOL_ROLES, type Role } from '../../../beheer/access/roles.ts';
import { digest, matches, openAccess, type Access } from '../../../beheer/access/password.ts';
import { bewaarAccount } from '../../../registratie/beheer-accounts.ts';
import { wisSessiesVan } from '../../../registratie/beheer-sessies.ts';
import type { Register } from '../../../registratie/register.ts';
import { openTestDatabase, type DatabaseKind, type TestDatabase } from '../../helpers/databases.ts';
import { fakeEngine } from '../../helpers/fake-engine.ts';
import { IEDEREEN } from '../../helpers/gebruikers.ts';

export const KLOK = { nu: () => new Date('2025-09-08T09:00:00+02:00') };
export const PASSWORD = 'proefwachtwoord';
/** Elke test meldt zich aan: met de kosten van een echte afdruk was dat het meeste werk. accounts.test.ts en app.test.ts gebruiken de echte. */
const AFDRUK = digest(PASSWORD, undefined, 16);
/** Zo stuurt een browser een formulier van de pagina zelf. */
export const VAN_HIER = { 'sec-fetch-site': 'same-origin', accept: 'text/html' };
export type Browser = ReturnType<typeof supertest.agent>;

/** Het kenmerk dat elk formulier op een pagina draagt. */
export const kenmerkIn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** De pagina's van beheer op een eigen register dat voor elke test leeg is. @param anders wat een testbestand zelf meegeeft; met `leeg: false` blijft wie was aangemeld het over de tests heen */
export function useBeheer(anders: (register: Register) => Partial<AppParts> = () => ({}), soort: DatabaseKind = 'pglite', { leeg = true } = {}) {
  let databank: TestDatabase;
  let access: Access;
  const beheer = {
    dir: '',
    /** Waar de pagina's op draaien; een test mag er iets in vervangen. */
    delen: {} as AppParts,
    register: undefined as unknown as Register,
    /** De regels die de deur in het technische log zette. */
    gelogd: [] as Record<string, unknown>[],
    vraag: (): ReturnType<typeof supertest> => supertest(makeApp(beheer.delen)),
    sleutel: (): string => `Bearer ${beheer.delen.access.key}`,
    /** Een browser waarin iemand met deze rol zich heeft aangemeld. */
    async als(rol: Role = 'applicatiebeheer', app = makeApp(beheer.delen)): Promise<Browser> {
      const vast = rol === 'applicatiebeheer';
      if (!vast) await maakAccount(rol);
      const browser = supertest.agent(app);
      await browser.post('/aanmelden').set(VAN_HIER).type('form').send({ naam: vast ? 'beheer' : rol, wachtwoord: PASSWORD }).expect(303);
      return browser;
    },
    /** Een pagina zoals de beheerder haar ziet. */
    bekijk: async (path: string): Promise<supertest.Response> => (await beheer.als()).get(path).set(VAN_HIER),
    /** Een formulier van de pagina zelf, zoals een browser van de beheerder het stuurt. */
    async druk(path: string, velden: Record<string, string> = {}): Promise<supertest.Response> {
      const browser = await beheer.als();
      const _csrf = kenmerkIn((await browser.get('/')).text);
      return browser.post(path).set(VAN_HIER).type('form').send({ ...velden, _csrf });
    },
  };
  /** Zoals `npm run account` het doet, met een afdruk die bijna niets kost. */
  async function maakAccount(rol: Role): Promise<void> {
    const { accountId } = await bewaarAccount(beheer.register.db, { accountId: randomUUID(), naam: rol, rol, schoolBrin: SCHOOL_ROLES.includes(rol) ? '10AB' : null, afdruk: AFDRUK, op: beheer.delen.klok.nu() });
    await wisSessiesVan(beheer.register.db, accountId);
  }
  beforeAll(async () => {
    databank = await openTestDatabase(soort);
    beheer.register = databank.register;
    beheer.dir = mkdtempSync(join(tmpdir(), 'routeboek-beheer-'));
    access = { ...openAccess(beheer.dir, PASSWORD), controleer: (wachtwoord) => matches(wachtwoord, AFDRUK) };
  });
  afterAll(async () => {
    await databank.close();
    rmSync(beheer.dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    if (leeg) await databank.clear();
    beheer.gelogd = [];
    beheer.delen = {
      register: beheer.register, klok: KLOK, gebruikers: IEDEREEN, log: { error: () => undefined, warn: (velden, zin) => void beheer.gelogd.push({ ...velden, zin }) }, mailserver: false, access,
      duur: { stilMs: 30 * 60_000, hoogstensMs: 10 * 3_600_000 },
      engineCommands: fakeEngine(), engine: async () => undefined, workers: () => [],
      reads: { incidents: async () => [], placeOf: async () => ({ processId: null, elementId: null, casusnummer: null }) },
      addresses: { tasklist: 'http://localhost:8080/tasklist', operate: 'http://localhost:8080/operate' },
      ...anders(beheer.register),
    };
  });
  return beheer;
}
