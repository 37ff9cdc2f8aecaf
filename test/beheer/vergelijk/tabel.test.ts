import { describe, expect, test } from 'vitest';
import { maakVergelijktabel } from '../../../beheer/vergelijk/tabel.ts';
import { verschilTekst } from '../../../beheer/vergelijk/tekst.ts';
import { maakPijlverschillen, maakVerschilmerken, verschilklassen } from '../../../beheer/vergelijk/verschilmerken.ts';
import { VERGELIJKBEELDEN, type Vergelijkbeeld } from '../../../beheer/vergelijk/beelden.ts';
import type { Aantal } from '../../../domein/kaart/onderdruk.ts';
import type { Element, Kaart } from '../../../domein/kaart/kaart.ts';
import { element } from '../kaart/element.ts';

const kaart = (...elementen: Element[]): Kaart => ({ proces: 'kernteam', naam: 'Route', filter: {}, gemetenOp: '', versheid: { bijgewerktOm: null, actueel: true, tekst: '' }, toelichting: [], kinderenNu: 0, elementen, paden: [] });
const duur = (id: string, kinderen: Element['geeindigd']['kinderen'], mediaan: number | null): Element => element({ id, naam: id, geeindigd: { kinderen, bezoeken: 10, schooldagen: mediaan === null ? null : { n: 5, mediaan, p90: null } } });
const tabel = (a: Kaart, b: Kaart, beeld: Vergelijkbeeld = 'duur', sorteer = '') => maakVergelijktabel({ a, b }, beeld, 'schooldagen', { rol: () => '', antwoord: () => '' }, sorteer);

/** Elk geval van een getal naast een getal: getoond, klein, verborgen, niets. */
const A = kaart(duur('langer', 12, 3), duur('korter', 12, 9), duur('gelijk', 9, 4), duur('verborgenB', 7, 5), duur('kleinA', '<5', null), duur('nietsB', 8, 2), duur('nergens', 0, null));
const B = kaart(duur('langer', 15, 6), duur('korter', 10, 1), duur('gelijk', 9, 4), duur('verborgenB', null, null), duur('kleinA', 8, 5), duur('nietsB', 0, null), duur('nergens', 0, null));

describe('de tabel van een vergelijking', () => {
  test('heeft van elke maat A, B en het verschil, met dezelfde tekens als de heatmap', () => {
    const { rijen, groepen, kolommen } = tabel(A, B);
    const bij = (id: string, plek: number): string[] => rijen.find((r) => r.id === id)!.cellen.slice(plek, plek + 3).map((c) => c.tekst);
    expect(groepen.map((g) => g.kop)).toEqual(['Klaar: mediaan schooldagen', 'p90', 'Kinderen (n)']);
    expect(kolommen.slice(2, 5).map((k) => `${k.maat!} ${k.kop}`)).toEqual(['Klaar: mediaan schooldagen A', 'Klaar: mediaan schooldagen B', 'Klaar: mediaan schooldagen Verschil']);
    expect(Object.fromEntries(rijen.map(({ id }) => [id, [bij(id, 1), bij(id, 7)]]))).toEqual({
      langer: [['3', '6', '+3'], ['12', '15', '+3']], korter: [['9', '1', '−8'], ['12', '10', '−2']], gelijk: [['4', '4', '0'], ['9', '9', '0']],
      verborgenB: [['5', '•', '•'], ['7', '•', '•']], kleinA: [['•', '5', '•'], ['<5', '8', '•']], nietsB: [['2', '–', '–'], ['8', '0', '−8']], nergens: [['–', '–', '–'], ['0', '0', '0']],
    });
  });

  test('wat geen verschil heeft sorteert bij elkaar en verraadt daarmee niets', () => {
    expect(tabel(A, B).rijen.map((r) => r.id).slice(0, 3)).toEqual(['langer', 'gelijk', 'korter']);
    expect(tabel(A, B).rijen.slice(3).map((r) => r.verschil.waarde)).toEqual(['', '', '', '']);
    expect(tabel(A, B, 'duur', 'mediaanVerschil').rijen.map((r) => r.id).slice(-3)).toEqual(['korter', 'gelijk', 'langer']);
    expect(tabel(A, B, 'duur', '-mediaanA').rijen[0]!.id).toBe('korter');
  });

  test('een plek die alleen aan één kant voorkomt staat erin, zonder verschil', () => {
    const oud = element({ id: 'oud', soort: null, inModel: false, geeindigd: { kinderen: 8 } });
    expect(tabel(kaart(), kaart(oud), 'klaar').rijen.map((r) => [r.id, r.cellen.slice(1, 4).map((c) => c.tekst)])).toEqual([['oud', ['–', '8', '–']]]);
  });

  test('een verschil van delen is in procentpunten, naar beide kanten even afgerond', () => {
    const laat = (aandeelTeLaat: number, teLaat: number): Kaart => kaart(element({ termijnen: [{ stap: 'KT-05', aantal: 3, eenheid: 'schooldagen' }], geeindigd: { kinderen: 20, metTermijn: 20, teLaat, aandeelTeLaat } }));
    expect(tabel(laat(0.2, 5), laat(0.32, 8), 'termijn').rijen[0]!.cellen.slice(1, 4).map((c) => c.tekst)).toEqual(['20%', '32%', '+12 pp']);
    expect([0.005, -0.005, 0.004, -0.004].map((v) => verschilTekst(v, true))).toEqual(['+1 pp', '−1 pp', '0 pp', '0 pp']);
  });
});

