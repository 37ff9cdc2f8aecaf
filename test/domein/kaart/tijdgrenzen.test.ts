import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastTijdvak, tijdgrenzen, type Maandtelling } from '../../../domein/kaart/tijdgrenzen.ts';
import { volgendeMaand } from '../../../domein/kalender/maand.ts';

const reeks = (eerste: string, aantallen: readonly number[]): Maandtelling[] => {
  let maand = eerste;
  return aantallen.map((n) => {
    const telling = { maand, delen: [n], bezoeken: n };
    maand = volgendeMaand(maand);
    return telling;
  });
};
const grenzen = (eerste: string, aantallen: readonly number[]) => {
  const maanden = reeks(eerste, aantallen);
  return tijdgrenzen(maanden, eerste, maanden.at(-1)!.maand);
};

describe('waar een tijdvak mag beginnen en eindigen', () => {
  it('maanden met genoeg kinderen mogen los, een kleine maand gaat bij haar buren', () => {
    expect([...grenzen('2025-08', [0, 6, 3, 2, 9]).grenzen]).toEqual(['2025-09', '2025-10', '2025-12']);
    expect([...grenzen('2025-08', [6, 7, 1]).grenzen]).toEqual(['2025-09']);
  });
  it('eerst schooljaren: een klein schooljaar gaat bij het volgende, het laatste bij het vorige', () => {
    const twaalf = (n: number) => [n, ...Array.from({ length: 11 }, () => 0)];
    expect([...grenzen('2023-08', [...twaalf(9), ...twaalf(8), ...twaalf(2)]).grenzen]).toEqual(['2023-09', '2023-10', '2023-11', '2023-12', '2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07', '2024-08']);
    expect([...grenzen('2023-08', [...twaalf(3), ...twaalf(8)]).grenzen]).not.toContain('2024-07');
  });
  it('samen minder dan vijf: één blok, en alleen alles mag', () => {
    const g = grenzen('2025-08', [0, 2, 0, 1]);
    expect([...g.grenzen]).toEqual([]);
    expect(pastTijdvak(g)).toBe(true);
    expect(pastTijdvak(g, '2025-09')).toBe(false);
    expect(pastTijdvak(g, '2024-08', '2025-11')).toBe(true);
  });
  it('een maand met bezoeken van kinderen die al geteld zijn staat niet alleen', () => {
    expect([...tijdgrenzen([{ maand: '2025-08', delen: [7], bezoeken: 7 }, { maand: '2025-09', delen: [0], bezoeken: 3 }, { maand: '2025-10', delen: [6], bezoeken: 6 }], '2025-08', '2025-10').grenzen]).toEqual(['2025-09']);
  });
  it('elk deel telt: waar er drie te laat waren mag alleen samen', () => {
    const maanden = [{ maand: '2025-08', delen: [9, 3] }, { maand: '2025-09', delen: [9, 2] }, { maand: '2025-10', delen: [9, 0] }];
    expect([...tijdgrenzen(maanden, '2025-08', '2025-10').grenzen]).toEqual(['2025-10']);
    expect([...tijdgrenzen(maanden, '2025-08', '2025-10', (maand) => maand === '2025-09').grenzen], 'binnen de grenzen van het geheel').toEqual([]);
  });
  it('geen verschil tussen twee toegestane tijdvakken is één tot en met vier, van geen enkel deel', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 26 }), (rij) => {
      let maand = '2023-11';
      const maanden = rij.map(([a, b, los]) => {
        const m = { maand, delen: [a + b, a, b], bezoeken: a + b + los };
        maand = volgendeMaand(maand);
        return m;
      });
      const g = tijdgrenzen(maanden, maanden[0]!.maand, maanden.at(-1)!.maand);
      const tijdvakken = maanden.flatMap((m, i) => maanden.slice(i).flatMap((n, j) => (pastTijdvak(g, m.maand, n.maand) ? [[i, i + j + 1] as const] : [])));
      const som = ([van, tot]: readonly [number, number], deel: number) => maanden.slice(van, tot).reduce((n, m) => n + m.delen[deel]!, 0);
      const geheel: readonly [number, number] = [0, maanden.length];
      expect(tijdvakken).toContainEqual(geheel);
      for (const deel of [0, 1, 2]) {
        for (const x of tijdvakken) {
          if (x[0] !== 0 || x[1] !== maanden.length) expect([0, 5]).toContain(Math.min(5, som(x, deel)));
          for (const y of tijdvakken) if (y[0] <= x[0] && y[1] >= x[1] && (som(geheel, 0) >= 5 && som(geheel, deel) >= 5)) expect([0, 5]).toContain(Math.min(5, som(y, deel) - som(x, deel)));
        }
      }
      for (const x of tijdvakken) if (som(x, 0) === 0) expect(maanden.slice(...x).every((m) => m.bezoeken === 0) || tijdvakken.length === 1).toBe(true);
    }), { numRuns: 60 });
  });
});
