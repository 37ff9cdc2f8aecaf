import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrateSchema } from '../../registratie/migrate.ts';
import { migrations } from '../../registratie/migrations/index.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { bewaarThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { merkGrenzenGemeld } from '../../registratie/thuismelding.ts';
import { open } from '../helpers/casus.ts';
import { DATABASES } from '../helpers/databases.ts';
import { legePglite, pgliteCopy } from '../helpers/pglite-copy.ts';
import { startServer } from '../helpers/postgresql.ts';

const TE_LAAT = ['0018_thuismeldingen', '0019_inschrijving'];
const zonder = (...weg: string[]) => Object.fromEntries(Object.entries(migrations).filter(([naam]) => naam <= '0020_door_school' && !weg.includes(naam)));
const later = Object.keys(migrations).filter((naam) => naam > '0020_door_school');

describe.each(DATABASES)('een register dat 0020 al had voordat 0018 en 0019 er waren, op %s', (soort) => {
  let register: Register;
  let server: Awaited<ReturnType<typeof startServer>> | undefined;
  beforeEach(async () => {
    server = soort === 'postgresql' ? await startServer() : undefined;
    register = openRegister(server ? { databaseUrl: server.url } : { copy: legePglite() });
  }, 60_000);
  afterEach(async () => {
    await register.close();
    await server?.stop();
  });

  /** De kolommen van elke tabel, zonder de boekhouding van Kysely. */
  const vorm = async (van: Register) =>
    (await sql<{ kolom: string }>`select table_name || '.' || column_name || ' ' || data_type as kolom from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%' order by 1`.execute(van.db)).rows.map((r) => r.kolom);

  test('komt bij met wat het miste, houdt wat erin stond, en is dan gelijk aan een vers register', async () => {
    await migrateSchema(register, zonder(...TE_LAAT));
    const { casusId } = await open(register);
    expect(await migrateSchema(register)).toEqual([...TE_LAAT, ...later]);
    expect(await migrateSchema(register), 'nog eens verandert niets').toEqual([]);
    expect(await register.db.selectFrom('casus').select('casusId').execute()).toEqual([{ casusId }]);
    await register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag: '2025-09-01', nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, new Date('2025-09-08T09:00:00Z')));
    const { periodeId } = await register.db.selectFrom('thuisperiode').select(['periodeId', 'nergensIngeschrevenTot']).executeTakeFirstOrThrow();
    expect(await register.transaction((tx) => merkGrenzenGemeld(tx, periodeId, ['achtWeken'], new Date('2025-10-27T08:00:00Z')))).toEqual(['achtWeken']);
    const vers = openRegister({ copy: pgliteCopy() });
    try {
      await migrateSchema(vers);
      expect(await vorm(register)).toEqual(await vorm(vers));
    } finally {
      await vers.close();
    }
  }, 60_000);
});
