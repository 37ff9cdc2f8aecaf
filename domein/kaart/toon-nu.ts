import { kenmerkVan, type Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { OpenBezoek } from '../../registratie/kaart/open.ts';
import { toonbaar, type Getal, type Groep } from './herleiden.ts';
import { groepeerOp, plek as plekVan } from './telling.ts';
import { familieVan } from './toon-kenmerk.ts';

/** Een aantal kinderen dat nu ergens is (`n`), daarvan met een termijn (`t`), en daarvan erover (`l`). */
export type Numaat = 'n' | 't' | 'l';
const MATEN: readonly Numaat[] = ['n', 't', 'l'];

export interface Nutoon {
  /** Mag dit getal er staan? Van wat nul of te klein is nooit. @param plek een proces, of een element daarvan (`proces|element`) */
  mag(maat: Numaat, plek: string, filter: Kaartfilter): boolean;
}

interface Waar { readonly kenmerk?: string | undefined; readonly route?: string | undefined }
const naam = ({ kenmerk = '', route = '' }: Waar): string => `${kenmerk}\t${route}`;
const sleutelVan = (maat: string, plek: string, waar: Waar): string => `${maat}\t${plek}\t${naam(waar)}`;

/**
 * Besluit wat er van nu mag staan. Een kind is op meer plekken tegelijk: in een taak, in de fase eromheen, in de route. Daarom gaat
 * het over alle processen samen, en over groepen kinderen die op precies dezelfde plekken zijn (herleiden.ts). Met een kenmerk
 * staat nu er alleen in processen `opNiveau`, een route of wat op zichzelf loopt: in een fase zou het getal van een school de
 * andere kant zijn van dezelfde som.
 */
export function maakNutoon(open: readonly OpenBezoek[], overTermijn: (bezoek: OpenBezoek) => boolean, opNiveau: (proces: string) => boolean): Nutoon {
  const kinderen = [...groepeerOp(open, (bezoek) => bezoek.casusId).values()];
  const zonderKenmerk = besluit(kinderen, () => []);
  const families = new Map<string, ReadonlySet<string>>();
  return {
    mag: (maat, plek, filter) => {
      const kenmerk = kenmerkVan(filter);
      const waar = { kenmerk: kenmerk && `${kenmerk.soort}=${kenmerk.waarde}`, route: filter.route };
      if (kenmerk === undefined) return zonderKenmerk.has(sleutelVan(maat, plek, waar));
      if (!opNiveau(plek.split('|')[0]!)) return false;
      const soorten = familieVan(kenmerk.soort);
      const getoond = families.get(soorten[0]!) ?? besluit(kinderen.map((k) => k.filter((b) => opNiveau(b.proces))), (b) => soorten.map((soort) => `${soort}=${b[soort]}`), zonderKenmerk);
      families.set(soorten[0]!, getoond);
      return getoond.has(sleutelVan(maat, plek, waar));
    },
  };

  /** @param eerder wat er zonder kenmerk staat; wat daar niet staat mag ook hier niet volgen */
  function besluit(perKind: readonly (readonly OpenBezoek[])[], kenmerkenVan: (b: OpenBezoek) => readonly string[], eerder?: ReadonlySet<string>): Set<string> {
    const getallen = new Map<string, Getal>();
    const geheim = new Set<string>();
    const groepen = perKind.map((bezoeken): Groep => {
      const bij = new Map<string, { plek: string; waar: Waar; t: boolean; l: boolean; element: boolean }>();
      for (const b of bezoeken) {
        const route = b.route === '' ? [] : [b.route];
        const waren: Waar[] = [undefined, ...kenmerkenVan(b)].flatMap((kenmerk): Waar[] => [{ kenmerk }, ...route.map((r) => ({ kenmerk, route: r }))]);
        for (const waar of waren) {
          for (const plek of [plekVan(b.proces, b.element), b.proces]) {
            const sleutel = `${plek}\t${naam(waar)}`;
            const al = bij.get(sleutel);
            bij.set(sleutel, { plek, waar, element: plek !== b.proces, t: (al?.t ?? false) || b.uiterlijk !== null, l: (al?.l ?? false) || overTermijn(b) });
          }
        }
      }
      const sleutels: string[] = [];
      for (const { plek, waar, element, t, l } of bij.values()) {
        const maten: Numaat[] = !element || !t ? ['n'] : l ? ['n', 't', 'l'] : ['n', 't'];
        for (const maat of maten) {
          const sleutel = sleutelVan(maat, plek, waar);
          sleutels.push(sleutel);
          if (!getallen.has(sleutel)) neem(sleutel, maat, plek, waar);
        }
        // Ook hoeveel er op tijd zijn, of zonder termijn, mag niet te herleiden zijn.
        if (element && !l) sleutels.push(sleutelVan(t ? 'op tijd' : 'zonder', plek, waar));
      }
      return { aantal: 1, in: sleutels };
    });
    return toonbaar(groepen, [...getallen.values()], { gevoelig: [...geheim] });

    function neem(sleutel: string, maat: Numaat, plek: string, waar: Waar): void {
      const i = MATEN.indexOf(maat);
      const bekend = waar.kenmerk === undefined ? eerder?.has(sleutel) : undefined;
      if (bekend === false) geheim.add(sleutel);
      const geheel = [...(waar.kenmerk && waar.route ? [sleutelVan(maat, plek, { kenmerk: waar.kenmerk })] : []), ...(waar.kenmerk ? [sleutelVan(maat, plek, { route: waar.route })] : waar.route ? [sleutelVan(maat, plek, {})] : [])];
      getallen.set(sleutel, { sleutel, rang: 3 * i + (waar.kenmerk ? 1 : 0) + (waar.route ? 1 : 0), na: [...(i > 0 ? [sleutelVan(MATEN[i - 1]!, plek, waar)] : []), ...geheel], vast: bekend === true });
    }
  }
}

/** De processen waar nu ook met een kenmerk staat: de routes, en wat niemand aanroept en zelf geen route aanroept. */
export function processenOpNiveau(aanroepen: readonly { readonly proces: string; readonly roept: readonly string[] }[], routes: readonly string[]): Set<string> {
  const geroepen = new Set(aanroepen.flatMap((a) => a.roept));
  return new Set([...routes, ...aanroepen.filter((a) => !geroepen.has(a.proces) && !a.roept.some((p) => routes.includes(p))).map((a) => a.proces)]);
}
