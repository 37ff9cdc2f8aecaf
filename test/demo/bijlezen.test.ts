import { expect, test } from 'vitest';
import { wachtOpTasklist } from '../../scripts/demo/bijlezen.ts';

const signaal = new AbortController().signal;
const beeld = (...stappen: string[]): never => ({ taken: new Map(stappen.map((elementId, i) => [String(i), { elementId }])) }) as never;
/** Tasklist, die bij elke vraag een volgend antwoord geeft. */
const tasklist = (...antwoorden: string[][]): never => {
  let keer = 0;
  return { openTaken: async () => (antwoorden[Math.min(keer++, antwoorden.length - 1)] ?? []).map((elementId) => ({ elementId })), incidenten: async () => [] } as never;
};

test('wacht tot elke taak er is; wat er intussen bij kwam mag', async () => {
  expect(await wachtOpTasklist(tasklist([], ['KT_14'], ['KT_14', 'KT_14', 'KT_01a']), beeld('KT_14', 'KT_14'), signaal)).toEqual([]);
});

test('na het geduld zegt zij wat er nog ontbreekt; twee dezelfde taken tellen allebei', async () => {
  expect(await wachtOpTasklist(tasklist(['KT_14']), beeld('KT_14', 'KT_14', 'KT_18'), signaal, 0)).toEqual(['KT_14', 'KT_18']);
});

test('een incident in Operate is een fout', async () => {
  await expect(wachtOpTasklist({ openTaken: async () => [], incidenten: async () => [{}] } as never, beeld(), signaal)).rejects.toThrow('1 incidenten');
});
