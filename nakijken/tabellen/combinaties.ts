import { unaryTest } from 'feelin';
import type { Kolom, Tabel } from './lezen.ts';

export type Waarde = string | number | boolean | null;

/** De meeste cellen zijn een rijtje teksten; die vergelijken gaat honderd keer zo snel als FEEL lezen. */
const TEKSTEN = /^\s*"[^"\\]*"(\s*,\s*"[^"\\]*")*\s*$/;

/** Past deze waarde bij deze cel? Een lege cel of een streepje past altijd. */
export function past(cel: string | undefined, waarde: Waarde): boolean {
  if (!cel?.trim() || cel.trim() === '-') return true;
  if (TEKSTEN.test(cel)) return typeof waarde === 'string' && cel.includes(`"${waarde}"`);
  return unaryTest(cel, { '?': waarde }).value === true;
}

/** Iets wat een kolom zonder lijst waarden ook kan krijgen. */
const ONBEKEND = 'NOG-NIET-BEDACHT';

/** De waarden die er voor een kolom toe doen: wat de cellen noemen, net ernaast en ertussen, wat de kolom opsomt (anders ook iets onbekends), en niets. */
function kandidaten(kolom: Kolom, cellen: readonly string[]): Waarde[] {
  const tekst = [...cellen, kolom.inputValues?.text ?? ''].join(' ');
  const literals = [...tekst.matchAll(/"([^"]*)"/g)].map((m) => m[1] as string);
  switch (kolom.inputExpression?.typeRef) {
    case 'boolean': return [true, false, null];
    case 'number': {
      const getallen = [...tekst.matchAll(/\d+(?:\.\d+)?/g)].map((m) => Number(m[0]));
      return [null, -1, 0, ...getallen.flatMap((n) => [n - 1, n - 0.25, n, n + 0.25, n + 1])];
    }
    default: return kolom.inputValues ? [null, ...literals] : [null, ...literals, ONBEKEND];
  }
}

/** Waarden waar dezelfde cellen bij passen zijn voor de tabel gelijk; van elke soort staat er één. */
export interface Soort {
  readonly waarde: Waarde;
  /** Per regel of de cel in deze kolom past. */
  readonly past: readonly boolean[];
}

/** Per kolom de soorten waarden die voor de tabel verschillen. */
export function soorten({ input, rule }: Pick<Tabel, 'input' | 'rule'>): Soort[][] {
  return input.map((kolom, i) => {
    const cellen = rule.map((r) => r.inputEntry[i]?.text ?? '');
    const gezien = new Map<string, Soort>();
    for (const waarde of kandidaten(kolom, cellen)) {
      const passend = cellen.map((cel) => past(cel, waarde));
      const sleutel = passend.join();
      if (!gezien.has(sleutel)) gezien.set(sleutel, { waarde, past: passend });
    }
    return [...gezien.values()];
  });
}

/** Welke regels er samen kunnen passen, met één invoer waarbij dat zo is. */
export interface Uitkomst {
  /** De nummers van de regels, vanaf 0. */
  readonly regels: readonly number[];
  readonly invoer: readonly Waarde[];
}

/**
 * Alles wat een tabel kan overkomen, over het product van haar invoer. Kolom voor kolom blijven er minder regels over; wat met
 * dezelfde regels overblijft wordt één keer verder bekeken, zodat ook negen kolommen in milliseconden gaan.
 */
export function uitkomsten(tabel: Pick<Tabel, 'input' | 'rule'>): readonly Uitkomst[] {
  const eerder = berekend.get(tabel) ?? bereken(tabel);
  berekend.set(tabel, eerder);
  return eerder;
}
const berekend = new WeakMap<object, readonly Uitkomst[]>();

function bereken(tabel: Pick<Tabel, 'input' | 'rule'>): Uitkomst[] {
  let open: Uitkomst[] = [{ regels: tabel.rule.map((_, n) => n), invoer: [] }];
  for (const kolom of soorten(tabel)) {
    const verder = new Map<string, Uitkomst>();
    for (const { regels, invoer } of open) {
      for (const { waarde, past: passend } of kolom) {
        const over = regels.filter((n) => passend[n]);
        const sleutel = over.join();
        if (!verder.has(sleutel)) verder.set(sleutel, { regels: over, invoer: [...invoer, waarde] });
      }
    }
    open = [...verder.values()];
  }
  return open;
}
