import { describe, expect, test } from 'vitest';
import { maakTabel } from '../../../beheer/kaart/tabel.ts';
import type { Element, Kaart, Pad } from '../../../domein/kaart/kaart.ts';
import { element } from './element.ts';

const kaart = (elementen: readonly Element[], paden: readonly Pad[] = []): Kaart => ({ proces: 'kernteam', naam: 'Route', filter: {}, gemetenOp: '', versheid: { bijgewerktOm: null, actueel: true, tekst: '' }, toelichting: [], kinderenNu: 0, elementen, paden });
const tekening = { rol: () => 'IB-er', antwoord: (id: string) => (id === 'ja' ? 'Ja' : '') };
const namen = (k: Kaart, sorteer: string) => maakTabel(k, 'nu', 'schooldagen', tekening, sorteer).rijen.map((r) => r.id);
const DRUKTE = kaart([element({ id: 'a', naam: '10 Laatste', nu: { kinderen: 7 } }), element({ id: 'b', naam: '2 Eerste', nu: { kinderen: 30 } }), element({ id: 'c', naam: '3 Klein', nu: { kinderen: '<5' } }), element({ id: 'd', naam: '4 Bedekt', nu: { kinderen: null } }), element({ id: 'e', naam: '5 Leeg' })]);

describe('de tabel bij een kaart', () => {
  test('begint met het meeste; klein en bedekt staan tussen nul en vijf, en verraden door hun plek niets', () => expect(namen(DRUKTE, '')).toEqual(['b', 'a', 'c', 'd', 'e']));
  test('sorteert op naam zoals een mens telt', () => expect(namen(DRUKTE, 'wat')).toEqual(['b', 'c', 'd', 'e', 'a']));
  test('een kolom die niet bestaat is de gewone volgorde', () => expect(namen(DRUKTE, '-bestaatniet')).toEqual(namen(DRUKTE, '')));
  test('wat niet meer in de tekening staat, staat er wel in', () => expect(maakTabel(kaart([element({ id: 'oud', soort: null, inModel: false, geeindigd: { kinderen: 8 } })]), 'duur', 'schooldagen', tekening, '').rijen).toMatchObject([{ id: 'oud', inModel: false }]));
  test('zonder kinderen is er geen duur, en met te weinig is die bedekt', () => {
    const cellen = maakTabel(DRUKTE, 'nu', 'schooldagen', tekening, '').rijen.map((r) => [r.id, r.cellen[3]!.tekst]);
    expect(Object.fromEntries(cellen)).toMatchObject({ c: '•', d: '•', e: '–' });
  });
});

describe('de tabel van de paden', () => {
  const paden = (gewichten: Pad['gewicht'][], soort = 'exclusiveGateway') => maakTabel(kaart([element({ id: 'gw', naam: 'Gestopt?', soort, automatisch: true })], gewichten.map((gewicht, i) => ({ id: ['ja', 'nee'][i]!, van: 'gw', naar: 'x', gewicht }))), 'paden', 'schooldagen', tekening, '').rijen.map((r) => r.cellen.map((c) => c.tekst));
  test('een keuze staat met haar antwoord en haar deel', () => expect(paden([15, 45])).toEqual([['–', 'x', '45', '75%'], ['Ja', 'x', '15', '25%']]));
  test('een deel staat er alleen als elk getal ervan te zien is', () => expect([paden([15, '<5']), paden([15, null])].map((rijen) => rijen.map((r) => r[3]))).toEqual([['•', '•'], ['•', '•']]));
  test('wat elke pijl neemt is geen keuze en heeft geen deel', () => expect(paden([15, 15], 'parallelGateway').map((r) => r[3])).toEqual(['–', '–']));
  test('een pijl waar niemand langs ging staat er niet, en telt als nul mee', () => expect(paden([15, 0])).toEqual([['Ja', 'x', '15', '100%']]));
});
