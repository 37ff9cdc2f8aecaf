import { bewaarBezoeken } from '../../registratie/geschiedenis/bezoeken.ts';
import { bewaarDefinities, leesDefinities } from '../../registratie/geschiedenis/definities.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Geschiedenisbron, Visit } from './bron.ts';
import type { Plaatsen } from './plaatsen.ts';
import type { RuwBezoek, Verrijken } from './verrijken.ts';

const TOESTAND = { ACTIVE: 'open', COMPLETED: 'klaar', TERMINATED: 'afgebroken' } as const;

/** Van wat de engine geeft naar rijen in het register. */
export function makeVerwerken(db: Connection, bron: Pick<Geschiedenisbron, 'definitions'>, plaats: Plaatsen, verrijk: Verrijken) {
  let definities: Map<string, { proces: string; versie: number }> | undefined;

  /** Met het proces en de versie erbij. Van een model dat de engine zelf niet meer noemt weten we niet eens welk proces het was. */
  async function ruw(bezoeken: readonly Visit[]): Promise<RuwBezoek[]> {
    definities ??= await leesDefinities(db);
    if (bezoeken.some((b) => !definities!.has(b.definition))) {
      await bewaarDefinities(db, (await bron.definitions()).map((d) => ({ sleutel: d.key, proces: d.processId, versie: d.version })));
      definities = await leesDefinities(db);
    }
    return bezoeken.flatMap((b): RuwBezoek[] => {
      const definitie = definities!.get(b.definition);
      return definitie ? [{ sleutel: b.key, ...definitie, element: b.elementId, soort: b.type, instantie: b.instance, begonnen: b.start, geeindigd: b.end, toestand: TOESTAND[b.state] }] : [];
    });
  }
  /** @returns hoeveel er nieuw of anders zijn */
  async function bewaar(bezoeken: readonly RuwBezoek[]): Promise<number> {
    if (bezoeken.length === 0) return 0;
    const aanroepers = new Map(bezoeken.filter((b) => b.soort === 'CALL_ACTIVITY').map((b) => [b.sleutel, b.element]));
    return bewaarBezoeken(db, await verrijk(bezoeken, await plaats(bezoeken.map((b) => b.instantie), aanroepers)));
  }
  return { ruw, bewaar, verwerk: async (bezoeken: readonly Visit[]): Promise<number> => bewaar(await ruw(bezoeken)) };
}

export type Verwerken = ReturnType<typeof makeVerwerken>;
