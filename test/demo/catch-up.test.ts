import { describe, expect, test } from 'vitest';
import { waitForFigures, waitForTasklist } from '../../scripts/demo/catch-up.ts';
import { figuresText } from '../../scripts/demo/report.ts';

const signaal = new AbortController().signal;
/** Een streepje achter de stap: de taak heeft (nog) geen casus. */
const taak = (stap: string): object => ({ elementId: stap.replace(/-$/, ''), casusId: stap.endsWith('-') ? null : 'c-1' });
/** De open taken aan het eind van het spel. */
const gespeeld = (...stappen: string[]): never => ({ openTasks: async () => stappen.map(taak) }) as never;
/** Tasklist, die bij elke vraag een volgend antwoord geeft. */
const tasklist = (...antwoorden: string[][]): never => {
  let keer = 0;
  return { openTasks: async () => (antwoorden[Math.min(keer++, antwoorden.length - 1)] ?? []).map(taak), incidents: async () => [] } as never;
};

test('wacht tot elke taak er is; wat er intussen bij kwam mag', async () => {
  expect(await waitForTasklist(tasklist([], ['KT-14'], ['KT-14', 'KT-14', 'KT-01a']), gespeeld('KT-14', 'KT-14'), signaal)).toEqual([]);
});

test('een taak telt pas als Tasklist ook haar gegevens heeft', async () => {
  expect(await waitForTasklist(tasklist(['KT-14-']), gespeeld('KT-14'), signaal, 0)).toEqual(['KT-14']);
  expect(await waitForTasklist(tasklist(['KT-14-'], ['KT-14']), gespeeld('KT-14'), signaal)).toEqual([]);
});

test('op een taak zonder casus wordt niet gewacht', async () => {
  expect(await waitForTasklist(tasklist([]), gespeeld('SIG_VERBETEREN-'), signaal, 0)).toEqual([]);
});

test('na het geduld zegt zij wat er nog ontbreekt; twee dezelfde taken tellen allebei', async () => {
  expect(await waitForTasklist(tasklist(['KT-14']), gespeeld('KT-14', 'KT-14', 'KT-18'), signaal, 0)).toEqual(['KT-14', 'KT-18']);
});

test('een incident in Operate is een fout', async () => {
  await expect(waitForTasklist({ openTasks: async () => [], incidents: async () => [{}] } as never, gespeeld(), signaal)).rejects.toThrow('1 incidenten');
});

describe('de cijfers', () => {
  const versheid = (actueel: boolean) => ({ bijgewerktOm: null, actueel, tekst: actueel ? 'bijgewerkt om 9:00' : 'nog niet gelezen' });

  test('wacht tot zij het hele jaar hebben', async () => {
    const standen = [false, false, true];
    expect((await waitForFigures(async () => versheid(standen.shift()!), new AbortController().signal)).tekst).toBe('bijgewerkt om 9:00');
    expect(standen).toEqual([]);
  });

  test('zegt na de tijd hoe ver zij zijn, en houdt de demo niet op', async () => {
    expect((await waitForFigures(async () => versheid(false), new AbortController().signal, 1)).tekst).toBe('nog niet gelezen');
  });

  test('de demo wijst daarna naar de startpagina en de kaart', () => {
    expect(figuresText('http://localhost:3000', 'bijgewerkt om 9:00')).toBe('Begin bij de cijfers: http://localhost:3000, aangemeld als management (bijgewerkt om 9:00).\n  Waar kinderen zijn en waar het te lang duurt, op de kaart van de route: http://localhost:3000/kaart/kernteam');
  });
});
