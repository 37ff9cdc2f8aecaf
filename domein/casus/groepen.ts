import type { Beslissen } from '../beslissen.ts';
import { zoekAdres } from './beslissingen.ts';
import { ROLLEN, standaardGroep } from './rollen.ts';

/** De procesvariabele `groepen`: voor elke rol de groep in Tasklist. */
export async function bepaalGroepen(beslissen: Beslissen, plaats: { brin: string; gebied: string; gemeente: string }): Promise<Record<string, string>> {
  const paren = await Promise.all(
    ROLLEN.map(async (rol) => {
      const groep = rol.achtervoegsel === 'brin' ? null : (await zoekAdres(beslissen, rol.rol, plaats)).groep;
      return [rol.sleutel, groep ?? standaardGroep(rol, plaats)] as const;
    }),
  );
  return Object.fromEntries(paren);
}
