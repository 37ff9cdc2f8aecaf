import { expect, test } from 'vitest';
import { makeModelstappen } from '../../../domein/stappen/modelstappen.ts';
import { stapVanElement } from '../../../domein/stappen/stap-van-element.ts';
import { opVolgorde, stapVanRoute } from '../../../domein/stappen/stap-van-route.ts';

const gedeeld = ['KT-08a', 'GK-07a'];

test.each([
  ['kernteam', 'KT-08a'],
  ['geen-kernteam', 'GK-07a'],
  ['een-route-die-niet-bestaat', 'KT-08a'],
  [null, 'KT-08a'],
])('een gedeelde fase geeft bij route %s stap %s', (route, stap) => {
  expect(stapVanRoute(gedeeld, route)).toBe(stap);
});

test('een stap die bij elke route hoort, geldt als de route er zelf geen heeft', () => {
  expect(opVolgorde(['KT-14o', 'CA-06-1', 'GK-13o'], 'geen-kernteam')).toEqual(['GK-13o', 'KT-14o', 'CA-06-1']);
  expect(stapVanRoute(['CA-06-1'], 'kernteam')).toBe('CA-06-1');
  expect(stapVanRoute([], 'kernteam')).toBeUndefined();
});

test('de stap en de naam komen uit het model; een element in een deelproces heeft de stap van dat deelproces', async () => {
  const lees = makeModelstappen();
  expect(await lees('leerling-bespreken', 'gesprek_ouders')).toEqual({ naam: 'Met ouders spreken', stappen: ['KT-01a', 'GK-01a'], inLogboek: true, groepen: ['ibEr'], formulier: 'gesprek-ouders' });
  expect((await lees('leerling-bespreken', 'gesprek_ouders_nakijken')).stappen).toEqual(['KT-01a', 'GK-01a']);
  expect((await lees('meldcode', 'MC_04')).inLogboek, 'de meldcode komt met opzet niet in het logboek').toBe(false);
  expect((await lees('verzuim-volgen', 'tm_week')).termijn).toBe('volgen-week');
  expect(await stapVanElement({ bpmnProcessId: 'casus-sluiten', elementId: 'afsluitnotitie' }, 'geen-kernteam', lees)).toBe('GK-17');
});

test('zonder proces wordt het element in alle modellen gezocht; een onbekend element houdt zijn id', async () => {
  expect(await stapVanElement({ elementId: 'afsluitnotitie' }, 'kernteam')).toBe('KT-18');
  expect(await stapVanElement({ bpmnProcessId: 'kernteam', elementId: 'bestaat_niet' }, 'kernteam')).toBe('bestaat-niet');
  expect(await stapVanElement({ bpmnProcessId: '../geheim', elementId: 'x' }, 'kernteam')).toBe('x');
});
