import { describe, expect, test } from 'vitest';
import type { Instance, OpenTask } from '../../engine/reads/reads.ts';
import { leesBestanden } from '../../nakijken/bestanden.ts';
import { geraakteStappen, wieIsGeraakt } from '../../wat-veranderde/geraakt.ts';
import { meldGeraakten } from '../../wat-veranderde/meld-geraakten.ts';

const echt = new Map((await leesBestanden()).map(({ pad, inhoud }) => [pad, inhoud.toString()]));
const met = (pad: string, verander: (tekst: string) => string): Map<string, string> => new Map([...echt, [pad, verander(echt.get(pad)!)]]);
const taak = (elementId: string, casusId: string): OpenTask => ({ key: `t-${casusId}`, elementInstanceKey: 'e', elementId, name: 'x', casusId, uiterlijk: null, assignee: null, groepen: [] });

/** De leeskant van een engine waar deze taken openstaan en deze instanties lopen. */
const reads = (taken: readonly OpenTask[], instanties: readonly (Instance & { op: readonly string[] })[] = []) => ({
  openTasks: async () => taken,
  instances: async () => instanties,
  activeElements: async (key: string) => instanties.find((i) => i.key === key)!.op,
});

const termijn = met('bpmn/termijnen.dmn', (t) => t.replace(/(?<=regel_kt_05_uiterlijk_uit_2">\s*<text>)\d+/, '7'));
const timer = met('bpmn/kernteam.bpmn', (t) => t.replace(/(<bpmn:timeD[a-z]+[^>]*>)=[^<]*/, '$1=duration("P1D")'));

describe('wie er bij een veranderde stap staat, en wat hij merkt', () => {
  test('een andere termijn: de open taak houdt haar einddatum', async () => {
    expect(await meldGeraakten(echt, termijn, reads([taak('KT_05', 'a'), taak('KT_05', 'b'), taak('KT_05', 'c'), taak('gesprek_ouders', 'd')]))).toEqual(['3 casussen staan bij KT-05; hun open taak houdt haar einddatum']);
  });

  test('een ander formulier: ook de stap die het gebruikt wordt genoemd', async () => {
    const anders = met('forms/gesprek-ouders.form', (t) => t.replace('"label": "Aanwezig"', '"label": "Wie waren er?"'));
    expect(await meldGeraakten(echt, anders, reads([taak('gesprek_ouders', 'a')]))).toEqual(['1 casus staat bij KT-01a/GK-01a; haar open taak houdt haar formulier']);
  });

  test('een timer: het aangeroepen proces telt bij de casus die het aanriep', async () => {
    const element = (await geraakteStappen(echt, timer))[0]!.element;
    const lopend = [
      { key: '1', processId: 'casus', version: 1, definition: 'd', parent: null, op: ['CA_route'] },
      { key: '2', processId: 'kernteam', version: 1, definition: 'd', parent: '1', op: [element] },
      { key: '3', processId: 'kernteam', version: 1, definition: 'd', parent: null, op: ['KT_07'] },
    ];
    expect(await meldGeraakten(echt, timer, reads([], lopend))).toEqual(['1 casus staat bij KT-05 ("Aanwijzing blijft uit"); een wachttijd die al loopt houdt haar einde']);
  });

  test('staat er niemand, of is er niets om mee te vergelijken, dan staat er niets', async () => {
    expect(await meldGeraakten(echt, termijn, reads([taak('gesprek_ouders', 'a')]))).toEqual([]);
    expect(await meldGeraakten(undefined, echt, reads([]))).toEqual([]);
    expect(await meldGeraakten(echt, echt, reads([]))).toEqual([]);
  });

  test('een naam of een mail raakt niemand: daar merkt een open taak niets van', async () => {
    expect(await geraakteStappen(echt, met('bpmn/kernteam.bpmn', (t) => t.replace('name="2 Verzuim vastleggen"', 'name="Anders"')))).toEqual([]);
    expect(await geraakteStappen(echt, met('koppelingen/mail/meldingen/N-01.md', (t) => `${t} x`))).toEqual([]);
  });
});

test('is niet te lezen waar zij staan, dan zegt het dat en gaat de uitrol door', async () => {
  const weg = { ...reads([]), openTasks: () => Promise.reject(new Error('De takenlijst antwoordt niet.')) };
  expect(await meldGeraakten(echt, termijn, weg)).toEqual(['Welke lopende casussen bij een veranderde stap staan, is nu niet te lezen: De takenlijst antwoordt niet.']);
});

test('twee veranderingen aan één stap zijn één zin, en een casus telt er één keer', () => {
  const stap = { proces: 'p', element: 'KT_05', stap: 'KT-05', taak: true };
  const plaatsen = [{ casus: 'a', element: 'KT_05' }, { casus: 'a', element: 'KT_05' }, { casus: 'b', element: 'KT_05' }];
  expect(wieIsGeraakt([{ ...stap, merkt: 'hun open taak houdt haar einddatum' }, { ...stap, merkt: 'hun open taak houdt haar formulier' }], plaatsen)).toEqual(['2 casussen staan bij KT-05; hun open taak houdt haar einddatum; hun open taak houdt haar formulier']);
});
