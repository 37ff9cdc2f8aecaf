import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kenmerken } from '../../../domein/cijfers/kinderen.ts';
import { Samen } from '../../../domein/cijfers/samen.ts';
import { maakTelling, type Maten, type Zicht } from '../../../domein/cijfers/telling.ts';
import { groepeer, toonbaar, type Groep } from '../../../domein/kaart/herleiden.ts';
import type { Aantal } from '../../../domein/kaart/onderdruk.ts';
import { klemKleine, zoekKleine, type Regel } from '../../helpers/aanval.ts';
import { isAfTeLeiden } from '../../helpers/stelsel.ts';

interface Kind { readonly kenmerken: Kenmerken; readonly klas: number; readonly laat: boolean }
const kind: fc.Arbitrary<Kind> = fc.record({ school: fc.nat(5), gemeente: fc.nat(2), groep: fc.integer({ min: 1, max: 3 }), klas: fc.nat(3), laat: fc.boolean() }).map(({ school, gemeente, groep, klas, laat }) => (
  { kenmerken: { school: `s${school}`, bestuur: `b${school % 2}`, route: school < 4 ? 'kernteam' : 'geen-kernteam', gemeente: `g${gemeente}`, groep }, klas, laat }));
const kinderen = fc.array(kind, { minLength: 5, maxLength: 60 });
const MATEN: Maten<Kind> = {
  alle: { telt: () => true }, langer1: { telt: (k) => k.klas >= 1, van: 'alle' }, langer2: { telt: (k) => k.klas >= 2, van: 'alle' },
  ...Object.fromEntries([0, 1, 2, 3].map((klas) => [`klas${klas}`, { telt: (k: Kind) => k.klas === klas, van: 'alle' }])), laat: { telt: (k) => k.laat, van: 'alle' },
};
const NAMEN = Object.keys(MATEN);
const bijMaten = (k: Kind): string[] => NAMEN.filter((maat) => MATEN[maat]!.telt(k));

/** Wat een aanvaller weet: van elke groep kinderen in welke getallen zij telt, en alle getallen die getoond worden. */
function kleineVolgtUit(lijst: readonly Kind[], getoond: readonly string[], sleutels: (k: Kind) => string[]): string | undefined {
  const groepen = groepeer(lijst.map(sleutels));
  const alle = [...new Set(groepen.flatMap((g) => g.in))];
  const tel = (sleutel: string): number => groepen.reduce((n, g) => n + (g.in.includes(sleutel) ? g.aantal : 0), 0);
  const nummer = groepen.findIndex(({ aantal }, i) => aantal < 5 && isAfTeLeiden(groepen, getoond, [], [i]));
  return nummer >= 0 ? `wie in ${groepen[nummer]!.in.join(' en ')}` : alle.filter((s) => tel(s) > 0 && tel(s) < 5).find((s) => isAfTeLeiden(groepen, getoond, [s]));
}

const SOORTEN = ['route', 'bestuur', 'school'] as const;

/** Wat er te rekenen en in te klemmen valt met het geheel en elke keuze. @param precies staat er in het geheel, en in een keuze, een precies getal? */
function val(lijst: readonly Kind[], telling: (zicht: Zicht) => { toon(maat: string): Aantal }, precies: { geheel: boolean; keuze: boolean } = { geheel: true, keuze: false }): string[] {
  const naam = (maat: string, z: Zicht): string => (z === null ? maat : `${maat} ${z.soort}=${z.waarde}`);
  const groepen = groepeer(lijst.map((k) => bijMaten(k).flatMap((maat) => [maat, ...SOORTEN.map((soort) => naam(maat, { soort, waarde: k.kenmerken[soort] }))])));
  const regel = (cel: string): Map<number, number> => new Map(groepen.flatMap((g, nr) => (g.in.includes(cel) ? [[nr, 1] as const] : [])));
  const [getoond, klein, doelen, ongeveer]: [Regel[], Regel[], { naam: string; regel: Regel }[], { regel: Regel; van: number; tot: number }[]] = [[], [], [], []];
  const zichten: Zicht[] = [null, ...SOORTEN.flatMap((soort) => [...new Set(lijst.map((k) => k.kenmerken[soort]))].map((waarde) => ({ soort, waarde })))];
  for (const zicht of zichten) {
    const toont = telling(zicht);
    for (const maat of NAMEN) {
      const [cel, wat] = [{ naam: naam(maat, zicht), regel: regel(naam(maat, zicht)) }, toont.toon(maat)];
      const rond = !(zicht === null ? precies.geheel : precies.keuze);
      if (typeof wat === 'number' && !rond) getoond.push(cel.regel);
      else if (typeof wat === 'number') ongeveer.push({ regel: cel.regel, van: wat === 0 ? 0 : wat - 2, tot: wat === 0 ? 0 : wat + 2 });
      else if (wat === '<5') klein.push(cel.regel);
      else if (rond) ongeveer.push({ regel: cel.regel, van: 0, tot: 9 });
      if (typeof wat !== 'number') doelen.push(cel);
    }
  }
  const vraagstuk = { onbekenden: groepen.map(({ aantal, in: in_ }) => ({ naam: in_.join(' & '), aantal, soort: '' })), gelijk: [], getoond, klein, doelen, ongeveer };
  return [...zoekKleine(vraagstuk), ...klemKleine(vraagstuk)];
}

