import { expect, test } from 'vitest';
import { wachtOpTasklist } from '../../scripts/demo/catch-up.ts';

const signaal = new AbortController().signal;
/** Een streepje achter de stap: de taak heeft (nog) geen casus. */
const taak = (stap: string): object => ({ elementId: stap.replace('-', ''), casusId: stap.endsWith('-') ? null : 'c-1' });
/** De open taken aan het eind van het spel. */
const gespeeld = (...stappen: string[]): never => ({ openTaken: async () => stappen.map(taak) }) as never;
/** Tasklist, die bij elke vraag een volgend antwoord geeft. */
const tasklist = (...antwoorden: string[][]): never => {
  let keer = 0;
  return { openTaken: async () => (antwoorden[Math.min(keer++, antwoorden.length - 1)] ?? []).map(taak), incidenten: async () => [] } as never;
};

test('wacht tot elke taak er is; wat er intussen bij kwam mag', async () => {
  expect(await wachtOpTasklist(tasklist([], ['KT_14'], ['KT_14', 'KT_14', 'KT_01a']), gespeeld('KT_14', 'KT_14'), signaal)).toEqual([]);
});

test('een taak telt pas als Tasklist ook haar gegevens heeft', async () => {
  expect(await wachtOpTasklist(tasklist(['KT_14-']), gespeeld('KT_14'), signaal, 0)).toEqual(['KT_14']);
  expect(await wachtOpTasklist(tasklist(['KT_14-'], ['KT_14']), gespeeld('KT_14'), signaal)).toEqual([]);
});

test('op een taak zonder casus wordt niet gewacht', async () => {
  expect(await wachtOpTasklist(tasklist([]), gespeeld('SIG_VERBETEREN-'), signaal, 0)).toEqual([]);
});

test('na het geduld zegt zij wat er nog ontbreekt; twee dezelfde taken tellen allebei', async () => {
  expect(await wachtOpTasklist(tasklist(['KT_14']), gespeeld('KT_14', 'KT_14', 'KT_18'), signaal, 0)).toEqual(['KT_14', 'KT_18']);
});

test('een incident in Operate is een fout', async () => {
  await expect(wachtOpTasklist({ openTaken: async () => [], incidenten: async () => [{}] } as never, gespeeld(), signaal)).rejects.toThrow('1 incidenten');
});
