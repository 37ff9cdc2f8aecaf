import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeKinderen } from '../../scripts/demo/kinderen.ts';
import { play } from '../../scripts/demo/play.ts';
import { demoControls } from './helpers/demo-controls.ts';
import { Proef } from './helpers/proef.ts';

const EINDE = new Date('2026-02-13T15:00:00+01:00');

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterAll(() => proef.stop());

test('een kleine demo: vier kinderen, van signaal tot afgesloten of nog open, zonder incident en zonder datum na vandaag', async () => {
  const kinderen = makeKinderen(EINDE, { aantal: 4, hoogstensSchooldagen: 30 });
  expect(kinderen.map((kind) => Object.keys(kind.scenario.verwacht)[0])).toEqual(expect.arrayContaining(['afgerond', 'open']));
  const { spelers, takenGedaan, afwijkingen } = await play({ bediening: demoControls(proef), kinderen, einde: EINDE });

  expect(afwijkingen).toEqual([]);
  expect(takenGedaan).toBeGreaterThan(kinderen.length);
  expect(proef.beeld.incidents.size).toBe(0);
  expect(proef.klok.nu()).toEqual(EINDE);
  const { db } = proef.register;
  const casussen = await db.selectFrom('casus').selectAll().execute();
  expect(casussen).toHaveLength(kinderen.length);
  for (const speler of spelers) {
    const casus = casussen.find((c) => c.casusId === speler.casusId);
    expect(casus, speler.kind.kenmerk).toMatchObject({ status: 'afgerond' in speler.kind.scenario.verwacht ? 'afgesloten' : 'open', geopendOp: speler.kind.aangemeldOp });
  }
  expect((await db.selectFrom('verzuimstand').selectAll().execute()).length).toBeGreaterThan(0);

  const momenten = [
    ...(await db.selectFrom('logboekRegel').select('tijdstip as op').execute()), ...(await db.selectFrom('uitgaand').select('aangemaaktOp as op').execute()),
    ...(await db.selectFrom('duo').select('gemeldOp as op').execute()), ...(await db.selectFrom('casus').select('geopendOp as op').execute()),
  ];
  expect(momenten.length).toBeGreaterThan(20);
  expect(momenten.filter(({ op }) => op > EINDE)).toEqual([]);
});