describe('wat samen te tonen is', () => {
  it('voor elke verdeling van kinderen volgt geen klein getal uit wat er staat, ook niet wie er niet bij hoort', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const telling = maakTelling(lijst, MATEN);
      const getoond = NAMEN.filter((maat) => typeof telling.toon(maat) === 'number' && telling.toon(maat) !== 0);
      const metRest = (k: Kind): string[] => [...bijMaten(k), ...NAMEN.filter((maat) => MATEN[maat]!.van === 'alle' && !MATEN[maat]!.telt(k)).map((maat) => `niet ${maat}`)];
      expect(kleineVolgtUit(lijst, getoond, metRest)).toBeUndefined();
    }), { numRuns: 60 });
  });

  it('en in elke keuze evenmin: het geheel, en elke school, elk bestuur en elke route samen, ook niet door in te klemmen', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      expect(val(lijst, (zicht) => maakTelling(lijst, MATEN, { samen: new Samen(zicht) }))).toEqual([]);
    }), { numRuns: 150 });
  });

  it('ook niet als er te veel zijn om samen te wegen: dan is ook het geheel afgerond', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const telling = maakTelling(lijst, MATEN, { samen: new Samen(null, 0) });
      for (const maat of NAMEN) expect([null, 0].includes(telling.toon(maat) as null) || (Number(telling.toon(maat)) >= 10 && Number(telling.toon(maat)) % 5 === 0), maat).toBe(true);
      expect(val(lijst, (zicht) => maakTelling(lijst, MATEN, { samen: new Samen(zicht, 0) }), { geheel: false, keuze: false })).toEqual([]);
    }), { numRuns: 100 });
  });

  it('deze aanvaller klemt er wel een in als een keuze haar getallen precies toont', () => {
    const uitslag = fc.check(fc.property(kinderen, (lijst) => {
      const toont = (zicht: Zicht) => {
        const telling = maakTelling(lijst, MATEN);
        const in_ = lijst.filter(({ kenmerken }) => zicht === null || String(kenmerken[zicht.soort]) === String(zicht.waarde));
        return zicht === null ? telling : { toon: (maat: string) => { const n = in_.filter(MATEN[maat]!.telt).length; return n >= 5 ? n : null; } };
      };
      return val(lijst, toont, { geheel: true, keuze: true }).length === 0;
    }), { numRuns: 100 });
    expect(uitslag.failed).toBe(true);
  });

  it('zonder de tweede onderdrukking volgt er wel een: de proef kan mislukken', () => {
    const uitslag = fc.check(fc.property(kinderen, (lijst) => {
      const grote = NAMEN.filter((maat) => lijst.filter(MATEN[maat]!.telt).length >= 5);
      return kleineVolgtUit(lijst, grote, bijMaten) === undefined;
    }), { numRuns: 100 });
    expect(uitslag.failed).toBe(true);
  });

  it('wat er van het geheel staat hangt niet af van wie er kiest, en een keuze toont geen nul, geen <5 en niets preciezer dan vijf', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const telling = maakTelling(lijst, MATEN, { samen: new Samen({ soort: 'school', waarde: 's0' }) });
      for (const maat of NAMEN) expect(telling.toon(maat) === null || (Number(telling.toon(maat)) >= 10 && Number(telling.toon(maat)) % 5 === 0)).toBe(true);
    }), { numRuns: 40 });
  });

  it('staan er bij "<5" precies zoveel kinderen als kleine getallen, of vier keer zoveel, dan is elk van hen bekend en staat de som er niet', () => {
    const groep = (aantal: number, ...in_: string[]): Groep => ({ aantal, in: in_ });
    const toon = (...groepen: Groep[]): Set<string> => toonbaar(groepen, ['alles', 'a'].map((sleutel, rang) => ({ sleutel, rang })), { toontKlein: true });
    expect(toon(groep(20, 'alles', 'a'), groep(4, 'alles', 'b'), groep(4, 'alles', 'c'))).toEqual(new Set(['alles']));
    expect(toon(groep(20, 'alles', 'a'), groep(3, 'alles', 'b'), groep(3, 'alles', 'c'))).toEqual(new Set(['alles', 'a']));
    // Ook als een getal van vier uit twee groepen bestaat die in andere getallen verschillen.
    const gemengd = [groep(20, 'alles', 'a'), groep(2, 'alles', 'b', 'x'), groep(2, 'alles', 'b'), groep(4, 'alles', 'c')];
    expect(toon(...gemengd)).toEqual(new Set(['alles']));
    expect(toonbaar(gemengd, [{ sleutel: 'alles', rang: 0 }, { sleutel: 'a', rang: 1 }])).toEqual(new Set(['alles', 'a']));
  });

  it('een aandeel van afgeronde getallen is een bereik waar het echte in ligt', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const telling = maakTelling(lijst, MATEN, { samen: new Samen(null, 0) });
      for (const maat of NAMEN.filter((naam) => MATEN[naam]!.van === 'alle')) {
        expect(telling.aandeel(maat)).toBeNull();
        const [deel, tussen] = [lijst.filter(MATEN[maat]!.telt).length / lijst.length, telling.tussen(maat)];
        if (typeof telling.toon(maat) === 'number' && typeof telling.toon('alle') === 'number') expect([tussen !== null, tussen![0] <= deel && deel <= tussen![1]]).toEqual([true, true]);
        else expect(tussen).toBeNull();
      }
    }), { numRuns: 60 });
  });

  it('een aandeel vlak bij alles zegt waar het tussen ligt, en dat past bij "<5"', () => {
    const lijst = Array.from({ length: 21 }, (_, i): Kind => ({ kenmerken: { school: 's', bestuur: 'b', route: 'kernteam', gemeente: 'g', groep: 4 }, klas: 0, laat: i > 1 }));
    const telling = maakTelling(lijst, { alle: MATEN['alle']!, laat: MATEN['laat']! });
    expect([telling.toon('alle'), telling.toon('laat'), telling.aandeel('laat'), telling.tussen('laat')]).toEqual([21, null, null, [17 / 21, 20 / 21]]);
  });
});
