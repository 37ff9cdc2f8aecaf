import { kleineSommen } from './kleine-sommen.ts';
import { DREMPEL, teKlein } from './onderdruk.ts';
import { Rijruimte, type Rij } from './rijruimte.ts';

/** Kinderen die in precies dezelfde getallen meetellen, bijvoorbeeld die van één school op één route. */
export interface Groep {
  readonly aantal: number;
  /** De sleutels van de getallen waarin zij meetellen, ook van wat nooit getoond wordt: ook dat mag niet te herleiden zijn. */
  readonly in: readonly string[];
}

/** Een getal dat getoond zou kunnen worden. */
export interface Getal {
  readonly sleutel: string;
  /** Wat eerst komt (0) blijft het liefst staan; daarbinnen het grootste getal. */
  readonly rang?: number;
  /** Deze getallen moeten er ook staan. */
  readonly na?: readonly string[];
  /** Staat er al door een andere regel; of het mag wordt niet meer gevraagd. */
  readonly vast?: boolean;
}

export interface Opties {
  /** Getallen die niet te herleiden mogen zijn, ook al zijn zij groot genoeg: zij zijn om een andere reden weggelaten. */
  readonly gevoelig?: readonly string[];
  /** Staat er "<5" waar een getal te klein is? Dan mag ook geen som van zulke getallen zeggen dat zij allemaal één of allemaal vier zijn. */
  readonly toontKlein?: boolean;
}

/**
 * Welke getallen samen getoond mogen worden, zodat uit alles wat er staat geen aantal van één tot en met vier kinderen te
 * rekenen is, hoe iemand ook optelt en aftrekt (errata §3: secundaire onderdrukking).
 *
 * Het grootste gaat voor: elk getal komt erbij als daarna geen klein getal volgt. Gekeken wordt naar elk getal dat te klein is,
 * en naar elke verzameling groepen die samen één tot en met vier kinderen is: wie van een bestuur alle scholen op twee na kent,
 * mag ook de som van die twee niet kennen. Wie alle groepen weet die voorkomen, komt dus niet verder dan wie dat
 * niet weet. Dezelfde invoer geeft altijd dezelfde uitkomst.
 * @returns de sleutels die er mogen staan; wat te klein is en wat nul is zit er nooit bij
 */
export function toonbaar(groepen: Iterable<Groep>, getallen: readonly Getal[], { gevoelig = [], toontKlein = false }: Opties = {}): Set<string> {
  const aantallen: number[] = [];
  const rijen = new Map<string, Rij>();
  const som = new Map<string, number>();
  for (const { aantal, in: sleutels } of opVolgorde(groepen)) {
    const kolom = aantallen.push(aantal) - 1;
    for (const sleutel of sleutels) {
      const rij = rijen.get(sleutel);
      if (rij) rij.set(kolom, 1);
      else rijen.set(sleutel, new Map([[kolom, 1]]));
      som.set(sleutel, (som.get(sleutel) ?? 0) + aantal);
    }
  }
  const tel = (sleutel: string): number => som.get(sleutel) ?? 0;
  const geheim = new Set(gevoelig);
  const volgorde = getallen.filter((g) => !g.vast && !geheim.has(g.sleutel) && tel(g.sleutel) >= DREMPEL)
    .sort((a, b) => (a.rang ?? 0) - (b.rang ?? 0) || tel(b.sleutel) - tel(a.sleutel) || (a.sleutel < b.sleutel ? -1 : 1));
  const vast = getallen.filter((g) => g.vast && tel(g.sleutel) >= DREMPEL).map((g) => g.sleutel);
  const beschermd = [...rijen].filter(([sleutel]) => teKlein(tel(sleutel)) || geheim.has(sleutel)).map(([, rij]) => rij);
  const kleine = toontKlein ? [...rijen].filter(([sleutel]) => teKlein(tel(sleutel))).map(([sleutel, rij]) => ({ kolommen: [...rij.keys()], n: tel(sleutel) })).sort((a, b) => b.kolommen.length - a.kolommen.length) : [];
  const bekend = new Set<string>();

  // Volgt er toch een kleine som van groepen, dan wordt die ook beschermd en gaat het opnieuw.
  for (;;) {
    const ruimte = new Rijruimte();
    for (const sleutel of vast) ruimte.neemOp(rijen.get(sleutel)!, undefined, true);
    for (const rij of beschermd) ruimte.volg(rij);
    const getoond = new Set(vast);
    for (const { sleutel, na = [] } of volgorde) {
      if (na.every((eerst) => getoond.has(eerst)) && ruimte.neemOp(rijen.get(sleutel)!, (rij) => !verraadt(rij, aantallen, toontKlein ? kleine : undefined))) getoond.add(sleutel);
    }
    const nieuw = kleineSommen(ruimte, aantallen).filter((rij) => !bekend.has([...rij.keys()].join()));
    if (nieuw.length === 0) return getoond;
    for (const rij of nieuw) bekend.add([...rij.keys()].join());
    beschermd.push(...nieuw);
  }
}

/**
 * Is deze rij precies een aantal kinderen, en verraadt dat te veel? Ook als er van elk van de delen die zij optelt één kind is, of van elk
 * vier: waar "<5" staat, weet men dan elk van hen.
 * @param kleine wat als "<5" staat, als dat bekend is; anders kan elke groep er zo staan
 */
function verraadt(rij: Rij, aantallen: readonly number[], kleine: readonly KleinGetal[] | undefined): boolean {
  let som = 0;
  let [een, vier] = [rij.size > 1, rij.size > 1];
  for (const [kolom, waarde] of rij) {
    if (waarde !== 1) return false;
    const aantal = aantallen[kolom]!;
    som += aantal;
    een &&= aantal === 1;
    vier &&= aantal === DREMPEL - 1;
  }
  return teKlein(som) || (kleine ? zijnAllemaalGelijk(rij, kleine) : een || vier);
}

/** Een getal dat als "<5" staat, en de groepen die het optelt. */
interface KleinGetal { readonly kolommen: readonly number[]; readonly n: number }

/** Is deze som precies een aantal kleine getallen bij elkaar, en zijn die allemaal één of allemaal vier? */
function zijnAllemaalGelijk(rij: Rij, kleine: readonly KleinGetal[]): boolean {
  const over = new Set(rij.keys());
  let [som, stuks] = [0, 0];
  for (const { kolommen, n } of kleine) {
    if (!kolommen.every((kolom) => over.has(kolom))) continue;
    for (const kolom of kolommen) over.delete(kolom);
    som += n;
    stuks += 1;
  }
  return over.size === 0 && stuks > 1 && (som === stuks || som === (DREMPEL - 1) * stuks);
}

/** Elke groep één keer, op een vaste volgorde, en zonder lege groepen. */
function opVolgorde(groepen: Iterable<Groep>): Groep[] {
  const uit = new Map<string, { aantal: number; in: string[] }>();
  for (const { aantal, in: sleutels } of groepen) {
    if (aantal === 0) continue;
    const uniek = [...new Set(sleutels)].sort();
    const naam = uniek.join('\n');
    const eerder = uit.get(naam);
    if (eerder) eerder.aantal += aantal;
    else uit.set(naam, { aantal, in: uniek });
  }
  return [...uit].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, groep]) => groep);
}

/** Telt kinderen samen die in precies dezelfde getallen meetellen. @param kinderen van elk kind de sleutels */
export const groepeer = (kinderen: Iterable<readonly string[]>): Groep[] => opVolgorde(Array.from(kinderen, (sleutels) => ({ aantal: 1, in: sleutels })));
