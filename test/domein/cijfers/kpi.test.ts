import { beforeEach, describe, expect, test } from 'vitest';
import { makeCijferdeps, maakOpname } from '../../../domein/cijfers/bron.ts';
import { leesBezetting } from '../../../domein/cijfers/kpi/bezetting.ts';
import { kpi01 } from '../../../domein/cijfers/kpi/aanbod.ts';
import { leesCijfers } from '../../../domein/cijfers/cijfers.ts';
import type { Kpibron } from '../../../domein/cijfers/kpi/kpi.ts';
import { telKpi } from '../../../domein/cijfers/kpi/tellen.ts';
import { verblijven } from '../../../domein/cijfers/brugplaatsen.ts';
import { nummersVan } from '../../../domein/cijfers/nummers.ts';
import { ROUTES } from '../../../domein/routes/index.ts';
import { voegLogboekToe } from '../../../registratie/logboek-toevoegen.ts';
import { bewaarThuisperiode } from '../../../registratie/thuisperiode-bewaren.ts';
import { nieuweCasus, open } from '../../helpers/casus.ts';
import { useWorkbench } from '../../helpers/worker.ts';

const bank = useWorkbench();
let nummer = 0;
beforeEach(() => bank.klok.zet('2026-03-16T10:00:00Z'));

async function kind(eersteDag: string, eindDag: string | null): Promise<string> {
  const basis = nieuweCasus({ geopendOp: new Date('2025-09-01T09:00:00Z'), aanmeldSleutel: `k${nummer}`, procesInstantieKey: `k${nummer}` }, `L-${nummer}`);
  const { casusId } = await open(bank.register, { ...basis, leerling: { ...basis.leerling, achternaam: `Kind${nummer++}` } });
  await bank.register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag, eindDag, eindeReden: eindDag === null ? null : 'PASSEND_AANBOD_GEREALISEERD', nergensIngeschrevenSinds: null }, bank.klok.nu()));
  return casusId;
}
const deps = () => makeCijferdeps({ db: bank.register.db, engine: bank.deps().engine, klok: bank.klok });

test('KPI-01, de vuistregel van de spec: A na 40 dagen, B na precies drie maanden, C een dag later, D pas twee maanden thuis, E vier maanden zonder aanbod: 2 van 4', async () => {
  await kind('2025-09-01', '2025-10-11');
  await kind('2025-09-01', '2025-12-01');
  await kind('2025-09-01', '2025-12-02');
  await kind('2026-01-16', null);
  await kind('2025-11-16', null);
  const opname = await maakOpname(deps());
  const gevallen = await kpi01.gevallen!({ ...deps(), opname } as Kpibron);
  expect(gevallen.map((g) => g.uitslag).sort()).toEqual(['anders', 'anders', 'goed', 'goed', 'open']);
});

test('tien keer zoveel kinderen: 50%, met de open gevallen ernaast en niet in het geheel', async () => {
  const geval = (uitslag: 'goed' | 'anders' | 'open', i: number) => ({ kenmerken: { gemeente: 'g', bestuur: 'b', school: 's', groep: 4, route: 'kernteam' }, dag: `2025-10-${String(1 + (i % 28)).padStart(2, '0')}`, uitslag });
  const lijst = [...Array.from({ length: 20 }, (_, i) => geval('goed', i)), ...Array.from({ length: 20 }, (_, i) => geval('anders', i)), ...Array.from({ length: 10 }, (_, i) => geval('open', i))];
  const cijfer = telKpi(kpi01, lijst, { schooljaar: '2025-2026', maanden: ['2025-10'], peildatum: '2026-03-16' })();
  expect(cijfer).toMatchObject({ aandeel: 0.5, teller: 20, noemer: 40, open: 10, maanden: [{ maand: '2025-10', aandeel: 0.5, teller: 20, noemer: 40 }] });
});

