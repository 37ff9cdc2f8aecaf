import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { leesJson } from '../invoer/json.ts';
import type { Eisveld } from '../invoer/veldeisen.ts';
import { uitrol, type Uitrol } from '../uitgerold/uitrol.ts';

/** Wat er op de engine staat: het formulier dat de invuller zag, en of een casus op de nieuwste versie loopt. */
export interface Uitgerold {
  /** De onderdelen van een formulier, of undefined als het er niet is. */
  formulier(id: string): Promise<readonly Eisveld[] | undefined>;
  /** Een casus die op een oudere versie bleef heeft ook haar oude formulieren. */
  isNieuwste(procesId: string, versie: number): Promise<boolean>;
}

const formulier = z.looseObject({ components: z.array(z.looseObject({ type: z.string() })) });

/**
 * Leest wat het laatst is uitgerold. Elke keer opnieuw: er kan worden uitgerold terwijl het programma draait, en een bestand in
 * `forms/` dat nog niet is uitgerold heeft niemand op zijn scherm gehad.
 */
export function makeUitgerold(van: Uitrol = uitrol): Uitgerold {
  return {
    async formulier(id) {
      // Het id komt uit het model en wordt een bestandsnaam.
      if (!/^[a-z0-9-]+$/.test(id)) return undefined;
      const bytes = await readFile(new URL(`forms/${id}.form`, van.wortel())).catch(() => undefined);
      const schema = bytes && formulier.safeParse(leesJson(bytes));
      return schema?.success ? (schema.data.components as unknown as readonly Eisveld[]) : undefined;
    },
    isNieuwste: async (procesId, versie) => versie >= (van.versies()[procesId] ?? 0),
  };
}
