import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { leesJson } from '../invoer/json.ts';
import type { Eisveld } from '../invoer/veldeisen.ts';

/** Wat er op de engine staat: het formulier dat de invuller zag, en of een casus op de nieuwste versie loopt. */
export interface Uitgerold {
  /** De onderdelen van een formulier, of undefined als het er niet is. */
  formulier(id: string): Promise<readonly Eisveld[] | undefined>;
  /** Een casus die op een oudere versie bleef heeft ook haar oude formulieren. */
  isNieuwste(procesId: string, versie: number): Promise<boolean>;
}

/** De versie van elk proces, naast de afschriften van wat is uitgerold (engine/deployed-snapshot.ts). */
const VERSIES = 'versies.json';
const FORMULIEREN = fileURLToPath(new URL('../../forms', import.meta.url));
const formulier = z.looseObject({ components: z.array(z.looseObject({ type: z.string() })) });

/**
 * Leest wat het laatst is uitgerold. Elke keer opnieuw: er kan worden uitgerold terwijl het programma draait, en een bestand in
 * `forms/` dat nog niet is uitgerold heeft niemand op zijn scherm gehad.
 * @param dir de map met de afschriften; zonder gelden de formulieren van dit project
 */
export function makeUitgerold(dir: string = FORMULIEREN): Uitgerold {
  const lees = async (bestand: string): Promise<unknown> => {
    const bytes = await readFile(join(dir, bestand)).catch(() => undefined);
    return bytes && leesJson(bytes);
  };
  return {
    async formulier(id) {
      // Het id komt uit het model en wordt een bestandsnaam.
      const schema = /^[a-z0-9-]+$/.test(id) ? formulier.safeParse(await lees(`${id}.form`)) : undefined;
      return schema?.success ? (schema.data.components as unknown as readonly Eisveld[]) : undefined;
    },
    async isNieuwste(procesId, versie) {
      const versies = z.record(z.string(), z.number()).safeParse(await lees(VERSIES));
      return versie >= (versies.data?.[procesId] ?? 0);
    },
  };
}
