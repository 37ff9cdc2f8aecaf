/** Een aantal kinderen dat een aanvaller niet kent: kinderen die in alles hetzelfde zijn. */
export interface Onbekende {
  readonly naam: string;
  readonly aantal: number;
  /** Onbekenden van dezelfde soort zijn verschillende kinderen, dus op te tellen. */
  readonly soort: string;
}
export type Regel = ReadonlyMap<number, number>;
export interface Vraagstuk {
  readonly onbekenden: readonly Onbekende[];
  /** Wat iedereen weet: optellingen die nul zijn. */
  readonly gelijk: readonly Regel[];
  /** Wat er staat. */
  readonly getoond: readonly Regel[];
  /** Waar "<5" staat: één tot en met vier. */
  readonly klein?: readonly Regel[];
  /** Waar een afgerond getal staat, of waaraan te zien is hoeveel het er hooguit zijn. */
  readonly ongeveer?: readonly { readonly regel: Regel; readonly van: number; readonly tot: number }[];
  /** Wat er niet staat en waar de aanvaller achter wil komen. */
  readonly doelen: readonly { readonly naam: string; readonly regel: Regel }[];
}

/** Een ander priemgetal en een andere manier van rekenen dan domein/kaart/rijruimte.ts: één fout in de ene valt dan op. */
const P = 67_108_837;
const macht = (grond: number, e: number): number => {
  let [uit, b] = [1, grond];
  for (let k = e; k > 0; k = Math.floor(k / 2)) {
    if (k % 2) uit = (uit * b) % P;
    b = (b * b) % P;
  }
  return uit;
};

/**
 * Lost het stelsel op zo ver het gaat, en noemt alles van één tot en met vier kinderen wat daaruit volgt: een getal dat er niet staat,
 * of de som van een paar onbekenden. Elke kolomvolgorde geeft andere sommen, dus het gaat in twee volgorden.
 */
export function zoekKleine({ onbekenden, gelijk, getoond, doelen }: Vraagstuk): string[] {
  const gevonden = new Set<string>();
  const waarde = (regel: Regel): number => [...regel].reduce((som, [k, w]) => som + w * onbekenden[k]!.aantal, 0);
  for (const volgorde of [(k: number) => k, (k: number) => onbekenden.length - k]) {
    const stelsel = losOp([...gelijk, ...getoond], volgorde);
    for (const { naam, regel } of doelen) {
      const n = waarde(regel);
      if (n >= 1 && n <= 4 && rest(stelsel, regel).size === 0) gevonden.add(`${naam} = ${n}`);
    }
    for (const regel of stelsel.values()) {
      const kolommen = [...regel.keys()];
      if ([...regel.values()].some((w) => w !== 1) || new Set(kolommen.map((k) => onbekenden[k]!.soort)).size > 1) continue;
      const n = waarde(regel);
      if (n >= 1 && n <= 4) gevonden.add(`${kolommen.map((k) => onbekenden[k]!.naam).join(' + ')} = ${n}`);
    }
  }
  return [...gevonden];
}

/**
 * Zoekt met grenzen in plaats van optellen: een aantal is nooit minder dan nul, en "<5" is één tot en met vier. Noemt elk klein getal
 * waarvan de onder- en bovengrens hetzelfde worden.
 */
