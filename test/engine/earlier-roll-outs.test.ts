import { expect, test } from 'vitest';
import { chooseEarlier, listText } from '../../engine/earlier-roll-outs.ts';
import type { LoggedRollOut } from '../../engine/roll-out-log.ts';

const rollOut = (nummer: number, op: string, terugNaar?: number): LoggedRollOut => ({ nummer, op, wie: 'jan', hoe: 'npm run uitrollen', wat: nummer === 1 ? [] : [`termijnen.dmn: gewijzigd (${nummer})`], terugNaar });
const drie = [rollOut(1, '2026-11-10T09:00:00Z'), rollOut(2, '2026-11-12T08:14:00Z'), rollOut(3, '2026-11-12T15:30:00Z')];
const nummer = (alle: readonly LoggedRollOut[], current: number, choice?: string) => chooseEarlier(alle, current, choice).nummer;

test('de lijst noemt wanneer, door wie, wat er veranderde en wat er nu draait, de nieuwste eerst', () => {
  expect(listText([...drie.slice(0, 2), rollOut(3, '2026-11-12T15:30:00Z', 1)], 3)).toEqual([
    '3  12 november 2026 om 16:30  door jan met npm run uitrollen, terug naar uitrol 1  (dit draait nu)', '    - termijnen.dmn: gewijzigd (3)',
    '2  12 november 2026 om 09:14  door jan met npm run uitrollen', '    - termijnen.dmn: gewijzigd (2)',
    '1  10 november 2026 om 10:00  door jan met npm run uitrollen', '    eerste uitrol',
  ]);
  expect(listText([], undefined)).toEqual(['Er is nog niets uitgerold.']);
});

test('zonder keuze de vorige; met een nummer die; met een dag wat er aan het eind van die dag draaide', () => {
  expect(nummer(drie, 3)).toBe(2);
  expect(nummer(drie, 3, '1')).toBe(1);
  expect(nummer(drie, 3, '11-11-2026')).toBe(1);
  expect(nummer([...drie, rollOut(4, '2026-11-13T09:00:00Z')], 4, '2026-11-12')).toBe(3);
});

test('wie al terug is en nog eens teruggaat, gaat verder terug en niet naar de fout', () => {
  const vier = [...drie, rollOut(4, '2026-11-13T09:00:00Z', 2)];
  expect(nummer(vier, 4)).toBe(1);
  expect(nummer([...vier, rollOut(5, '2026-11-13T10:00:00Z')], 5)).toBe(4);
});

test.each([
  ['3', 'Dat is uitrol 3 (van 12 november 2026 om 16:30), en die draait nu al. npm run uitrollen -- --lijst noemt de andere.'],
  ['99', 'Uitrol 99 is er niet (meer). Te kiezen zijn: 1, 2, 3. npm run uitrollen -- --lijst zegt wat er per uitrol veranderde.'],
  ['gisteren', '"gisteren" is geen nummer en geen datum. Kies een nummer uit npm run uitrollen -- --lijst, of een dag als 12-11-2026.'],
  ['31-02-2026', '"31-02-2026" is geen nummer en geen datum. Kies een nummer uit npm run uitrollen -- --lijst, of een dag als 12-11-2026.'],
  ['1-11-2026', 'Op 1 november 2026 is er nog geen uitrol bewaard. De eerste is uitrol 1 (van 10 november 2026 om 10:00).'],
])('de keuze %s krijgt een gewone zin', (keuze, zin) => {
  expect(() => chooseEarlier(drie, 3, keuze)).toThrow(zin);
});

test('van de eerste uitrol kan niemand terug, en zonder uitrol ook niet', () => {
  const zin = 'Er is geen eerdere uitrol om naar terug te gaan: dit is de eerste die bewaard is.';
  expect(() => chooseEarlier(drie, 1)).toThrow(zin);
  expect(() => chooseEarlier([], undefined)).toThrow(zin);
});
