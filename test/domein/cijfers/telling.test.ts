import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kenmerken } from '../../../domein/cijfers/kinderen.ts';
import { Samen } from '../../../domein/cijfers/samen.ts';
import { maakTelling, type Maten, type Zicht } from '../../../domein/cijfers/telling.ts';
import { groepeer, toonbaar, type Groep } from '../../../domein/kaart/herleiden.ts';
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

describe('wat samen te tonen is', () => {
  it('voor elke verdeling van kinderen volgt geen klein getal uit wat er staat, ook niet wie er niet bij hoort', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const telling = maakTelling(lijst, MATEN);
      const getoond = NAMEN.filter((maat) => typeof telling.toon(maat) === 'number' && telling.toon(maat) !== 0);
      const metRest = (k: Kind): string[] => [...bijMaten(k), ...NAMEN.filter((maat) => MATEN[maat]!.van === 'alle' && !MATEN[maat]!.telt(k)).map((maat) => `niet ${maat}`)];
      expect(kleineVolgtUit(lijst, getoond, metRest)).toBeUndefined();
    }), { numRuns: 60 });
  });

  it('en in elke keuze evenmin: het geheel, en elke school, elk bestuur en elke route samen', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const soorten = ['route', 'bestuur', 'school'] as const;
      const zichten: Zicht[] = [null, ...soorten.flatMap((soort) => [...new Set(lijst.map((k) => k.kenmerken[soort]))].map((waarde) => ({ soort, waarde })))];
      const naam = (maat: string, z: Zicht): string => (z === null ? maat : `${maat} ${z.soort}=${z.waarde}`);
      const getoond = zichten.flatMap((zicht) => {
        const telling = maakTelling(lijst, MATEN, { samen: new Samen(zicht) });
        return NAMEN.filter((maat) => typeof telling.toon(maat) === 'number' && telling.toon(maat) !== 0).map((maat) => naam(maat, zicht));
      });
      expect(kleineVolgtUit(lijst, getoond, (k) => bijMaten(k).flatMap((maat) => [maat, ...soorten.map((soort) => naam(maat, { soort, waarde: k.kenmerken[soort] }))]))).toBeUndefined();
    }), { numRuns: 25 });
  });

  it('zonder de tweede onderdrukking volgt er wel een: de proef kan mislukken', () => {
    const uitslag = fc.check(fc.property(kinderen, (lijst) => {
      const grote = NAMEN.filter((maat) => lijst.filter(MATEN[maat]!.telt).length >= 5);
      return kleineVolgtUit(lijst, grote, bijMaten) === undefined;
    }), { numRuns: 100 });
    expect(uitslag.failed).toBe(true);
  });

  it('wat er van het geheel staat hangt niet af van wie er kiest, en een keuze toont geen nul en geen <5', () => {
    fc.assert(fc.property(kinderen, (lijst) => {
      const telling = maakTelling(lijst, MATEN, { samen: new Samen({ soort: 'school', waarde: 's0' }) });
      for (const maat of NAMEN) expect(telling.toon(maat) === null || Number(telling.toon(maat)) >= 5).toBe(true);
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

  it('een aandeel vlak bij alles zegt waar het tussen ligt, en dat past bij "<5"', () => {
    const lijst = Array.from({ length: 21 }, (_, i): Kind => ({ kenmerken: { school: 's', bestuur: 'b', route: 'kernteam', gemeente: 'g', groep: 4 }, klas: 0, laat: i > 1 }));
    const telling = maakTelling(lijst, { alle: MATEN['alle']!, laat: MATEN['laat']! });
    expect([telling.toon('alle'), telling.toon('laat'), telling.aandeel('laat'), telling.tussen('laat')]).toEqual([21, null, null, [17 / 21, 20 / 21]]);
  });
});
