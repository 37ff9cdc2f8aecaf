import { expect, test } from 'vitest';
import { kaartUitvoer } from '../../../beheer/export/kaart-uitvoer.ts';
import type { Element, Kaart } from '../../../domein/kaart/kaart.ts';

const NIETS = { kalenderdagen: null, schooldagen: null };
const element = (id: string, anders: Partial<Element>): Element => ({
  id, naam: id, soort: 'userTask', binnen: null, gebeurtenis: false, automatisch: false, roept: null, stappen: [], inModel: true, termijnen: [], inhoud: null,
  nu: { kinderen: 0, overTermijn: 0, aandeelOverTermijn: null, ...NIETS }, geeindigd: { kinderen: 0, bezoeken: 0, afgebroken: 0, metTermijn: 0, teLaat: 0, aandeelTeLaat: null, ...NIETS }, ...anders,
});
const KAART: Kaart = {
  proces: 'kernteam', naam: 'Verzuimroute met kernteam', filter: { schooljaar: '2025-2026' }, gemetenOp: '2026-02-20T13:00:00+01:00', kinderenNu: null, toelichting: ['Zo is geen kind te herleiden.'],
  versheid: { bijgewerktOm: null, actueel: false, tekst: 'nog niet gelezen' },
  elementen: [
    element('leeg', {}),
    element('klein', { naam: 'Met ouders\nspreken', nu: { kinderen: '<5', overTermijn: null, aandeelOverTermijn: null, ...NIETS } }),
    element('veel', {
      stappen: ['KT-01', 'GK-01'], termijnen: [{ stap: 'KT-01', aantal: 2, eenheid: 'schooldagen' }, { stap: 'GK-01', aantal: 3, eenheid: 'schooldagen' }],
      nu: { kinderen: 8, overTermijn: 6, aandeelOverTermijn: 0.75, kalenderdagen: { n: 8, mediaan: 9, p90: null }, schooldagen: { n: 8, mediaan: 6, p90: null } },
    }),
    element('proces', { soort: 'callActivity', roept: 'x', nu: { kinderen: 9, overTermijn: 0, aandeelOverTermijn: null, ...NIETS }, inhoud: { nuOverTermijn: 10, nuAandeel: 0.5, teLaat: null, aandeelTeLaat: null } }),
    element('keuze', { naam: 'keuze', soort: 'exclusiveGateway', automatisch: true }),
    element('weg', { soort: null, inModel: false, geeindigd: { kinderen: 12, bezoeken: 15, afgebroken: 0, metTermijn: 12, teLaat: 0, aandeelTeLaat: 0, kalenderdagen: { n: 12, mediaan: 4, p90: 8 }, schooldagen: null } }),
  ],
  paden: [{ id: 'flow_1', van: 'keuze', naar: 'veel', gewicht: null }, { id: 'flow_2', van: 'klein', naar: 'veel', gewicht: '<5' }, { id: 'flow_3', van: 'klein', naar: 'keuze', gewicht: 35 }],
};
const uitvoer = kaartUitvoer(KAART, [{ label: 'Schooljaar 2025-2026', velden: ['schooljaar'] }], { rol: (id) => (id === 'veel' ? 'IB-er' : ''), antwoord: (id) => (id === 'flow_1' ? 'Ja' : '') });
const [plekken, paden] = uitvoer.tabellen;
const cel = (plek: string, kop: string): unknown => plekken.rijen.find((rij) => rij[1] === plek)?.[plekken.kolommen.findIndex((k) => k.kop === kop)];

test('plekken waar een kind kan wachten, ook wat niet meer in de tekening staat; een splitsing niet', () => {
  expect(plekken.rijen.map((rij) => [rij[1], rij[2]])).toEqual([['leeg', 'taak'], ['Met ouders spreken', 'taak'], ['veel', 'taak'], ['proces', 'aangeroepen proces'], ['weg', 'staat niet meer in de tekening']]);
  expect(plekken.rijen[2]!.slice(0, 6)).toEqual(['KT-01 GK-01', 'veel', 'taak', null, 'IB-er', '2 of 3 schooldagen']);
});

test('klein blijft klein, weggelaten staat er in woorden, en waar niets is blijft het leeg', () => {
  expect(['Kinderen nu', 'Nu: over de termijn', 'Nu: deel over de termijn', 'Nu: mediaan schooldagen'].map((kop) => cel('Met ouders spreken', kop))).toEqual(['<5', 'niet getoond', 'niet getoond', 'niet getoond']);
  expect(['Kinderen nu', 'Nu: over de termijn', 'Nu: deel over de termijn', 'Nu: mediaan schooldagen', 'Nu: kinderen gemeten (schooldagen)', 'Klaar: deel te laat'].map((kop) => cel('leeg', kop))).toEqual([0, 0, null, null, null, null]);
  expect(['Kinderen nu', 'Nu: deel over de termijn', 'Nu: mediaan schooldagen', 'Nu: p90 schooldagen', 'Nu: kinderen gemeten (kalenderdagen)'].map((kop) => cel('veel', kop))).toEqual([8, 0.75, 6, 'niet getoond', 8]);
  expect(['Klaar: deel te laat', 'Klaar: mediaan kalenderdagen', 'Klaar: mediaan schooldagen'].map((kop) => cel('weg', kop))).toEqual([0, 4, 'niet getoond']);
});

test('van een aangeroepen proces telt wat erin over de termijn is, zoals op de pagina', () => {
  expect(['Nu: over de termijn', 'Nu: deel over de termijn', 'Klaar: te laat', 'Klaar: deel te laat'].map((kop) => cel('proces', kop))).toEqual([10, 0.5, 'niet getoond', 'niet getoond']);
});

test('de paden, met het antwoord bij de pijl', () => {
  expect(paden!.rijen).toEqual([['knooppunt', 'Ja', 'veel', 'niet getoond'], ['Met ouders spreken', null, 'veel', '<5'], ['Met ouders spreken', null, 'knooppunt', 35]]);
});

test('waarover het gaat: filter, moment, hoe vers, en wat er door het filter niet staat; elke kolom heeft uitleg', () => {
  expect(uitvoer.over).toEqual([
    { naam: 'Filter', tekst: 'Schooljaar 2025-2026' }, { naam: 'Gemeten op', tekst: 'vrijdag 20 februari 2026 om 13:00' }, { naam: 'Gegevens', tekst: 'nog niet gelezen' },
    { naam: 'Kinderen nu in dit proces', tekst: 'niet getoond' }, { naam: 'Let op', tekst: 'Zo is geen kind te herleiden.' },
  ]);
  expect(kaartUitvoer(KAART, [], { rol: () => '', antwoord: () => '' }).over[0]!.tekst).toBe('geen: alle jaren, alle kinderen');
  for (const { kolommen } of uitvoer.tabellen) for (const { kop, uitleg } of kolommen) expect(uitleg, kop).toMatch(/\.$/);
});
