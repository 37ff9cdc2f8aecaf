import { describe, expect, test } from 'vitest';
import { isPlek, maakMerken, maakPijlmerken } from '../../../beheer/kaart/hitte.ts';
import { element } from './element.ts';

const merk = (beeld: 'nu' | 'duur' | 'termijn', e: ReturnType<typeof element>) => maakMerken({ elementen: [e] }, beeld, 'schooldagen')[0];
const dagen = (mediaan: number, p90: number | null = mediaan * 2) => ({ n: 12, mediaan, p90 });
const DRIE = [{ stap: 'KT-05', aantal: 3, eenheid: 'schooldagen' }];

describe('waar kinderen nu zijn', () => {
  test.each([[5, 1], [9, 1], [10, 2], [20, 3], [40, 4], [80, 5], [500, 5]])('%i kinderen is kleur %i', (kinderen, niveau) => {
    expect(merk('nu', element({ nu: { kinderen } }))).toMatchObject({ niveau, getal: String(kinderen) });
  });
  test('een tot en met vier heeft een getal maar geen warmte, verborgen een stip, nul niets', () => {
    expect(merk('nu', element({ nu: { kinderen: '<5' } }))).toMatchObject({ niveau: 'klein', getal: '<5' });
    expect(merk('nu', element({ nu: { kinderen: null } }))).toMatchObject({ niveau: 'verborgen', getal: '•' });
    expect(merk('nu', element())).toBeUndefined();
  });
  test('een poort krijgt geen stip omdat zij met een filter niet te tellen is, en wel een getal als er kinderen vastzitten', () => {
    expect(isPlek(element({ soort: 'exclusiveGateway', automatisch: true, nu: { kinderen: null } }))).toBe(false);
    expect(isPlek(element({ soort: 'serviceTask', automatisch: true, nu: { kinderen: 6 } }))).toBe(true);
  });
});

describe('hoe lang het duurt', () => {
  test('mediaan met p90 eronder', () => expect(merk('duur', element({ geeindigd: { kinderen: 12, schooldagen: dagen(5, 12) } }))).toMatchObject({ niveau: 2, getal: '5 d', onder: 'p90 12' }));
  test('wie nu langer wacht dan gewoon bepaalt de kleur', () => {
    expect(merk('duur', element({ nu: { kinderen: 6, schooldagen: dagen(30) }, geeindigd: { kinderen: 12, schooldagen: dagen(2, 4) } }))).toMatchObject({ niveau: 5, getal: '2 d', onder: 'p90 4 · nu al 30' });
  });
  test('is er nog niets klaar, dan telt hoe lang er al wordt gewacht', () => expect(merk('duur', element({ nu: { kinderen: 6, schooldagen: dagen(8) } }))).toMatchObject({ niveau: 3, getal: 'nu 8 d' }));
  test('wat nooit een dag duurt zegt niets', () => expect(merk('duur', element({ geeindigd: { kinderen: 40, schooldagen: dagen(0, 0) } }))).toBeUndefined());
  test('onder tien kinderen is er geen p90', () => expect(merk('duur', element({ geeindigd: { kinderen: 7, schooldagen: dagen(4, null) } }))?.onder).toBe(''));
});

describe('over de termijn', () => {
  test('het deel dat te laat was, met de termijn naast wat het duurde', () => {
    expect(merk('termijn', element({ termijnen: DRIE, geeindigd: { kinderen: 60, metTermijn: 60, teLaat: 39, aandeelTeLaat: 0.65, schooldagen: dagen(5) } }))).toMatchObject({ niveau: 4, getal: '65%', onder: 'duurt 5, mag 3 sd' });
  });
  test('een aangeroepen proces draagt de stap van wat erin gebeurt: zijn eigen duur staat niet naast die termijn', () => {
    const e = element({ soort: 'callActivity', termijnen: DRIE, geeindigd: { kinderen: 60, schooldagen: dagen(40) }, inhoud: { nuOverTermijn: 5, nuAandeel: 0.5, teLaat: 20, aandeelTeLaat: 0.1 } });
    expect(merk('termijn', e)).toMatchObject({ niveau: 4, getal: '10%', onder: 'nu 5 te laat' });
  });
  test('alles op tijd is 0% zonder kleur', () => expect(merk('termijn', element({ termijnen: DRIE, geeindigd: { kinderen: 60, metTermijn: 60, aandeelTeLaat: 0 } }))).toMatchObject({ niveau: 0, getal: '0%' }));
});

test('een pijl: dikker naar gewicht, zonder getal als er niemand langskwam, en niet te tellen is een stip', () => {
  const merken = maakPijlmerken([{ id: 'a', van: '', naar: '', gewicht: 100 }, { id: 'b', van: '', naar: '', gewicht: 25 }, { id: 'c', van: '', naar: '', gewicht: 0 }, { id: 'd', van: '', naar: '', gewicht: '<5' }, { id: 'e', van: '', naar: '', gewicht: null }]);
  expect(merken).toEqual([
    { id: 'a', niveau: 5, getal: '100', deel: 1 }, { id: 'b', niveau: 2, getal: '25', deel: 0.25 }, { id: 'c', niveau: 0, getal: '', deel: 0 }, { id: 'd', niveau: 'klein', getal: '<5', deel: 0 }, { id: 'e', niveau: 'verborgen', getal: '•', deel: 0 },
  ]);
});
