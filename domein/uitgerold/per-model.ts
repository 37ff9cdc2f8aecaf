import { modellenmap } from '../stappen/lees-model.ts';
import { perUitrol } from './uitrol.ts';

/** Wat uit de modellen van één uitrol gelezen is. */
export interface PerModel<T> {
  readonly modellen: URL;
  /** @returns niets als er geen model met deze naam is */
  lees(proces: string): Promise<T | undefined>;
}

/**
 * Onthoudt per model wat eruit volgt, tot er opnieuw is uitgerold. Wat er niet is of niet te lezen was wordt niet onthouden: een naam
 * komt uit een adres, en die zijn er zonder eind.
 */
export const perModel = <T>(maak: (proces: string, modellen: URL) => Promise<T | undefined>): (() => PerModel<T>) => perUitrol((wortel): PerModel<T> => {
  const modellen = modellenmap(wortel);
  const bekend = new Map<string, Promise<T | undefined>>();
  return {
    modellen,
    lees(proces) {
      const eerder = bekend.get(proces);
      if (eerder) return eerder;
      const lezing = maak(proces, modellen);
      bekend.set(proces, lezing);
      const vergeet = (): unknown => bekend.delete(proces);
      lezing.then((gelezen) => gelezen === undefined && vergeet(), vergeet);
      return lezing;
    },
  };
});
