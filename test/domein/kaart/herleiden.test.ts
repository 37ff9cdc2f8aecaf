import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groepeer, toonbaar, type Getal, type Groep } from '../../../domein/kaart/herleiden.ts';
import { isAfTeLeiden } from '../../helpers/stelsel.ts';

const groep = (aantal: number, ...in_: string[]): Groep => ({ aantal, in: in_ });
const getallen = (...sleutels: string[]): Getal[] => sleutels.map((sleutel) => ({ sleutel }));

describe('welke getallen samen te tonen zijn', () => {
  it('één kleine school neemt de kleinste andere mee, want anders volgt zij uit het bestuur', () => {
    const scholen = [groep(20, 'bestuur', 'a'), groep(9, 'bestuur', 'b'), groep(3, 'bestuur', 'c')];
    expect(toonbaar(scholen, getallen('bestuur', 'a', 'b', 'c'))).toEqual(new Set(['bestuur', 'a']));
  });
  it('twee kleine die samen genoeg zijn laten de rest staan; samen vier niet', () => {
    expect(toonbaar([groep(20, 'alles', 'a'), groep(3, 'alles', 'b'), groep(4, 'alles', 'c')], getallen('alles', 'a', 'b', 'c'))).toEqual(new Set(['alles', 'a']));
    expect(toonbaar([groep(20, 'alles', 'a'), groep(9, 'alles', 'd'), groep(1, 'alles', 'b'), groep(3, 'alles', 'c')], getallen('alles', 'a', 'b', 'c', 'd'))).toEqual(new Set(['alles', 'a']));
  });
  it('twee kleine waarvan er samen acht zijn, zijn er allebei vier: dan ook niet', () => {
    expect(toonbaar([groep(20, 'alles', 'a'), groep(9, 'alles', 'd'), groep(4, 'alles', 'b'), groep(4, 'alles', 'c')], getallen('alles', 'a', 'd'))).toEqual(new Set(['alles', 'a']));
  });
  it('drie en vijf zijn ook samen acht, maar geen van allen vier: die som mag er staan', () => {
    const groepen = [groep(20, 'alles', 'a'), groep(5, 'alles', 'b'), groep(3, 'alles', 'b', 'x')];
    expect(toonbaar(groepen, getallen('alles', 'a', 'b', 'x'))).toEqual(new Set(['alles', 'a', 'b']));
  });
  it('een kruistabel: school en route samen geven geen hoek prijs', () => {
    const tabel = [groep(9, 'alles', 's1', 'k', 's1k'), groep(2, 'alles', 's1', 'g', 's1g'), groep(8, 'alles', 's2', 'k', 's2k'), groep(7, 'alles', 's2', 'g', 's2g')];
    const uit = toonbaar(tabel, getallen('alles', 's1', 's2', 'k', 'g', 's1k', 's2k', 's2g'));
    expect(uit.has('alles')).toBe(true);
    expect(uit.has('s1k') && uit.has('s1')).toBe(false);
    expect(isAfTeLeiden(tabel, [...uit], ['s1g'])).toBe(false);
  });
  it('wat nergens getoond wordt mag ook niet te herleiden zijn', () => {
    // Over termijn 8 van de 11: dan zijn er drie op tijd.
    expect(toonbaar([groep(8, 'n', 'laat'), groep(3, 'n', 'op tijd')], getallen('n', 'laat'))).toEqual(new Set(['n']));
  });
  it('wat eerst komt blijft staan, wat van iets anders afhangt valt mee weg', () => {
    const scholen = [groep(20, 'alles', 'a'), groep(30, 'alles', 'b'), groep(2, 'alles', 'c')];
    expect(toonbaar(scholen, [{ sleutel: 'alles', rang: 0 }, { sleutel: 'a', rang: 1 }, { sleutel: 'b', rang: 2 }])).toEqual(new Set(['alles', 'a']));
    expect(toonbaar([groep(20, 'x', 'y'), groep(4, 'z')], [{ sleutel: 'z' }, { sleutel: 'x', na: ['z'] }, { sleutel: 'y' }])).toEqual(new Set(['y']));
  });
  it('wat om een andere reden weg is wordt net zo beschermd', () => {
    const scholen = [groep(20, 'alles', 'a'), groep(30, 'alles', 'b')];
    expect(toonbaar(scholen, getallen('alles', 'a', 'b'))).toEqual(new Set(['alles', 'a', 'b']));
    expect(toonbaar(scholen, getallen('alles', 'a', 'b'), { gevoelig: ['a'] })).toEqual(new Set(['alles']));
  });
  it('kinderen die overal samen meetellen zijn één groep', () => expect(groepeer([['a', 'b'], ['b', 'a', 'a'], ['a']])).toEqual([{ aantal: 1, in: ['a'] }, { aantal: 2, in: ['a', 'b'] }]));
});

