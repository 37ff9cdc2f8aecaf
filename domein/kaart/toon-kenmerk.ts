import type { Kenmerk } from '../../registratie/kaart/filter.ts';
import type { Kindsom } from '../../registratie/kaart/kindsommen.ts';
import { toonbaar, type Getal, type Groep } from './herleiden.ts';
import type { Verband } from './samenhang.ts';
import { verradersIn } from './sluiten.ts';
import { LEGE_TELLING, NIETS_TONEN, perPlek, telOp, type Telling, type Toon } from './telling.ts';

/** Een deel van een schooljaar: één waarde van een kenmerk, één route, of allebei. */
export interface Waar {
  readonly kenmerk?: { readonly soort: Kenmerk; readonly waarde: string } | undefined;
  readonly route?: string | undefined;
}
export interface Kenmerktoon {
  tel(plek: string, waar: Waar): Telling;
  toon(plek: string, waar: Waar): Toon;
}
export interface Invoer {
  /** Sommen van één schooljaar en één soort, van alle processen. */
  readonly sommen: readonly Kindsom[];
  /** Bij welke waarden van kenmerken een som hoort; leeg als er alleen naar de route wordt gekeken. */
  readonly waarden: (som: Kindsom) => readonly { soort: Kenmerk; waarde: string }[];
  /** Wat van het hele schooljaar mag staan. */
  readonly heel: (plek: string) => Toon;
  /** Wat van een route mag staan; ontbreekt als dit zelf de routes zijn. */
  readonly routes?: Kenmerktoon | undefined;
  readonly verbanden: readonly Verband[];
}

const PLAATS = ['school', 'bestuur', 'gemeente'] as const;
/**
 * De kenmerken die samen worden besloten: een bestuur is een som van scholen, en wie in een gemeente woont gaat daar meestal naar
 * school. Het eerste is hoe hun sommen heten.
 */
export const familieVan = (soort: Kenmerk): readonly [Kenmerk, ...Kenmerk[]] => ((PLAATS as readonly Kenmerk[]).includes(soort) ? PLAATS : [soort]);

/** Bij welke waarden een som van een familie hoort. */
export function waardenVan(familie: Kenmerk, { waarde }: Pick<Kindsom, 'waarde'>): { soort: Kenmerk; waarde: string }[] {
  return familie === 'school' ? waarde.split('\u001f').map((deel, i) => ({ soort: PLAATS[i]!, waarde: deel })) : [{ soort: familie, waarde }];
}

const MATEN = ['n', 't', 'l'] as const;
type Maat = (typeof MATEN)[number];
const naam = ({ kenmerk, route }: Waar): string => `${kenmerk ? `${kenmerk.soort}=${kenmerk.waarde}` : ''}\t${route ?? ''}`;

/**
 * Besluit voor één schooljaar wat van elke waarde van een kenmerk, met en zonder route, mag staan (herleiden.ts). De getallen van het
 * hele jaar en van de routes zijn al besloten: wat daar niet staat, wordt ook hier niet prijsgegeven. Daarna de tekening: volgt uit
 * een verband tussen elementen een klein getal, dan gaat een van de andere weg alsof het klein was.
 */
