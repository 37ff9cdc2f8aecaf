import { afterAll, beforeAll, expect, test } from 'vitest';
import { maakKinderen } from '../../scripts/demo/kinderen.ts';
import { speel } from '../../scripts/demo/spel.ts';
import { demobediening } from './hulp/demobediening.ts';
import { Proef } from './hulp/proef.ts';

const EINDE = new Date(process.env['EINDE'] ?? '2026-02-13T15:00:00+01:00');

let proef: Proef;
beforeAll(async () => {
  proef = await Proef.start();
});
afterAll(() => proef.stop());

test('een kleine demo', { timeout: 3_000_000 }, async () => {
  const t = performance.now();
  await proef.klok.pin(new Date(EINDE.getTime() - 366 * 86_400_000));
  let stappen = 0;
  const uitslag = await speel({ bediening: demobediening(proef), kinderen: maakKinderen(EINDE, Number(process.env['N'] ?? 4)), einde: EINDE, voortgang: (dag, lopend) => { if (++stappen % 10 === 0) console.log(dag.toISOString(), lopend, stappen, Math.round((performance.now() - t) / 1000)); } });
  console.log(uitslag.takenGedaan, stappen, (performance.now() - t) / 1000);
  expect(proef.beeld.incidenten.size).toBe(0);
});
