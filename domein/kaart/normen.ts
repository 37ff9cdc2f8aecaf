import type { Beslissen } from '../beslissen.ts';
import type { Klok } from '../klok.ts';
import { haalTermijnen } from '../termijnen/tabel.ts';

/** De termijn van een stap zoals zij nu in de tabel Termijnen staat. */
export interface Norm {
  readonly stap: string;
  readonly aantal: number;
  readonly eenheid: string;
}

/** Geeft de termijn van deze stappen; een stap zonder termijn, of waarvan zij nu niet te lezen is, ontbreekt. */
export type Normen = (stappen: readonly string[]) => Promise<Map<string, Norm>>;

const BEWAAR_MS = 5 * 60_000;
const GEDULD_MS = 1_500;

/**
 * Leest termijnen op de engine en onthoudt ze even. Antwoordt de engine niet, dan blijft wat er al was; een kaart wacht er
 * niet op, want zij komt uit het register en is er ook zonder engine.
 */
export function makeNormen(engine: Beslissen, klok: Klok): Normen {
  const bekend = new Map<string, { norm: Norm | undefined; op: number }>();
  const haal = async (stap: string): Promise<void> => {
    const rij = (await haalTermijnen(engine, stap)).find((r) => r.soort === 'uiterlijk');
    bekend.set(stap, { norm: rij && { stap, aantal: rij.aantal, eenheid: rij.eenheid }, op: klok.nu().getTime() });
  };
  return async (stappen) => {
    const nu = klok.nu().getTime();
    const oud = [...new Set(stappen)].filter((stap) => nu - (bekend.get(stap)?.op ?? -Infinity) > BEWAAR_MS);
    if (oud.length > 0) {
      const gelezen = Promise.allSettled(oud.map(haal));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([gelezen, new Promise((klaar) => (timer = setTimeout(klaar, GEDULD_MS)))]);
      clearTimeout(timer);
    }
    return new Map(stappen.flatMap((stap): [string, Norm][] => {
      const norm = bekend.get(stap)?.norm;
      return norm ? [[stap, norm]] : [];
    }));
  };
}
