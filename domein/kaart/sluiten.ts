import { DREMPEL, teKlein } from './onderdruk.ts';
import type { Verband } from './samenhang.ts';

/** Wat er van een element in één antwoord te zien is. */
export interface Gezien {
  readonly aantal: number;
  /** Staat het er, of weet iemand het ook zo? */
  readonly bekend: boolean;
}

/**
 * Is er een klein getal dat uit een verband volgt: van alle andere delen staat er een element, en wie ze optelt komt precies uit op
 * het kleine getal? Dan moet er van die andere delen een weg: het kleinste, met alle elementen waar dezelfde kinderen langskomen.
 * @returns de plekken die hier weg moeten; leeg als er niets volgt
 */
export function verradersIn({ delen }: Verband, zie: (plek: string) => Gezien): readonly string[] {
  const gezien = delen.map(({ leden }) => leden.map((lid) => ({ lid, ...zie(lid) })));
  for (const [i, doel] of delen.entries()) {
    const klein = gezien[i]!.filter((g) => !g.bekend && teKlein(g.aantal)).map((g) => g.aantal);
    if (klein.length === 0) continue;
    const anderen = delen.flatMap((deel, j) => (j === i ? [] : [{ factor: deel.factor, bekend: gezien[j]!.filter((g) => g.bekend) }]));
    if (anderen.some((a) => a.bekend.length === 0)) continue;
    let sommen = new Set([0]);
    for (const { factor, bekend } of anderen) sommen = new Set([...sommen].flatMap((som) => [...new Set(bekend.map((b) => b.aantal))].map((n) => som + factor * n)));
    if (!klein.some((n) => sommen.has(-doel.factor * n))) continue;
    const groot = anderen.map((a) => a.bekend.filter((b) => b.aantal >= DREMPEL)).filter((b) => b.length > 0);
    const minst = groot.sort((a, b) => Math.max(...a.map((x) => x.aantal)) - Math.max(...b.map((x) => x.aantal)) || (a[0]!.lid < b[0]!.lid ? -1 : 1))[0];
    return minst?.map((b) => b.lid) ?? [];
  }
  return [];
}
