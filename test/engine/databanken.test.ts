import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedServer, installedPackage, type Server } from '../helpers/postgresql.ts';

const SCRIPT = readFileSync(new URL('../../camunda/databanken.sh', import.meta.url), 'utf8');
const WACHTWOORD = { engine: 'engineGeheim1', register: "register'Geheim2" };

/** Voert de SQL van het script uit zoals psql: `:'naam'` is een waarde, en `\gexec` voert elke rij van de uitkomst uit. */
async function draaiScript(url: string): Promise<void> {
  const sql = /<<'SQL'\n([\s\S]*)\nSQL/.exec(SCRIPT)?.[1] ?? '';
  await metVerbinding(url, async (db) => {
    for (const [, opdracht, einde] of sql.matchAll(/([\s\S]+?)(;| \\gexec)(?:\n|$)/g)) {
      const gevuld = (opdracht as string).replace(/:'(\w+)'/g, (_, naam: keyof typeof WACHTWOORD) => pg.escapeLiteral(WACHTWOORD[naam]));
      const { rows } = await db.query({ text: gevuld, rowMode: 'array' });
      if (einde !== ';') for (const [volgende] of rows as [string][]) await db.query(volgende);
    }
  });
}

async function metVerbinding<T>(url: string, doe: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  return doe(db).finally(() => db.end());
}

// Rollen gelden voor de hele server: op een server van een ander (TEST_DATABASE_URL) blijft dit script weg.
describe.skipIf(process.env.TEST_DATABASE_URL)('camunda/databanken.sh op een echte PostgreSQL', () => {
  let server: Server;
  /** Het adres van een databank, voor een van de twee gebruikers. */
  const adres = (gebruiker: 'camunda' | 'routeboek', databank: string): string => {
    const url = new URL(server.url);
    url.username = gebruiker;
    url.password = encodeURIComponent(gebruiker === 'camunda' ? WACHTWOORD.engine : WACHTWOORD.register);
    url.pathname = `/${databank}`;
    return url.href;
  };

  beforeAll(async () => {
    server = await embeddedServer(installedPackage(), 'postgres');
    await draaiScript(server.url);
  }, 120_000);
  afterAll(() => server?.stop());

  test.each(['camunda', 'routeboek'] as const)('%s beheert zijn eigen databank en is geen beheerder van de server', async (wie) => {
    await metVerbinding(adres(wie, wie), async (db) => {
      await db.query('create schema eigen; create table eigen.leerling (naam text); drop schema eigen cascade; create table leerling (naam text)');
      const { rows } = await db.query('select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = current_user');
      expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false }]);
      await expect(db.query('alter role postgres password null')).rejects.toThrow(/permission denied/);
      await expect(db.query(`select pg_read_file('PG_VERSION')`)).rejects.toThrow(/permission denied/);
    });
  });

  test('de engine komt niet in het register, het register niet in de engine, en geen van beide in een andere databank', async () => {
    for (const [wie, databank] of [['camunda', 'routeboek'], ['routeboek', 'camunda'], ['camunda', 'postgres'], ['routeboek', 'template1']] as const) {
      await expect(metVerbinding(adres(wie, databank), async () => 'binnen')).rejects.toThrow(`permission denied for database "${databank}"`);
    }
  });

  test('nog eens draaien herstelt de rechten en laat de gegevens staan', async () => {
    await metVerbinding(adres('routeboek', 'routeboek'), (db) => db.query(`create table bewaard as select 'Milan' as naam`));
    await metVerbinding(server.url, (db) => db.query('alter role camunda superuser; grant connect on database routeboek to public'));
    await draaiScript(server.url);
    await expect(metVerbinding(adres('camunda', 'routeboek'), async () => 'binnen')).rejects.toThrow('permission denied');
    expect(await metVerbinding(adres('routeboek', 'routeboek'), async (db) => (await db.query('select naam from bewaard')).rows)).toEqual([{ naam: 'Milan' }]);
  });
});
