import { randomUUID } from 'node:crypto';
import { Migrator, sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeHousekeeping } from '../../housekeeping.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import { migrations } from '../../registratie/migrations/index.ts';
import { forgetProcessed, once } from '../../registratie/once.ts';
import { claimGrond, leesOpenGronden, sluitGronden } from '../../registratie/open-gronden.ts';
import { beginOutsideEffect, finishOutsideEffect, readOutsideEffect } from '../../registratie/outside-effect.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { merkHerinnerd } from '../../registratie/taak-herinnering.ts';
import { open } from '../helpers/casus.ts';
import { flakyRegister } from '../helpers/flaky-register.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { legePglite } from '../helpers/pglite-copy.ts';
import { startServer } from '../helpers/postgresql.ts';

const NU = new Date('2025-09-08T09:00:00+02:00');
const dagenLater = (n: number): Date => new Date(NU.getTime() + n * 86_400_000);

/** Een casus zoals de tabellen van toen haar hadden; de code van nu kent die niet meer. */
async function casusVanToen(register: Register): Promise<string> {
  const casusId = randomUUID();
  const leerlingId = randomUUID();
  await sql`insert into school values ('10AB', 'OBS De Wilgenbrug', 'BAO', 'Sliedrecht', 'info@wilgenbrug.example', true, 'Sliedrecht', 'Stichting De Brug')`.execute(register.db);
  await sql`insert into leerling (leerling_id, brin, leerlingnummer, roepnaam, achternaam, geboortedatum, groep, woonplaats, woongemeente, ingeschreven)
    values (${leerlingId}, '10AB', 'L-1', 'Milan', 'Koster', '2018-03-14', 4, 'Sliedrecht', 'Sliedrecht', true)`.execute(register.db);
  await sql`insert into casus (casus_id, casusnummer, leerling_id, brin, route, geopend_op, klachten, patroon_verzuim, datum_signaal, complexe_gedragsvraag, proces_instantie_key, aanmeld_sleutel)
    values (${casusId}, 'RB-2025-0001', ${leerlingId}, '10AB', 'kernteam', ${NU.toISOString()}, '-', '-', '2025-09-05', false, '1', 's')`.execute(register.db);
  return casusId;
}

