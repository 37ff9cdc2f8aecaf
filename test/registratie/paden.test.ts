import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bewaarBezoeken } from '../../registratie/geschiedenis/bezoeken.ts';
import { leesVastgelegdePaden } from '../../registratie/geschiedenis/paden.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';

const SINDS = new Date('2025-09-01T00:00:00Z');

describe.each(DATABASES)('vastgelegde paden op %s', (soort) => {
  let proef: TestDatabase;
  let nummer = 0;
  beforeAll(async () => { proef = await openTestDatabase(soort); }, 60_000);
  beforeEach(() => proef.clear());
  afterAll(() => proef.close());

  /** Een casus die langs deze taken ging en op deze dag is afgesloten. */
  async function casus(afgesloten: string | null, ...taken: string[]): Promise<void> {
    const sleutel = String(++nummer);
    const { casusId } = await open(proef.register, nieuweCasus({ procesInstantieKey: sleutel, aanmeldSleutel: sleutel }, `L-2018-${1000 + nummer}`));
    if (afgesloten) await proef.register.db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: new Date(afgesloten) }).where('casusId', '=', casusId).execute();
    const rij = [...taken, 'SERVICE vastleggen'];
    await bewaarBezoeken(proef.register.db, rij.map((taak, i) => ({
      sleutel: `${sleutel}${i}`, proces: taak.startsWith('meldcode ') ? 'meldcode' : 'kernteam', versie: 1, element: taak.replace(/^\w+ /, ''), soort: taak.startsWith('SERVICE') ? 'SERVICE_TASK' : 'USER_TASK', instantie: sleutel,
      begonnen: new Date(`2025-09-0${i + 1}T08:00:00Z`), geeindigd: new Date(`2025-09-0${i + 1}T09:00:00Z`), toestand: 'klaar', casusId, route: 'kernteam', stap: null, uiterlijk: null, eindDag: null, schooljaar: null, kalenderdagen: null, schooldagen: null, teLaat: null,
    })));
  }

  test('dezelfde taken is hetzelfde pad, in welke volgorde en hoe vaak ook; het meest gelopen eerst, en niets van een kind', async () => {
    await casus('2025-12-01', 'T KT_02');
    await casus('2025-12-01', 'T KT_05', 'T KT_06', 'T KT_05');
    await casus('2026-01-01', 'T KT_06', 'T KT_05');
    await casus(null, 'T KT_07');
    await casus('2025-08-01', 'T KT_08');
    expect(await leesVastgelegdePaden(proef.register.db, SINDS)).toEqual([
      { route: 'kernteam', taken: ['kernteam KT_05', 'kernteam KT_06'], aantal: 2 }, { route: 'kernteam', taken: ['kernteam KT_02'], aantal: 1 },
    ]);
  });

  test('dat er een meldcode liep is aan geen pad te zien', async () => {
    await casus('2025-12-01', 'T KT_02', 'meldcode MC_01');
    expect(await leesVastgelegdePaden(proef.register.db, SINDS)).toEqual([{ route: 'kernteam', taken: ['kernteam KT_02'], aantal: 1 }]);
  });
});
