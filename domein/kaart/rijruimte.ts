/** Een rij van een stelsel: kolom → coëfficiënt, gerekend modulo een groot priemgetal. Wat er niet in staat is nul. */
export type Rij = Map<number, number>;

/** Het grootste priemgetal onder 2^26: een product van twee coëfficiënten past dan precies in een getal. */
export const P = 67_108_859;

/** Eén, modulo P gedeeld door `n`. */
export function omgekeerde(n: number): number {
  let [uit, macht] = [1, n];
  for (let e = P - 2; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) uit = (uit * macht) % P;
    macht = (macht * macht) % P;
  }
  return uit;
}

/** `n` modulo P. Voor getallen zo groot als een product is dit veel sneller dan `%`, en even precies: afronden kan hooguit één keer P te veel aftrekken. */
function moduloP(n: number): number {
  const rest = n - Math.floor(n / P) * P;
  return rest < 0 ? rest + P : rest;
}

/** `rij - keer × andere`, als nieuwe rij. */
export function min(rij: Rij, andere: Rij, keer: number): Rij {
  const uit = new Map(rij);
  trekAf(uit, andere, keer);
  return uit;
}

/** `rij - keer × andere`, in de rij zelf. */
function trekAf(rij: Rij, andere: Rij, keer: number): void {
  for (const [kolom, waarde] of andere) {
    const nieuw = moduloP((rij.get(kolom) ?? 0) + (P - keer) * waarde);
    if (nieuw === 0) rij.delete(kolom);
    else rij.set(kolom, nieuw);
  }
}

/**
 * Alles wat uit een verzameling rijen is op te tellen en af te trekken, met gehele getallen en breuken. Een rij gaat er alleen
 * in als daarna geen van de gevolgde rijen eruit volgt. Gerekend wordt modulo een priemgetal: dat mist geen enkele
 * afleiding, en vindt er hooguit (kans een op tientallen miljoenen) een te veel.
 */
export class Rijruimte {
  /** De herleide vorm: elke rij heeft op haar eigen kolom een één, en elke andere rij heeft daar niets. */
  readonly #basis = new Map<number, Rij>();
  /** De gevolgde rijen, na aftrek van alles wat al bekend is. */
  readonly #gevolgd = new Map<number, Rij>();
  /** Per kolom de rijen waarin zij voorkomt: basisrijen op hun kolom, gevolgde rijen als -1 - nummer. */
  readonly #inKolom = new Map<number, Set<number>>();

  /** Volgt een rij: zij mag nooit af te leiden worden. Is zij dat al, dan is er niets meer te volgen. */
  volg(rij: Rij): void {
    const rest = this.#herleid(rij);
    if (rest.size > 0) this.#zet(-1 - this.#gevolgd.size, rest);
  }

  /** Is deze rij af te leiden? */
  bevat(rij: Rij): boolean {
    return this.#herleid(rij).size === 0;
  }

  /** Komt deze kolom voor in iets wat bekend is? */
  kent(kolom: number): boolean {
    return this.#basis.has(kolom) || [...(this.#inKolom.get(kolom) ?? [])].some((nummer) => nummer >= 0);
  }

  /** Wat er van een rij overblijft na aftrek van alles wat bekend is. */
  rest(rij: Rij): Rij {
    return this.#herleid(rij);
  }

  /**
   * Neemt een rij op, tenzij er een gevolgde rij uit zou volgen of `mag` een van de rijen weigert die dan af te leiden zijn.
   * @param mag krijgt de nieuwe en de veranderde rijen van de herleide vorm
   * @returns of zij erin zit
   */
  neemOp(rij: Rij, mag: (rij: Rij) => boolean = () => true, altijd = false): boolean {
    const rest = this.#herleid(rij);
    if (rest.size === 0) return true;
    let kolom = -1;
    let minst = Infinity;
    for (const k of rest.keys()) {
      const n = this.#inKolom.get(k)?.size ?? 0;
      if (n < minst) [kolom, minst] = [k, n];
    }
    const keer = omgekeerde(rest.get(kolom)!);
    const nieuw: Rij = new Map([...rest].map(([k, w]) => [k, (w * keer) % P]));
    if (!altijd && !mag(nieuw)) return false;
    const anders: [number, Rij][] = [];
    for (const nummer of this.#inKolom.get(kolom) ?? []) {
      const oud = this.#rij(nummer);
      const herleid = min(oud, nieuw, oud.get(kolom)!);
      if (!altijd && (nummer < 0 ? herleid.size === 0 : !mag(herleid))) return false;
      anders.push([nummer, herleid]);
    }
    for (const [nummer, herleid] of anders) this.#zet(nummer, herleid);
    this.#zet(kolom, nieuw);
    return true;
  }

  #rij = (nummer: number): Rij => (nummer < 0 ? this.#gevolgd : this.#basis).get(nummer)!;

  #zet(nummer: number, rij: Rij): void {
    const tabel = nummer < 0 ? this.#gevolgd : this.#basis;
    const oud = tabel.get(nummer);
    if (oud) for (const kolom of oud.keys()) if (!rij.has(kolom)) this.#inKolom.get(kolom)!.delete(nummer);
    for (const kolom of rij.keys()) {
      const rijen = this.#inKolom.get(kolom);
      if (rijen) rijen.add(nummer);
      else this.#inKolom.set(kolom, new Set([nummer]));
    }
    tabel.set(nummer, rij);
  }

  #herleid(rij: Rij): Rij {
    let rest: Rij | undefined;
    for (const [kolom, waarde] of rij) {
      const basis = this.#basis.get(kolom);
      // Een basisrij heeft op geen andere basiskolom iets, dus de waarde in de rij zelf verandert onderweg niet.
      if (basis) trekAf((rest ??= new Map(rij)), basis, waarde);
    }
    return rest ?? rij;
  }
}
