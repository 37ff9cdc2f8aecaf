import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCijferdeps, maakOpname } from '../../../domein/cijfers/bron.ts';
import { leesCijfers } from '../../../domein/cijfers/cijfers.ts';
import { inMaand } from '../../../domein/cijfers/jaar.ts';
import { maandVan } from '../../../domein/kalender/maand.ts';
import { schooljaarVan } from '../../../domein/kalender/schoolkalender.ts';
import { zaaiCijfers } from '../../helpers/cijferregister.ts';
import { openTestDatabase, type TestDatabase } from '../../helpers/databases.ts';
import { fakeEngine } from '../../helpers/fake-engine.ts';

let proef: TestDatabase;
beforeAll(async () => {
  proef = await openTestDatabase('pglite');
  await zaaiCijfers(proef.register, 90, '2026-03-16');
}, 120_000);
afterAll(() => proef.close());

test('de stand van de lopende maand is op elke dag die van nu: hetzelfde getal, of op geen van beide plaatsen', async () => {
  const verschillen: unknown[] = [];
  for (const dag of ['2025-09-12', '2025-10-10', '2025-11-14', '2025-12-12', '2026-01-16', '2026-02-13', '2026-03-13', '2026-03-16']) {
    const deps = makeCijferdeps({ db: proef.register.db, engine: fakeEngine(), klok: { nu: () => new Date(`${dag}T10:15:00+01:00`) } });
    const cijfers = await leesCijfers(deps, await maakOpname(deps));
    const { nu } = cijfers;
    const { telling } = cijfers.jaar(schooljaarVan(dag));
    const [vandaag, maand] = [[nu.toon('thuiszitter'), nu.toon('drieMaanden')], [telling.toon(inMaand('standThuiszitter', maandVan(dag))), telling.toon(inMaand('standDrieMaanden', maandVan(dag)))]];
    if (JSON.stringify(vandaag) !== JSON.stringify(maand)) verschillen.push([dag, vandaag, maand]);
  }
  expect(verschillen).toEqual([]);
}, 120_000);
