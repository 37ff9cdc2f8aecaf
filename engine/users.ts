import { z } from 'zod';
import type { Rest } from './rest.ts';

/** Welke gebruikers de takenlijst kent. */
export interface Users {
  /** @throws RestError met status 403 als ons account dat niet mag zien */
  bestaat(gebruikersnaam: string): Promise<boolean>;
  /** Wat iemand kan doen die een naam invulde die niet bestaat. */
  readonly uitleg: string;
}

const page = z.object({ items: z.array(z.looseObject({ username: z.string() })) });

/**
 * 8.6 heeft geen vraag naar gebruikers en maakt er zelf één: het account waarmee ook wij Tasklist lezen. Elke andere naam
 * bestaat daar niet.
 */
export const makeUsers86 = (account: string): Users => ({
  bestaat: async (gebruikersnaam) => gebruikersnaam === account,
  uitleg: `In deze opstelling bestaat alleen de gebruiker ${account}.`,
});

/** 8.8 en nieuwer: `/v2/users/search`. Ons account heeft daarvoor het recht USER: READ nodig. */
export const makeUsers89 = (rest: Rest): Users => ({
  uitleg: 'Of vraag de beheerder om een account voor deze persoon.',
  async bestaat(gebruikersnaam) {
    const { items } = page.parse(await rest('POST', '/v2/users/search', { filter: { username: gebruikersnaam }, page: { limit: 1 } }));
    return items.some(({ username }) => username === gebruikersnaam);
  },
});
