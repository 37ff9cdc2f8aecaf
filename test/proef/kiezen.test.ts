import { describe, expect, test } from 'vitest';
import { dagVan } from '../../domein/kalender/datum.ts';
import { leesBestanden } from '../../nakijken/bestanden.ts';
import { alsTeksten } from '../../proef/bestanden.ts';
import { deelnemers } from '../../proef/deelnemers.ts';
import { geraakteProcessen } from '../../proef/geraakte-processen.ts';
import { deelIn } from '../../proef/paden-naspelen.ts';
import { spreid, STANDAARD } from '../../proef/spreiden.ts';
import { mogelijkeVerlopen, routeVan } from '../../proef/verlopen-kiezen.ts';
import { VERLOPEN } from '../../scripts/demo/kinderen.ts';
import type { Scenario } from '../../scripts/demo/scenario.ts';
import { opname, taak } from './opnames.ts';

const nu = alsTeksten(await leesBestanden());
const met = (pad: string, van: string | RegExp, naar: string): ReadonlyMap<string, string> => {
  const tekst = nu.get(pad)!.replace(van, naar);
  expect(tekst, pad).not.toBe(nu.get(pad));
  return new Map(nu).set(pad, tekst);
};

describe('welke processen anders worden', () => {
  test('zelf, door een formulier, door een tabel, door een mail; een verschoven blokje niet', async () => {
    expect(await geraakteProcessen(nu, met('bpmn/kernteam.bpmn', /name="[^"]+"/, 'name="Anders"'))).toEqual({ processen: new Set(['kernteam']), overal: false });
    expect(await geraakteProcessen(nu, met('forms/gesprek-ouders.form', '"label": "', '"label": "X '))).toEqual({ processen: new Set(['leerling-bespreken']), overal: false });
    expect([...(await geraakteProcessen(nu, met('koppelingen/mail/meldingen/N-05.md', '\n\n', '\n\nHallo '))).processen].sort()).toEqual(['geen-kernteam', 'kernteam', 'leerplicht-meedenken']);
    expect((await geraakteProcessen(nu, met('bpmn/kernteam.bpmn', /<dc:Bounds x="\d+/, '<dc:Bounds x="7'))).processen.size).toBe(0);
  });

  test('een termijn raakt het proces van haar stap; de schoolkalender kan overal werken', async () => {
    const termijn = met('bpmn/termijnen.dmn', /(regel_kt_05_uiterlijk_uit_2">\s*<text>)3/, '$15');
    expect(await geraakteProcessen(nu, termijn)).toEqual({ processen: new Set(['kernteam']), overal: false });
    expect((await geraakteProcessen(nu, met('bpmn/schoolvakanties.json', '"van"', '"van" '))).overal).toBe(true);
  });
});

test('een verloop doet mee als zijn route het geraakte proces kan aanroepen, of als niemand dat aanroept', () => {
  const aanroepen = new Map([['casus', ['casus-sluiten']], ['kernteam', ['leerling-bespreken', 'alleen-hier']], ['geen-kernteam', ['leerling-bespreken']]]);
  const aantal = (...processen: string[]): number => mogelijkeVerlopen(VERLOPEN, aanroepen, { processen: new Set(processen), overal: false }).length;
  const zonder = VERLOPEN.filter(({ zonderKernteam }) => zonderKernteam).length;
  expect([aantal('alleen-hier'), aantal('leerling-bespreken'), aantal('taakherinneringen'), aantal()]).toEqual([VERLOPEN.length - zonder, VERLOPEN.length, VERLOPEN.length, 0]);
});

describe('uit veel verlopen een paar die van elkaar verschillen', () => {
  const namen = (stappen: string[], verlopen = VERLOPEN): string[] => spreid(verlopen, new Set(stappen)).map(({ naam }) => naam);

  test('wie blijft staan op de stap die verandert hoort erbij, en verder elke soort afloop', () => {
    const gekozen = namen(['KT-05'], VERLOPEN.filter(({ zonderKernteam }) => !zonderKernteam));
    expect(gekozen).toHaveLength(STANDAARD);
    expect(gekozen).toEqual(expect.arrayContaining(['bestuur wijst nog geen regisseur aan', 'brugplaats SBO', 'naar GOAL en daarna voortgezet onderwijs', 'doorzettingsmacht', 'tweede periode van vier weken', 'verhuisd en uitgeschreven', 'vrijstelling verleend']));
    expect(namen(['KT-14'])).toEqual(expect.arrayContaining(['afweging onderwijs of zorg is te laat', 'zonder kernteam: het besluit is te laat']));
  });

  test('beide routes doen mee, en zijn het er weinig dan allemaal', () => {
    const gekozen = spreid(VERLOPEN, new Set());
    expect(new Set(gekozen.map(routeVan))).toEqual(new Set(['kernteam', 'geen-kernteam']));
    expect(spreid(VERLOPEN.slice(0, 5), new Set(['KT-05']))).toEqual(VERLOPEN.slice(0, 5));
  });
});

test('elk verloop één kind, dat in september begint, en altijd hetzelfde', () => {
  const wie = deelnemers(VERLOPEN, '2026-11-27');
  expect(wie.kinderen.map(({ scenario }) => scenario.naam)).toEqual(VERLOPEN.map(({ naam }) => naam));
  expect(dagVan(wie.begin)).toBe('2026-09-07');
  expect(deelnemers(VERLOPEN, '2026-11-27').kinderen.map(({ aanmelding, aangemeldOp }) => ({ aanmelding, aangemeldOp }))).toEqual(wie.kinderen.map(({ aanmelding, aangemeldOp }) => ({ aanmelding, aangemeldOp })));
});

describe('de paden van vorig jaar', () => {
  const scenario = { naam: 'hersteld', antwoorden: {} } as Scenario;
  const anders = { naam: 'overstap', antwoorden: { 'KT-05': () => ({ keuze: 'ja' }) } } as unknown as Scenario;
  const gespeeld = [
    { scenario, opname: opname() },
    { scenario: anders, opname: opname({ naam: 'overstap', taken: [taak(), taak({ element: 'KT_18', stap: 'KT-18' }), taak({ element: 'KT_19', stap: 'KT-19' })] }) },
  ];
  const stappen = new Map([['KT_05', { stap: 'KT-05' }]]);

  test('wat een scenario al doet wordt niet nog eens gespeeld', () => {
    expect(deelIn([{ route: 'kernteam', taken: ['kernteam KT_05'], aantal: 9 }], gespeeld, stappen)).toEqual({ alsScenario: 1, teSpelen: [], overgeslagen: 0 });
  });

  test('anders het scenario dat er het meest op lijkt, met het antwoord dat die kant op leidt', () => {
    const { teSpelen } = deelIn([{ route: 'kernteam', taken: ['kernteam KT_05', 'kernteam KT_18'], aantal: 2 }], gespeeld, stappen);
    expect(teSpelen.map(({ scenario: s }) => s.naam)).toEqual(['casussen van vorig jaar, pad 1']);
    expect(teSpelen[0]!.scenario.antwoorden!['KT-05']!({} as never)).toEqual({ keuze: 'ja' });
  });

  test('van een route zonder scenario, en meer dan er in de tijd past, wordt overgeslagen', () => {
    const paden = Array.from({ length: 9 }, (_, i) => ({ route: i === 0 ? 'onbekend' : 'kernteam', taken: ['kernteam KT_05', `kernteam X${i}`], aantal: 1 }));
    expect(deelIn(paden, gespeeld, stappen)).toMatchObject({ alsScenario: 0, overgeslagen: 4 });
  });
});