describe('het verschil in de tekening', () => {
  const merken = Object.fromEntries(maakVerschilmerken(tabel(A, B).rijen, 'duur').map(({ id, ...merk }) => [id, merk]));
  test('meer is boven nul, minder eronder, en gelijk heeft geen kleur; eronder staat van A naar B', () => {
    expect(merken['langer']).toEqual({ niveau: 2, getal: '+3', onder: '3 → 6' });
    expect(merken['korter']).toEqual({ niveau: -3, getal: '−8', onder: '9 → 1' });
    expect(merken['gelijk']).toEqual({ niveau: 0, getal: '0', onder: '' });
  });
  test('waar een van de twee verborgen is, staat geen getal van de ander', () => {
    for (const id of ['verborgenB', 'kleinA']) expect(merken[id]).toEqual({ niveau: 'verborgen', getal: '•', onder: '' });
    expect(merken['nietsB']).toEqual({ niveau: 'verborgen', getal: '–', onder: '' });
    expect(merken['nergens']).toBeUndefined();
  });
  test('de legenda noemt elke trede, en elke trede sluit aan op de volgende', () => {
    expect(verschilklassen('duur')).toEqual(['8 of meer dagen korter', '3–7 dagen korter', '1–2 dagen korter', 'gelijk', '1–2 dagen langer', '3–7 dagen langer', '8 of meer dagen langer']);
    expect(verschilklassen('termijn').slice(3)).toEqual(['gelijk', '1–9 procentpunt vaker te laat', '10–24 procentpunt vaker te laat', '25 of meer procentpunt vaker te laat']);
    for (const beeld of Object.keys(VERGELIJKBEELDEN) as Vergelijkbeeld[]) expect(verschilklassen(beeld)).toHaveLength(7);
  });
});

