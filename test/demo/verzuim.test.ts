import { expect, test } from 'vitest';
import { makeRandom } from '../../scripts/demo/random.ts';
import { verzuimregels } from '../../scripts/demo/verzuim.ts';
import { makeKalenders } from '../../domein/kalender/schoolkalender.ts';
import { dagenThuisWeek } from '../../domein/verzuim/thuisdagen.ts';

const kalender = makeKalenders()();
const fase = { soort: 'ZIEKTE' } as const;
/** Vrijdagen en de laatste schooldag van een korte week (Goede Vrijdag). */
const WEKEN = ['2026-11-20', '2026-04-02', '2026-03-27'];

test.each(WEKEN)('in de week van %s blijft licht verzuim onder de grens en gaat zwaar verzuim erover', (peildatum) => {
  for (const zaad of ['a', 'b', 'c']) {
    const licht = verzuimregels(peildatum, { ...fase, dagenThuis: 3, bovenDeGrens: false }, makeRandom(zaad));
    const zwaar = verzuimregels(peildatum, { ...fase, dagenThuis: 4, bovenDeGrens: true }, makeRandom(zaad));
    const thuis = (regels: typeof licht): number => dagenThuisWeek(regels as never, peildatum, kalender);
    expect(thuis(licht)).toBeLessThanOrEqual(3);
    expect(thuis(zwaar)).toBeGreaterThan(3);
    for (const regel of zwaar) expect(kalender.isSchooldag(regel.datum) && regel.datum <= peildatum).toBe(true);
  }
});

test('in de week van Hemelvaart is een kind dat blijft wegblijven nog steeds boven de grens', () => {
  const zwaar = ['2026-05-08', '2026-05-13'].flatMap((peildatum) => verzuimregels(peildatum, { ...fase, dagenThuis: 4, bovenDeGrens: true }, makeRandom('a')));
  expect(dagenThuisWeek(zwaar as never, '2026-05-13', kalender)).toBeGreaterThan(3);
});
