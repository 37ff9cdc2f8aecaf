import { describe, expect, test } from 'vitest';
import { DONKER, legendaVerf, LICHT } from '../../../beheer/client/kleuren.ts';
import { contrast, helderheid } from './contrast.ts';
import { afstand, zoalsGezien } from './kleurenblind.ts';

describe.each([['licht', LICHT], ['donker', DONKER]] as const)('de kleuren van de tekening, %s', (naam, palet) => {
  const reeksen = [...Object.entries(palet.reeks), ...Object.entries(palet.verschil)];
  test.each(reeksen)('%s: tekst op elke kleur is leesbaar (4,5 op 1)', (_beeld, reeks) => {
    for (const { vlak, inkt } of reeks) expect(contrast(vlak, inkt), `${inkt} op ${vlak}`).toBeGreaterThanOrEqual(4.5);
  });
  test.each(reeksen)('%s: meer is altijd donkerder (of in het donker lichter), dus ook zonder kleur te zien', (_beeld, reeks) => {
    const treden = reeks.map(({ vlak }) => helderheid(vlak));
    const op = naam === 'licht' ? treden.toReversed() : treden;
    for (const [i, trede] of op.entries()) if (i > 0) expect((trede + 0.05) / (op[i - 1]! + 0.05), `${_beeld} trede ${i}`).toBeGreaterThan(1.15);
  });
  test('een verschil: even ver van gelijk is aan beide kanten ongeveer even opvallend, en de kanten zijn ook met kleurenblindheid te onderscheiden', () => {
    for (const [i, minder] of palet.verschil.minder.entries()) {
      const meer = palet.verschil.meer[i]!;
      expect(contrast(minder.vlak, meer.vlak), `trede ${i}`).toBeLessThan(2.2);
      for (const zicht of ['deuteranopie', 'protanopie'] as const) expect(afstand(zoalsGezien(minder.vlak, zicht), zoalsGezien(meer.vlak, zicht)), `${zicht}, trede ${i}`).toBeGreaterThan(25);
    }
  });
  test('de legenda van een verschil loopt van minder naar meer, met papier in het midden', () => {
    const kleuren = legendaVerf(palet, 'verschil').map(({ vlak }) => vlak);
    expect(kleuren).toEqual([...palet.verschil.minder.map((v) => v.vlak).reverse(), palet.leeg, ...palet.verschil.meer.map((v) => v.vlak)]);
  });
  test('tekst, getallen en lijnen op het doek', () => {
    expect(contrast(palet.doek, palet.inkt)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palet.label.vlak, palet.label.inkt)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palet.doek, palet.lijn)).toBeGreaterThanOrEqual(3);
    expect(contrast(palet.doek, palet.kies)).toBeGreaterThanOrEqual(3);
  });
});