export function maakKenmerktoon({ sommen, waarden, heel, routes, verbanden }: Invoer): Kenmerktoon {
  const perElement = perPlek(sommen);
  const tellingen = new Map<string, Map<string, Telling>>();
  const waren = new Map<string, Waar>();
  for (const [plek, rijen] of perElement) {
    const tel = new Map<string, Telling>();
    tellingen.set(plek, tel);
    for (const som of rijen) {
      for (const waar of plaatsen(som)) {
        waren.set(naam(waar), waar);
        tel.set(naam(waar), telOp(tel.get(naam(waar)) ?? LEGE_TELLING, som));
      }
    }
  }
  const gevoelig = new Map<string, Set<string>>();
  const getoond = new Map([...perElement.keys()].map((plek) => [plek, besluit(plek)]));
  sluit();
  return {
    tel: (plek, waar) => tellingen.get(plek)?.get(naam(waar)) ?? LEGE_TELLING,
    toon: (plek, waar) => {
      const staat = (maat: Maat): boolean => getoond.get(plek)?.has(`${maat}\t${naam(waar)}`) ?? false;
      return staat('n') ? { kinderen: true, klein: false, termijn: staat('t'), teLaat: staat('l') } : NIETS_TONEN;
    },
  };

  /** Elk getal waar een som in meetelt, behalve dat van het hele jaar. */
  function plaatsen(som: Kindsom): Waar[] {
    const route = som.route === '' ? [] : [som.route];
    return [...route.map((r): Waar => ({ route: r })), ...waarden(som).flatMap((kenmerk): Waar[] => [{ kenmerk }, ...route.map((r) => ({ kenmerk, route: r }))])];
  }

  function besluit(plek: string): Set<string> {
    const jaar = heel(plek);
    if (!jaar.kinderen) return new Set();
    const groepen = perElement.get(plek)!.flatMap((som): Groep[] => {
      const namen = [naam({}), ...plaatsen(som).map(naam)];
      // Elk kind is te laat, op tijd, of zonder termijn; ook hoeveel er op tijd waren mag niet te herleiden zijn.
      const klasse = (aantal: number, ...maten: string[]): Groep => ({ aantal, in: maten.flatMap((maat) => namen.map((n) => `${maat}\t${n}`)) });
      return [klasse(som.teLaat, 'n', 't', 'l'), klasse(som.metTermijn - som.teLaat, 'n', 't', 'op tijd'), klasse(som.kinderen - som.metTermijn, 'n', 'zonder')];
    });
    const mag: Record<Maat, boolean> = { n: true, t: jaar.termijn, l: jaar.teLaat };
    const geheim = new Set(gevoelig.get(plek));
    const getallen: Getal[] = [];
    for (const [i, maat] of MATEN.entries()) {
      if (!mag[maat]) break;
      const sleutel = (waar: Waar): string => `${maat}\t${naam(waar)}`;
      getallen.push({ sleutel: sleutel({}), vast: true });
      for (const naamWaar of tellingen.get(plek)!.keys()) {
        const waar = waren.get(naamWaar)!;
        const { kenmerk, route } = waar;
        const bekend = kenmerk === undefined && routes ? ja(routes.toon(plek, waar), maat) : undefined;
        if (bekend === false) geheim.add(sleutel(waar));
        const geheel = i === 0 ? [] : [`${MATEN[i - 1]!}\t${naamWaar}`];
        const randen = kenmerk && route ? [sleutel({ kenmerk }), sleutel({ route })] : [];
        getallen.push({ sleutel: sleutel(waar), rang: 3 * i + (kenmerk ? 1 : 0) + randen.length / 2, na: [...geheel, ...randen], vast: bekend === true });
      }
    }
    return toonbaar(groepen, getallen, { gevoelig: [...geheim] });
  }

  function sluit(): void {
    for (let verder = true; verder; ) {
      const anders = new Set<string>();
      for (const verband of verbanden) {
        for (const [sleutel, waar] of waren) {
          const weg = verradersIn(verband, (plek) => {
            const aantal = tellingen.get(plek)?.get(sleutel)?.kinderen ?? 0;
            return { aantal, bekend: aantal === 0 || (getoond.get(plek)?.has(`n\t${naam(waar)}`) ?? false) };
          });
          for (const plek of weg) {
            gevoelig.set(plek, (gevoelig.get(plek) ?? new Set()).add(`n\t${sleutel}`));
            getoond.get(plek)!.delete(`n\t${sleutel}`);
            anders.add(plek);
          }
        }
      }
      for (const plek of anders) getoond.set(plek, besluit(plek));
      verder = anders.size > 0;
    }
  }
}

const ja = (toon: Toon, maat: Maat): boolean => ({ n: toon.kinderen, t: toon.termijn, l: toon.teLaat })[maat];