describe('de paden van een vergelijking', () => {
  type Keuzes = Readonly<Record<string, readonly [ja: Aantal, nee: Aantal]>>;
  const metPaden = (keuzes: Keuzes, soort = 'exclusiveGateway'): Kaart => ({
    ...kaart(...Object.keys(keuzes).map((id) => element({ id, naam: `${id}?`, soort, automatisch: true }))),
    paden: Object.entries(keuzes).flatMap(([van, gewichten]) => gewichten.map((gewicht, i) => ({ id: `${van}-${['ja', 'nee'][i]!}`, van, naar: 'x', gewicht }))),
  });
  const KANT_A = metPaden({ vaker: [20, 80], gelijk: [10, 10], klein: ['<5', 40], verborgen: [null, 30], nieuw: [0, 30], niemand: [0, 0], leeg: [0, 0] });
  const KANT_B = metPaden({ vaker: [45, 55], gelijk: [20, 20], klein: [15, 45], verborgen: [15, 15], nieuw: [15, 15], niemand: [20, 20], leeg: [0, 0] });
  const { rijen, kolommen, groepen, vast } = tabel(KANT_A, KANT_B, 'paden');
  const bij = (id: string): string[] => rijen.find((r) => r.id === id)!.cellen.slice(2).map((c) => c.tekst);

  test('Van, Antwoord en Naar, en dan van het deel en van hoe vaak A, B en het verschil', () => {
    expect([vast, kolommen.slice(0, 3).map((k) => k.kop), groepen]).toEqual([3, ['Van', 'Antwoord', 'Naar'], [{ kop: 'Deel', breed: 3 }, { kop: 'Keer', breed: 3 }]]);
    expect(bij('vaker-ja')).toEqual(['20%', '45%', '+25 pp', '20', '45', '+25']);
    expect(bij('vaker-nee')).toEqual(['80%', '55%', '−25 pp', '80', '55', '−25']);
    expect(bij('gelijk-ja')).toEqual(['50%', '50%', '0 pp', '10', '20', '+10']);
  });

  test('een verschil staat er alleen tussen twee getallen: niet naast klein, verborgen of niemand', () => {
    expect(bij('klein-ja')).toEqual(['•', '25%', '•', '<5', '15', '•']);
    expect(bij('klein-nee'), 'uit het deel zou het kleine getal volgen').toEqual(['•', '75%', '•', '40', '45', '+5']);
    expect(bij('verborgen-ja')).toEqual(['•', '50%', '•', '•', '15', '•']);
    expect(bij('niemand-ja')).toEqual(['–', '50%', '–', '0', '20', '+20']);
  });

  test('een pijl waar eerst niemand langs ging staat erin; een waar nooit iemand langs ging niet', () => {
    expect(bij('nieuw-ja')).toEqual(['0%', '50%', '+50 pp', '0', '15', '+15']);
    expect(rijen.filter((r) => r.id.startsWith('leeg'))).toEqual([]);
  });

  test('de pijlen in de tekening hebben de kleur van hun verschil, en zijn dikker naar hoe groot het is', () => {
    const pijlen = Object.fromEntries(maakPijlverschillen(rijen, 'paden').map(({ id, ...pijl }) => [id, pijl]));
    expect(pijlen['vaker-ja']).toEqual({ niveau: 3, getal: '+25 pp', deel: 0.25 });
    expect(pijlen['vaker-nee']).toEqual({ niveau: -3, getal: '−25 pp', deel: 0.25 });
    expect(pijlen['gelijk-ja']).toEqual({ niveau: 0, getal: '0 pp', deel: 0 });
    for (const id of ['klein-ja', 'klein-nee', 'verborgen-ja', 'verborgen-nee']) expect(pijlen[id], id).toEqual({ niveau: 'verborgen', getal: '•', deel: 0 });
    expect(pijlen['niemand-ja']).toEqual({ niveau: 'verborgen', getal: '–', deel: 0 });
  });

  test('waar niets te kiezen was staat in de tekening niets', () => {
    const splitsing = tabel(metPaden({ s: [20, 20] }, 'parallelGateway'), metPaden({ s: [40, 40] }, 'parallelGateway'), 'paden').rijen;
    expect(splitsing.map((r) => r.cellen.slice(2).map((c) => c.tekst))).toEqual(Array(2).fill(['–', '–', '–', '20', '40', '+20']));
    expect(maakPijlverschillen(splitsing, 'paden')).toEqual([]);
  });
});