/** Kinderen met elk een school (met bestuur), route, groep en klasse; elk getal is een kruising daarvan. */
const kind = fc.record({ school: fc.integer({ min: 0, max: 6 }), route: fc.integer({ min: 0, max: 2 }), klasse: fc.integer({ min: 0, max: 2 }) });
const sleutelsVan = ({ school, route, klasse }: { school: number; route: number; klasse: number }): string[] => {
  const plekken = ['', `s${school}`, `b${school % 3}`];
  const waar = plekken.flatMap((p) => [p, ...(route === 2 ? [] : [`${p}r${route}`])]);
  return waar.flatMap((w) => [`n${w}`, ...(klasse < 2 ? [`met${w}`] : [`zonder${w}`]), ...(klasse === 0 ? [`laat${w}`] : klasse === 1 ? [`optijd${w}`] : [])]);
};
const KANDIDATEN = ['n', 'met', 'laat'].flatMap((m, rang) => ['', ...[0, 1, 2, 3, 4, 5, 6].map((s) => `s${s}`), ...[0, 1, 2].map((b) => `b${b}`)].flatMap((w) => ['', 'r0', 'r1'].map((r): Getal => ({ sleutel: `${m}${w}${r}`, rang, na: rang === 0 ? [] : [`${['n', 'met'][rang - 1]!}${w}${r}`] }))));

describe('voor elke verdeling van kinderen', () => {
  it('volgt geen klein getal uit wat getoond wordt, en geen kleine rest', () => {
    fc.assert(fc.property(fc.array(kind, { minLength: 5, maxLength: 70 }), (kinderen) => {
      const groepen = groepeer(kinderen.map(sleutelsVan));
      const tel = (sleutel: string) => groepen.reduce((n, g) => n + (g.in.includes(sleutel) ? g.aantal : 0), 0);
      const getoond = [...toonbaar(groepen, KANDIDATEN)];
      for (const sleutel of getoond) expect(tel(sleutel)).toBeGreaterThanOrEqual(5);
      const klein = [...new Set(groepen.flatMap((g) => g.in))].filter((s) => tel(s) < 5);
      for (const sleutel of klein) expect([sleutel, isAfTeLeiden(groepen, getoond, [sleutel])]).toEqual([sleutel, false]);
      // Ook niet van twee groepen samen, of drie.
      const kleine = groepen.flatMap((g, i) => (g.aantal < 5 ? [i] : [])).slice(0, 12);
      const sets = kleine.flatMap((i, x) => [[i], ...kleine.slice(x + 1).flatMap((j, y) => [[i, j], ...kleine.slice(x + y + 2).map((k) => [i, j, k])])]);
      for (const set of sets) if (set.reduce((n, i) => n + groepen[i]!.aantal, 0) < 5) expect([set, isAfTeLeiden(groepen, getoond, [], set)]).toEqual([set, false]);
      expect([...toonbaar([...groepen].reverse(), [...KANDIDATEN].reverse())].sort(), 'de volgorde van de invoer maakt niet uit').toEqual([...getoond].sort());
    }), { numRuns: 30 });
  });
  it('en zonder die keuze, met alleen de kleine getallen weg, volgt er wel een: de proef kan mislukken', () => {
    const mislukt = fc.check(fc.property(fc.array(kind, { minLength: 30, maxLength: 90 }), (kinderen) => {
      const groepen = groepeer(kinderen.map(sleutelsVan));
      const tel = (sleutel: string) => groepen.reduce((n, g) => n + (g.in.includes(sleutel) ? g.aantal : 0), 0);
      const alleGrote = KANDIDATEN.map((k) => k.sleutel).filter((s) => tel(s) >= 5);
      return KANDIDATEN.every(({ sleutel }) => tel(sleutel) === 0 || tel(sleutel) >= 5 || !isAfTeLeiden(groepen, alleGrote, [sleutel]));
    }), { numRuns: 30 });
    expect(mislukt.failed).toBe(true);
  });
});
