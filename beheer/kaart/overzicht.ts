import { leesKaartmodellen, type Kaartmodel } from '../../domein/kaart/model.ts';
import { ROUTES } from '../../domein/routes/index.ts';
import { modelstappen } from '../../domein/stappen/modelstappen.ts';
import { opVolgorde } from '../../domein/stappen/stap-van-route.ts';

export interface Procesregel { readonly proces: string; readonly naam: string; readonly stappen: string }
export interface Overzicht { readonly routes: readonly Procesregel[]; readonly fasen: readonly Procesregel[]; readonly daarnaast: readonly Procesregel[] }

/**
 * Alle processen om te openen: het geheel met de routes, wat een route aanroept in de volgorde van haar stappen, en de rest op naam.
 */
export async function maakOverzicht(): Promise<Overzicht> {
  const modellen = await leesKaartmodellen();
  const regel = (m: Kaartmodel, stappen = ''): Procesregel => ({ proces: m.proces, naam: m.naam, stappen });
  const boven = ['casus', ...ROUTES.map((r) => r.proces)];
  const stappen = new Map<string, string[]>();
  for (const { proces } of ROUTES) {
    for (const { id, roept } of modellen.find((m) => m.proces === proces)?.elementen ?? []) {
      if (roept !== null) stappen.set(roept, [...(stappen.get(roept) ?? []), ...opVolgorde((await modelstappen(proces, id)).stappen, proces).slice(0, 1)]);
    }
  }
  const over = modellen.filter((m) => !boven.includes(m.proces));
  const eerste = (m: Kaartmodel): string => [...new Set(stappen.get(m.proces))].join(', ');
  return {
    routes: boven.flatMap((proces) => modellen.filter((m) => m.proces === proces).map((m) => regel(m))),
    fasen: over.filter((m) => stappen.has(m.proces)).map((m) => regel(m, eerste(m))).sort((a, b) => a.stappen.localeCompare(b.stappen, 'nl', { numeric: true })),
    daarnaast: over.filter((m) => !stappen.has(m.proces)).map((m) => regel(m)).sort((a, b) => a.naam.localeCompare(b.naam, 'nl')),
  };
}

/**
 * De processen die een call activity kan beginnen als een variabele het kiest. Een begin van een naam (`brugplaats-`) is elk proces dat
 * zo heet en dat niemand met zijn vaste naam aanroept.
 * @param proces waar het element in staat
 */
export async function keuzeVan(proces: string, element: string): Promise<readonly Procesregel[]> {
  const modellen = await leesKaartmodellen();
  const kan = modellen.find((m) => m.proces === proces)?.elementen.find((e) => e.id === element)?.kanRoepen ?? [];
  const vast = new Set(modellen.flatMap((m) => m.elementen.flatMap((e) => e.roept ?? [])));
  const past = (m: Kaartmodel): boolean => kan.some((naam) => (naam.endsWith('-') ? m.proces.startsWith(naam) && !vast.has(m.proces) : m.proces === naam));
  return modellen.filter(past).map((m) => ({ proces: m.proces, naam: m.naam, stappen: '' }));
}
