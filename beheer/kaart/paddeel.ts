import type { Kaart } from '../../domein/kaart/kaart.ts';
import { neemtElkePijl } from '../../domein/kaart/paden.ts';

/**
 * Welk deel van alle keren vanaf hetzelfde punt langs elke pijl ging, uit de gewichten zoals zij er staan. Null als niet elk gewicht van dat
 * punt er staat. Een pijl waar niets te kiezen was, of waar niemand kwam, zit er niet in.
 */
export function paddelen({ elementen, paden }: Pick<Kaart, 'elementen' | 'paden'>): Map<string, number | null> {
  const soort = new Map(elementen.map((e) => [e.id, e.soort ?? '']));
  const delen = new Map<string, number | null>();
  for (const { id, van, gewicht } of paden) {
    const samen = paden.filter((p) => p.van === van);
    if (samen.length < 2 || neemtElkePijl(soort.get(van) ?? '')) continue;
    const som = samen.reduce((tot, p) => tot + (typeof p.gewicht === 'number' ? p.gewicht : NaN), 0);
    if (som !== 0) delen.set(id, typeof gewicht === 'number' && som > 0 ? gewicht / som : null);
  }
  return delen;
}