describe.each(DATABASES)('één keer, op %s', (soort) => {
  let proef: TestDatabase;
  beforeAll(async () => void (proef = await openTestDatabase(soort)), 120_000);
  beforeEach(() => proef.clear());
  afterAll(() => proef.close());

  const doe = (key: string, op: Date, effect: () => Promise<string>) => proef.register.transaction((tx) => once(tx, key, op, effect));

  test('vergeten gaat op leeftijd; een sleutel die nog langskomt blijft', async () => {
    for (const key of ['oud', 'terug']) await doe(key, NU, async () => key);
    await doe('terug', dagenLater(80), async () => 'tweede keer');
    await doe('nieuw', dagenLater(80), async () => 'nieuw');
    expect(await forgetProcessed(proef.register.db, dagenLater(1))).toBe(1);
    expect(await doe('terug', dagenLater(91), async () => 'derde keer')).toBe('terug');
    expect(await doe('nieuw', dagenLater(91), async () => 'derde keer')).toBe('nieuw');
  });

  test('een effect buiten het register wordt pas vergeten als het gelukt is', async () => {
    const { register } = proef;
    for (const key of ['gelukt', 'onzeker']) await beginOutsideEffect(register, key, null, NU);
    await finishOutsideEffect(register, 'gelukt', NU, 1);
    expect(await forgetProcessed(register.db, dagenLater(200))).toBe(1);
    expect(await readOutsideEffect(register, 'gelukt')).toBeUndefined();
    expect(await readOutsideEffect(register, 'onzeker')).toMatchObject({ gelukt: undefined });
  });

  test('elke dag één keer opruimen, op de klok, en nooit eerder dan na de ingestelde tijd', async () => {
    let nu = NU;
    const huis = makeHousekeeping({ register: proef.register, klok: { nu: () => nu }, keepDays: 30 });
    await doe('a', NU, async () => 'a');
    expect(await huis.tidy()).toBe(0);
    nu = dagenLater(29);
    expect(await huis.tidy()).toBe(0);
    nu = dagenLater(31);
    expect(await huis.tidy()).toBe(1);
    expect(await huis.tidy()).toBeUndefined();
  });

  test('de geschiedenis van de engine gaat dezelfde dag mee, en lukt dat niet dan volgt een tweede keer', async () => {
    const gevraagd: Date[] = [];
    let lukt = false;
    const alsoTidy = async (nu: Date): Promise<void> => { gevraagd.push(nu); if (!lukt) throw new Error('OpenSearch is weg'); };
    const huis = makeHousekeeping({ register: proef.register, klok: { nu: () => NU }, alsoTidy });
    await expect(huis.tidy()).rejects.toThrow('weg');
    lukt = true;
    expect(await huis.tidy()).toBe(0);
    expect(await huis.tidy()).toBeUndefined();
    expect(gevraagd).toEqual([NU, NU]);
  });

  test('het opruimen loopt vanzelf, overleeft een register dat weg is, en stopt', async () => {
    const wankel = flakyRegister(proef.register);
    const huis = makeHousekeeping({ register: wankel.register, klok: { nu: () => dagenLater(100) }, checkMs: 5 });
    await doe('a', NU, async () => 'a');
    wankel.goDown();
    huis.start();
    await new Promise((done) => setImmediate(done));
    wankel.comeBack();
    await expect.poll(() => proef.register.db.selectFrom('verwerkt').select('sleutel').execute(), { timeout: 10_000 }).toEqual([]);
    await huis.stop();
  });

  test('wat een casus aangaat verhuist uit de tabel van verwerkte sleutels', async () => {
    const server = soort === 'postgresql' ? await startServer() : undefined;
    const register = openRegister(server ? { databaseUrl: server.url } : { copy: legePglite() });
    try {
      const migrator = new Migrator({ db: register.db as unknown as Kysely<unknown>, provider: { getMigrations: async () => migrations } });
      expect((await migrator.migrateTo('0002_doorzettingsmacht')).error).toBeUndefined();
      const casusId = await casusVanToen(register);
      const oud = (sleutel: string, resultaat: unknown) => sql`insert into verwerkt (sleutel, resultaat) values (${sleutel}, ${JSON.stringify(resultaat)}::jsonb)`.execute(register.db);
      await oud(`duo-open:${casusId}:LUXE_VERZUIM`, { grond: 'LUXE_VERZUIM', sinds: '2025-09-01' });
      await oud(`duo-open:11111111-1111-4111-8111-111111111111:LUXE_VERZUIM`, { grond: 'LUXE_VERZUIM', sinds: '2025-09-01' });
      await oud('taken-herinneren:78', 1);
      await oud('proces-starten:3', { gestarteInstantie: '9' });
      await oud('casus-bijwerken:4', null);
      await migrateSchema(register);
      expect(await leesOpenGronden(register.db, casusId, '2025-09-01')).toEqual(['LUXE_VERZUIM']);
      expect((await readOutsideEffect(register, 'proces-starten:3'))?.gelukt).toEqual({ resultaat: { gestarteInstantie: '9' } });
      expect(await register.db.selectFrom('verwerkt').select('sleutel').execute()).toEqual([{ sleutel: 'casus-bijwerken:4' }]);
    } finally {
      await register.close();
      await server?.stop();
    }
  }, 120_000);

  test('een grond wordt door één stand geclaimd, en na het venster opnieuw', async () => {
    const { register } = proef;
    const { casusId } = await open(register);
    const claim = (sinds: string, vanaf: string) => register.transaction((tx) => claimGrond(tx, casusId, { grond: 'LUXE_VERZUIM', sinds }, vanaf));
    expect((await Promise.all(Array.from({ length: 5 }, () => claim('2025-09-10', '2025-08-10')))).filter(Boolean)).toHaveLength(1);
    expect(await claim('2025-10-01', '2025-09-01')).toBe(false);
    expect(await claim('2025-11-01', '2025-10-01')).toBe(true);
    expect(await leesOpenGronden(register.db, casusId, '2025-11-01')).toEqual(['LUXE_VERZUIM']);
    expect(await leesOpenGronden(register.db, casusId, '2025-11-02')).toEqual([]);
    await register.transaction((tx) => sluitGronden(tx, casusId, ['LUXE_VERZUIM']));
    expect(await leesOpenGronden(register.db, casusId, '2025-01-01')).toEqual([]);
  });

  test('aan een taak wordt elke keer één keer herinnerd, ook na het opruimen van de verwerkte sleutels', async () => {
    const { register } = proef;
    const { casusId } = await open(register);
    const merk = (volgnummer = 1) => register.transaction((tx) => merkHerinnerd(tx, { sleutel: '78', volgnummer, casusId, op: NU }));
    expect((await Promise.all([merk(), merk()])).filter(Boolean)).toHaveLength(1);
    await forgetProcessed(register.db, dagenLater(1000));
    expect(await merk()).toBe(false);
    expect(await merk(2)).toBe(true);
  });
});
