import type { Partities } from '../../registratie/schema.ts';
import { partitieVan, type Visit } from './bron.ts';

/**
 * Onthoudt per partitie het laatste begin dat is gezien. Partities komen los van elkaar in de zoekindex: een die achterliep,
 * haalt haar oude rijen later in dan waar wij al voorbij zijn. Zij laat het merken zodra er weer iets nieuws van haar
 * komt; dan is alles sinds haar vorige laatste opnieuw te lezen.
 */
export function makeGrenzen(eerder: Partities, gelezenVanaf: Date, overlapMs: number) {
  const nu: Record<string, number> = { ...eerder };
  const gezien = new Set<string>();
  /** Vanaf waar deze partitie zeker nog niet helemaal gelezen was. */
  const begin = (partitie: string): number => Math.max(0, (eerder[partitie] ?? 0) - overlapMs);
  const achter = (): string[] => [...gezien].filter((partitie) => begin(partitie) < gelezenVanaf.getTime());
  return {
    zie(bezoeken: readonly Visit[]): void {
      for (const { key, start } of bezoeken) {
        const partitie = partitieVan(key);
        gezien.add(partitie);
        nu[partitie] = Math.max(nu[partitie] ?? 0, start.getTime());
      }
    },
    /** Het laatste begin van alle partities samen. */
    laatste: (): Date | null => (Object.keys(nu).length === 0 ? null : new Date(Math.max(...Object.values(nu)))),
    /** Vanaf waar opnieuw gelezen moet worden omdat een partitie achterliep, of niets. */
    gat(): Date | undefined {
      const partities = achter();
      return partities.length === 0 ? undefined : new Date(Math.min(...partities.map(begin)));
    },
    /** Zolang het gat niet gelezen is, houdt een partitie die achterliep haar oude plaats: ook wie nu stopt vindt het terug. */
    onderweg: (): Partities => ({ ...nu, ...Object.fromEntries(achter().map((partitie) => [partitie, eerder[partitie] ?? 0])) }),
    partities: (): Partities => nu,
  };
}
