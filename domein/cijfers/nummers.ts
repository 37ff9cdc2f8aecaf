import { routeVan, type Route } from '../routes/index.ts';
import { leesModel, modelnamen, type Modelelement } from '../stappen/lees-model.ts';
import { modelstappen } from '../stappen/modelstappen.ts';
import { perModel } from '../uitgerold/per-model.ts';

/** Een genummerde stap van een route, zoals in het routeboek en in haar tekening. */
export interface Nummer {
  readonly nr: number;
  readonly naam: string;
  /** Het proces waarvan de tekening deze stap laat zien. */
  readonly proces: string;
}

/** Het nummer van een stap in deze route ("KT-08a" → 8); niets als zij geen nummer van deze route heeft. */
export function nummerVan(route: Route, { stap, proces }: { stap: string | null; proces: string }): number | undefined {
  if (route.eigenProces?.proces === proces) return route.eigenProces.nr;
  const nr = stap?.startsWith(`${route.stapPrefix}-`) ? Number(/^\d+/.exec(stap.slice(route.stapPrefix.length + 1))?.[0] ?? 0) : 0;
  return nr > 0 ? nr : undefined;
}

const nummers = perModel(async (proces, modellen) => {
  const route = routeVan(proces);
  return route && zoek(route, modellen);
});

/** Alle nummers van een route, met de naam die de tekening van de route eraan geeft, en anders die van het element dat haar draagt. */
export const nummersVan = async (route: Route): Promise<readonly Nummer[]> => (await nummers().lees(route.proces)) ?? [];

const DRAAGT_STAP = /CallActivity$|SubProcess$|UserTask$/;

async function zoek(route: Route, modellen: URL): Promise<readonly Nummer[]> {
  const gevonden = new Map<number, Nummer & { rang: number }>();
  for (const proces of await modelnamen(modellen)) {
    for (const [id, element] of await leesModel(modellen, proces)) {
      if (!DRAAGT_STAP.test(element.$type)) continue;
      const { stappen } = await modelstappen(proces, id);
      for (const stap of stappen) {
        const nr = nummerVan(route, { stap, proces });
        if (nr === undefined) continue;
        const naam = route.eigenProces?.nr === nr ? route.eigenProces.naam : (element.name ?? id).replace(/^\d+ /, '');
        const kandidaat = { nr, naam, proces, rang: rang(route, proces, element, stap) };
        if ((gevonden.get(nr)?.rang ?? Infinity) > kandidaat.rang) gevonden.set(nr, kandidaat);
      }
    }
  }
  return [...gevonden.values()].sort((a, b) => a.nr - b.nr).map(({ nr, naam, proces }) => ({ nr, naam, proces }));
}

/** Hoe lager, hoe meer dit element de stap ís: het nummer in de tekening van de route, dan wie de hele stap draagt, dan een onderdeel. */
function rang(route: Route, proces: string, { name = '', $type }: Modelelement, stap: string): number {
  if (proces === route.eigenProces?.proces) return 0;
  if (proces === route.proces && /^\d+ /.test(name)) return 0;
  return (/\d$/.test(stap) ? 1 : 3) + ($type.endsWith('CallActivity') ? 0 : 1);
}
