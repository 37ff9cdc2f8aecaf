import { expect, test } from 'vitest';
import { dagVan } from '../../domein/kalender/datum.ts';
import { isSchooldag, rondeNa, rondes, weekmomenten } from '../../scripts/demo/schooltijd.ts';
import { makeRandom } from '../../scripts/demo/random.ts';

test('mensen doen hun taken op een schooldag onder schooltijd, ook na een moment in de vakantie', () => {
  const toeval = makeRandom('test');
  for (const moment of ['2026-07-20T09:00:00+02:00', '2026-10-16T16:30:00+02:00', '2026-12-25T12:00:00+01:00', '2026-11-25T10:00:00+01:00'].map((t) => new Date(t))) {
    for (const dagen of [0, 1, 2, 5]) {
      const ronde = rondeNa(moment, dagen, toeval);
      expect(isSchooldag(dagVan(ronde))).toBe(true);
      expect(ronde.getTime()).toBeGreaterThan(moment.getTime());
      const uur = Number(ronde.toLocaleString('nl-NL', { hour: 'numeric', timeZone: 'Europe/Amsterdam' }));
      expect(uur).toBeGreaterThanOrEqual(9);
      expect(uur).toBeLessThan(16);
    }
  }
});

test('dezelfde dag kan nog, maar niet binnen een half uur', () => {
  const laatste = rondes('2026-11-25').at(-1) as Date;
  const vlakErvoor = new Date(laatste.getTime() - 60_000);
  expect(dagVan(rondeNa(vlakErvoor, 0, makeRandom('test')))).toBe('2026-11-26');
});

test('de leerlingadministratie geeft elke schoolweek één keer door, en in een vakantieweek niet', () => {
  expect(weekmomenten('2026-10-05', '2026-11-06').map(dagVan)).toEqual(['2026-10-09', '2026-10-16', '2026-10-30', '2026-11-06']);
});
