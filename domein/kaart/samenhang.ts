import { kanBlijven, type Kaartmodel } from './model.ts';
import { min, omgekeerde, P, Rijruimte, type Rij } from './rijruimte.ts';
import { stroomVan, type Stroom } from './stroom.ts';

/**
 * Getallen die in de tekening samenhangen: keer hun factor opgeteld zijn zij nul. De eerste taak van een gedeelde fase is de som van
 * de stappen die haar aanroepen; wie alle getallen op één na kent, kent ook dat ene. Elk deel is een of meer elementen
 * (`proces|element`) waar precies dezelfde kinderen langskomen, dus één ervan is genoeg.
 */
export interface Verband {
  readonly delen: readonly { readonly factor: number; readonly leden: readonly string[] }[];
}

/** Meer delen hoeft niet: wie er acht op één na kent, kent in de praktijk ook een kleiner verband. */
const HOOGSTENS = 8;

/** De verbanden van drie of meer getallen over alle tekeningen heen, met wat uit twee verbanden samen volgt. */
export function verbanden(modellen: readonly Kaartmodel[]): Verband[] {
  const stromen = new Map(modellen.map((model) => [model.proces, stroomVan(model)]));
  const kolommen = new Map<string, number>();
  const kolom = (naam: string): number => kolommen.get(naam) ?? (kolommen.set(naam, kolommen.size), kolommen.size - 1);
  const rij = (delen: Iterable<readonly [string, number]>): Rij => {
    const uit: Rij = new Map();
    for (const [naam, teken] of delen) {
      const waarde = ((uit.get(kolom(naam)) ?? 0) + teken + P) % P;
      if (waarde === 0) uit.delete(kolom(naam));
      else uit.set(kolom(naam), waarde);
    }
    return uit;
  };
  const tekening = new Rijruimte();
  for (const { balansen } of stromen.values()) for (const balans of balansen) tekening.neemOp(rij(balans));
  for (const aanroep of aanroepen(modellen, stromen)) tekening.neemOp(rij(aanroep));

  const klassen = new Map<string, { rij: Rij; leden: string[] }>();
  for (const model of modellen) {
    for (const e of model.elementen.filter((k) => kanBlijven(k) && !k.gebeurtenis)) {
      const instroom = stromen.get(model.proces)!.instroom(e.id);
      const rest = tekening.rest(rij(instroom.map((p) => [p, 1] as const)));
      if (rest.size === 0) continue;
      const naam = [...rest].sort(([a], [b]) => a - b).join(';');
      klassen.set(naam, { rij: rest, leden: [...(klassen.get(naam)?.leden ?? []), `${model.proces}|${e.id}`] });
    }
  }
  return metParen(afhankelijk([...klassen.values()].map((k) => k.rij))).map((verband) => ({
    delen: [...verband].map(([nummer, factor]) => ({ factor, leden: [...klassen.values()][nummer]!.leden })),
  }));
}

/** Wat een proces in gaat, is samen wat de call activities in gaat die het aanroepen. */
function* aanroepen(modellen: readonly Kaartmodel[], stromen: ReadonlyMap<string, Stroom>): Generator<[string, number][]> {
  const namen = modellen.map((m) => m.proces);
  const roepers = new Map<string, string[]>();
  for (const { proces, elementen } of modellen) {
    for (const { id, kanRoepen = [] } of elementen) {
      const wie = namen.filter((n) => n !== proces && kanRoepen.some((k) => n === k || (k.endsWith('-') && n.startsWith(k))));
      const instroom = stromen.get(proces)!.instroom(id);
      if (wie.length === 1) roepers.set(wie[0]!, [...(roepers.get(wie[0]!) ?? []), ...instroom]);
      // Kiest een variabele, dan is de instroom die van de processen samen; dat klopt als niemand anders ze aanroept.
      if (wie.length > 1 && wie.every((n) => stromen.get(n)!.begin.length > 0)) yield [...instroom.map((p): [string, number] => [p, 1]), ...wie.flatMap((n) => stromen.get(n)!.begin.map((p): [string, number] => [p, -1]))];
    }
  }
  for (const [proces, instroom] of roepers) {
    const begin = stromen.get(proces)!.begin;
    if (begin.length > 0) yield [...begin.map((p): [string, number] => [p, 1]), ...instroom.map((p): [string, number] => [p, -1])];
  }
}

type Combinatie = Map<number, number>;
const metTeken = (n: number): number => (n > P / 2 ? n - P : n);

/** De combinaties van rijen die nul zijn: nummer van de rij → factor. */
function afhankelijk(rijen: readonly Rij[]): Combinatie[] {
  const basis = new Map<number, { rij: Rij; uit: Rij }>();
  const gevonden: Combinatie[] = [];
  for (const [nummer, begin] of rijen.entries()) {
    let [rij, uit]: [Rij, Rij] = [begin, new Map([[nummer, 1]])];
    for (;;) {
      const hit = [...rij.keys()].find((k) => basis.has(k));
      if (hit === undefined) break;
      const keer = rij.get(hit)!;
      [rij, uit] = [min(rij, basis.get(hit)!.rij, keer), min(uit, basis.get(hit)!.uit, keer)];
    }
    const eerste = [...rij][0];
    if (eerste === undefined) {
      gevonden.push(new Map([...uit].map(([k, w]) => [k, metTeken(w)])));
      continue;
    }
    const deel = omgekeerde(eerste[1]);
    const schaal = (r: Rij): Rij => new Map([...r].map(([k, w]) => [k, (w * deel) % P]));
    basis.set(eerste[0], { rij: schaal(rij), uit: schaal(uit) });
  }
  return gevonden;
}

/** Met wat overblijft als twee verbanden een gedeeld getal tegen elkaar wegstrepen. */
function metParen(verbanden: readonly Combinatie[]): Combinatie[] {
  const uit = new Map<string, Combinatie>();
  const zet = (c: Combinatie): void => {
    const teken = Math.sign([...c].sort(([a], [b]) => a - b)[0]?.[1] ?? 0);
    if (c.size >= 3 && c.size <= HOOGSTENS) uit.set(JSON.stringify([...c].sort(([a], [b]) => a - b).map(([k, w]) => [k, teken * w])), c);
  };
  for (const een of verbanden) zet(een);
  for (const [i, een] of verbanden.entries()) {
    for (const ander of verbanden.slice(i + 1)) {
      for (const k of een.keys()) {
        if (!ander.has(k)) continue;
        const samen: Combinatie = new Map([...een].map(([n, w]) => [n, w * ander.get(k)!]));
        for (const [n, w] of ander) samen.set(n, (samen.get(n) ?? 0) - w * een.get(k)!);
        zet(new Map([...samen].filter(([, w]) => w !== 0)));
      }
    }
  }
  return [...uit.values()];
}
