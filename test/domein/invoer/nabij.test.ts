import { expect, test } from 'vitest';
import { bedoelde, nabij } from '../../../domein/invoer/nabij.ts';

test.each([
  ['schoolnaam', ['schoolNaam', 'contactNaam'], 'schoolNaam'],
  ['verzuimGestpt', ['verzuimGestopt', 'gesprekDatum'], 'verzuimGestopt'],
  ['dagn', ['dag', 'dagen'], 'dagen'],
  ['KT-5', ['KT-06', 'KT-05'], 'KT-05'],
])('%s lijkt op %j: %s', (naam, kandidaten, verwacht) => expect(nabij(naam, kandidaten)).toBe(verwacht));

test('een ander nummer is geen tikfout, een korte naam lijkt op te veel, en dezelfde naam is niet wat er bedoeld was', () => {
  expect(nabij('N-99', ['N-09', 'N-98'])).toBeUndefined();
  expect(nabij('ja', ['nee', 'na'])).toBeUndefined();
  expect(nabij('school', ['school'])).toBeUndefined();
  expect([bedoelde('schoolnaam', ['schoolNaam']), bedoelde('iets heel anders', ['schoolNaam'])]).toEqual([' Bedoelde u schoolNaam?', '']);
});
