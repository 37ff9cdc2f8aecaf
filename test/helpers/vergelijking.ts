import type { Pad } from '../../domein/kaart/kaart.ts';
import type { Cijfers } from './kaart-waarheid.ts';

/** De getallen van één rij van de vergelijkpagina: van elke maat wat er onder A, B en Verschil staat. */
export type Vergelijkrij = Readonly<Record<string, readonly [a: string, b: string, verschil: string]>>;

/** Leest de tabel van een vergelijkpagina zoals een bezoeker haar ziet. @returns per plek haar rij */
export function leesVergelijktabel(html: string): Map<string, Vergelijkrij> {
  const tabel = html.slice(html.indexOf('data-tabel'));
  const sleutels = [...tabel.matchAll(/data-kolom="(\w+)A"/g)].map((m) => m[1]!);
  // Voor de getallen staat welke plek het is: haar stap, en van een pijl haar antwoord en waar zij heen gaat.
  const ervoor = [...tabel.matchAll(/data-kolom="(?:stap|antwoord|naar)"/g)].length;
  return new Map([...tabel.matchAll(/<tr id="rij-([^"]+)"[\s\S]*?<\/tr>/g)].map(([rij, id]) => {
    const cellen = [...rij.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map((m) => m[1]!.replace('&lt;', '<')).slice(ervoor);
    return [id!, Object.fromEntries(sleutels.map((sleutel, i) => [sleutel, cellen.slice(3 * i, 3 * i + 3) as [string, string, string]]))];
  }));
}

/** Het getal in een cel; niets als er geen staat. */
export const getalIn = (tekst: string): number | undefined => (/^[+−-]?[\d.]+( pp|%)?$/.test(tekst) ? Number(tekst.replace(/[.+%]| pp/g, '').replace('−', '-')) : undefined);

/**
 * Wat een heatmap zelf over een pijl zegt: hoe vaak, en van alles wat hetzelfde punt verlaat welk deel in hele procenten. Niets waar zij geen
 * getal heeft; een deel alleen als elk getal van dat punt er staat.
 */
export function overPijl(paden: readonly Pad[], id: string): { readonly keer: number | undefined; readonly deel: number | undefined } {
  const { van, gewicht } = paden.find((p) => p.id === id)!;
  const samen = paden.filter((p) => p.van === van).map((p) => p.gewicht);
  const som = samen.every((n) => typeof n === 'number') ? samen.reduce((tot, n) => tot + n, 0) : 0;
  return { keer: typeof gewicht === 'number' ? gewicht : undefined, deel: typeof gewicht === 'number' && som > 0 ? Math.round((100 * gewicht) / som) : undefined };
}

/** Waar de getallen van een kolom in het antwoord van een kaart staan. */
const PLAATS = {
  nu: { deel: 'nu', veld: 'kinderen' }, over: { deel: 'nu', veld: 'overTermijn' }, kinderen: { deel: 'geeindigd', veld: 'kinderen' }, telaat: { deel: 'geeindigd', veld: 'teLaat' },
} as const;

/**
 * Wat een aanvaller over A en B weet als hij alleen de vergelijkpagina heeft: de getallen die er staan, en waar er één met het verschil
 * staat ook het andere. @returns twee antwoorden in de vorm van `/api/kaart`, met niets waar niets volgt
 */
export function uitVergelijking(rijen: ReadonlyMap<string, Vergelijkrij>, heeftInhoud: ReadonlySet<string>): readonly [Cijfers, Cijfers] {
  const kanten = [0, 1].map((kant): Cijfers => ({
    kinderenNu: null, paden: [],
    elementen: [...rijen].map(([id, rij]) => {
      const element = { id, nu: { kinderen: null as number | string | null, overTermijn: null as number | string | null, aandeelOverTermijn: null }, geeindigd: { kinderen: null as number | string | null, metTermijn: null, teLaat: null as number | string | null } };
      for (const [sleutel, { deel, veld }] of Object.entries(PLAATS)) {
        const drie = rij[sleutel];
        // Van een deelproces of aangeroepen proces staat daar wat erin zit, en niet van hoeveel kinderen.
        if (drie === undefined || (veld !== 'kinderen' && heeftInhoud.has(id))) continue;
        const [a, b, v] = drie.map(getalIn);
        const eigen = [a, b][kant];
        const ander = [b, a][kant];
        const gevolg = eigen ?? (v !== undefined && ander !== undefined ? (kant === 0 ? ander - v : ander + v) : undefined);
        (element[deel] as Record<string, number | string | null>)[veld] = gevolg ?? (drie[kant] === '<5' ? '<5' : null);
      }
      return element;
    }),
  }));
  return kanten as unknown as readonly [Cijfers, Cijfers];
}