test('KPI-08, de vuistregel van de spec: vijf van de acht plaatsen de hele tijd bezet is 62,5%', async () => {
  for (let i = 0; i < 5; i++) {
    const casusId = await kind('2025-09-01', null);
    await bank.register.transaction((tx) => voegLogboekToe(tx, { casusId, tijdstip: new Date('2025-10-01T09:00:00Z'), stap: 'BS-hand', formulier: 'brugplaats-handmatig', actie: 'x', actor: 'x', rol: 'directeur-sbo', uitkomst: 'x', velden: { resultaat: 'BESTEMMING', startDatum: '2025-11-01', eindDatum: '2026-01-31' }, sleutel: `b${i}` }));
  }
  const opname = await maakOpname(deps());
  const casussen = new Map(opname.kinderen.flatMap((k) => k.casussen.map((casus) => [casus.casusId, { casus, kind: k }] as const)));
  const bron = { ...deps(), opname, casusVan: (id: string) => casussen.get(id) } as Kpibron;
  expect(await leesBezetting(bron, ['2025-11'])).toEqual({ jaar: 0.625, maanden: [0.625] });
});

describe('verblijven op een brugplaats', () => {
  const regel = (stap: string, resultaat: string, begin: string | null, eind: string | null) => ({ casusId: 'c', stap, op: new Date('2026-01-05T10:00:00Z'), resultaat, begin, eind });
  test('een verbeterd formulier is dezelfde plaats, een andere plaats eindigt de vorige, en wat geen plaats is telt niet', () => {
    expect(verblijven([regel('BS-hand', 'GEEN_PLAATS', null, null), regel('BS-hand', 'BESTEMMING', '2025-10-01', '2025-11-30'), regel('BS-hand', 'BESTEMMING', '2025-10-06', '2025-12-05'), regel('KDC-hand', 'BESTEMMING', '2025-11-03', '2025-12-20'), regel('KDC-eind', 'BEHANDELING', null, '2025-12-18')])).toEqual([
      { casusId: 'c', soort: 'sbo', van: '2025-10-06', gepland: '2025-12-05', tot: '2025-11-03', uitkomst: null }, { casusId: 'c', soort: 'kdc-asvz', van: '2025-11-03', gepland: '2025-12-20', tot: '2025-12-18', uitkomst: 'BEHANDELING' },
    ]);
  });
  test('wie de geplande dag voorbij is en van wie niemand het einde vastlegde, is er nog; een evaluatie die doorgaat eindigt niets', () => {
    expect(verblijven([regel('OS-01', 'ja', '2025-10-01', '2025-11-30'), regel('OS-05', 'GAAT_DOOR', null, '2025-12-20')])).toEqual([{ casusId: 'c', soort: 'eigen-school', van: '2025-10-01', gepland: '2025-12-20', tot: null, uitkomst: null }]);
  });
});

test('elk cijfer van de spec is er, en wat het register niet weet zegt in één zin wat er ontbreekt in plaats van een getal', async () => {
  const uitslagen = await (await leesCijfers(deps(), await maakOpname(deps()))).kpis('2025-2026');
  expect([...new Set(uitslagen.map(({ kpi }) => kpi.id.replace('b', '')))]).toEqual(Array.from({ length: 25 }, (_, i) => `KPI-${String(i + 1).padStart(2, '0')}`));
  for (const { kpi, cijfer } of uitslagen) {
    expect([kpi.id, cijfer === null]).toEqual([kpi.id, kpi.ontbreekt !== undefined]);
    if (cijfer !== null) expect([kpi.id, kpi.formule !== '' && kpi.populatie !== '' && kpi.herkomst !== '' && kpi.bron !== '']).toEqual([kpi.id, true]);
  }
});

test('de strook heeft elk nummer van het routeboek: achttien met kernteam, zeventien zonder', async () => {
  expect(await Promise.all(ROUTES.map(async (route) => [route.proces, (await nummersVan(route)).map(({ nr }) => nr)]))).toEqual([['kernteam', Array.from({ length: 18 }, (_, i) => i + 1)], ['geen-kernteam', Array.from({ length: 17 }, (_, i) => i + 1)]]);
});