export function klemKleine({ onbekenden, gelijk, getoond, klein = [], ongeveer = [], doelen }: Vraagstuk): string[] {
  const tel = (regel: Regel): number => [...regel].reduce((som, [k, w]) => som + w * onbekenden[k]!.aantal, 0);
  const eisen = [...gelijk.map((regel) => ({ regel, van: 0, tot: 0 })), ...getoond.map((regel) => ({ regel, van: tel(regel), tot: tel(regel) })), ...klein.map((regel) => ({ regel, van: 1, tot: 4 })), ...ongeveer];
  const onder = onbekenden.map(() => 0);
  const boven = onbekenden.map(() => Infinity);
  /** Wat een optelling ten minste of ten hoogste is: de som van wat een grens heeft, en hoeveel er geen hebben. */
  const uiterste = (regel: Regel, hoog: boolean): { som: number; open: number } => {
    const uit = { som: 0, open: 0 };
    for (const [k, w] of regel) {
      const grens = hoog === w > 0 ? boven[k]! : onder[k]!;
      if (Number.isFinite(grens)) uit.som += w * grens;
      else uit.open += 1;
    }
    return uit;
  };
  const grens = (regel: Regel, hoog: boolean): number => {
    const { som, open } = uiterste(regel, hoog);
    return open > 0 ? (hoog ? Infinity : -Infinity) : som;
  };
  /** Hetzelfde zonder een van de onbekenden; oneindig in de rest zegt niets. */
  const zonder = ({ som, open }: { som: number; open: number }, w: number, eigen: number, niets: number): number => {
    const los = Number.isFinite(eigen);
    return open > (los ? 0 : 1) ? niets : los ? som - w * eigen : som;
  };
  for (let anders = true; anders; ) {
    anders = false;
    for (const { regel, van, tot } of eisen) {
      const [laag, hoog] = [uiterste(regel, false), uiterste(regel, true)];
      for (const [k, w] of regel) {
        // Wat de rest ten minste en ten hoogste is, zegt wat hier over blijft.
        const restLaag = zonder(laag, w, w > 0 ? onder[k]! : boven[k]!, -Infinity);
        const restHoog = zonder(hoog, w, w > 0 ? boven[k]! : onder[k]!, Infinity);
        const [min, max] = w > 0 ? [van - restHoog, tot - restLaag] : [restLaag - tot, restHoog - van];
        if (min > onder[k]!) [onder[k], anders] = [min, true];
        if (max < boven[k]!) [boven[k], anders] = [max, true];
      }
    }
  }
  return doelen.flatMap(({ naam, regel }) => {
    const n = tel(regel);
    return n >= 1 && n <= 4 && grens(regel, false) === n && grens(regel, true) === n ? [`${naam} = ${n} (ingeklemd)`] : [];
  });
}

/** De herleide vorm, op spil. */
function losOp(regels: readonly Regel[], volgorde: (kolom: number) => number): Map<number, Map<number, number>> {
  const basis = new Map<number, Map<number, number>>();
  const in_ = new Map<number, Set<number>>();
  const uniek = new Map(regels.map((regel) => [JSON.stringify([...regel].sort(([a], [b]) => a - b)), regel]));
  for (const regel of [...uniek.values()].sort((a, b) => a.size - b.size)) {
    const nieuw = rest(basis, regel);
    if (nieuw.size === 0) continue;
    const spil = [...nieuw.keys()].reduce((a, b) => (volgorde(b) < volgorde(a) ? b : a));
    const deel = macht(nieuw.get(spil)!, P - 2);
    for (const [k, w] of nieuw) nieuw.set(k, (w * deel) % P);
    for (const andere of in_.get(spil) ?? []) {
      const rij = basis.get(andere)!;
      if (!rij.has(spil)) continue;
      trekAf(rij, nieuw, rij.get(spil)!);
      for (const k of rij.keys()) (in_.get(k) ?? in_.set(k, new Set()).get(k)!).add(andere);
    }
    basis.set(spil, nieuw);
    for (const k of nieuw.keys()) (in_.get(k) ?? in_.set(k, new Set()).get(k)!).add(spil);
  }
  return basis;
}

function rest(basis: ReadonlyMap<number, Regel>, regel: Regel): Map<number, number> {
  const uit = new Map([...regel].map(([k, w]) => [k, (w + P) % P]));
  for (const k of regel.keys()) {
    const rij = basis.get(k);
    const keer = uit.get(k);
    if (rij && keer) trekAf(uit, rij, keer);
  }
  return uit;
}

function trekAf(rij: Map<number, number>, andere: Regel, keer: number): void {
  for (const [k, w] of andere) {
    const som = (rij.get(k) ?? 0) + (P - keer) * w;
    // Voor een getal van deze grootte veel sneller dan `%`; afronden kan P hooguit één keer te vaak aftrekken.
    const rest = som - Math.floor(som / P) * P;
    const nieuw = rest < 0 ? rest + P : rest;
    if (nieuw === 0) rij.delete(k);
    else rij.set(k, nieuw);
  }
}
