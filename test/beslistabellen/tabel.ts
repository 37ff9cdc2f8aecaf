import { readdirSync, readFileSync } from 'node:fs';
import { DmnModdle } from 'dmn-moddle';
import { unaryTest } from 'feelin';

interface Cel { readonly text?: string }
interface Kolom { readonly label: string; readonly inputValues?: Cel; readonly inputExpression: { readonly text: string; readonly typeRef: string } }
interface Regel { readonly id: string; readonly inputEntry: readonly Cel[]; readonly outputEntry: readonly Cel[] }
interface Beslistabel { readonly hitPolicy?: string; readonly input: readonly Kolom[]; readonly rule: readonly Regel[] }

export type Waarde = string | number | boolean | null;
export interface Tabel { readonly id: string; readonly hit: string; readonly kolommen: readonly Kolom[]; readonly regels: readonly Regel[] }

const MAP = new URL('../../bpmn/', import.meta.url);

/** Alle beslistabellen in bpmn/. */
export async function leesTabellen(): Promise<Tabel[]> {
  const bestanden = readdirSync(MAP).filter((b) => b.endsWith('.dmn'));
  const lijsten = await Promise.all(bestanden.map(async (bestand) => {
    const { rootElement } = await new DmnModdle().fromXML(readFileSync(new URL(bestand, MAP), 'utf8'));
    const elementen = (rootElement as unknown as { drgElement: { decisionLogic?: Beslistabel & { $type: string } }[] }).drgElement;
    return elementen.flatMap(({ decisionLogic: t }) => (t?.$type === 'dmn:DecisionTable' ? [{ id: bestand.slice(0, -'.dmn'.length), hit: t.hitPolicy ?? 'UNIQUE', kolommen: t.input, regels: t.rule }] : []));
  }));
  return lijsten.flat();
}

export const past = (cel: string | undefined, waarde: Waarde): boolean => !cel?.trim() || unaryTest(cel, { '?': waarde }).value === true;

/** De waarden die er voor een kolom toe doen: wat de cellen noemen, net ernaast en ertussen, wat de kolom opsomt (anders ook iets onbekends), en niets. */
function kandidaten(kolom: Kolom, cellen: readonly string[]): Waarde[] {
  const tekst = [...cellen, kolom.inputValues?.text ?? ''].join(' ');
  const literals = [...tekst.matchAll(/"([^"]*)"/g)].map((m) => m[1]!);
  switch (kolom.inputExpression.typeRef) {
    case 'boolean': return [true, false, null];
    case 'number': {
      const getallen = [...tekst.matchAll(/\d+(?:\.\d+)?/g)].map((m) => Number(m[0]));
      return [null, -1, 0, ...getallen.flatMap((n) => [n - 1, n - 0.25, n, n + 0.25, n + 1])];
    }
    default: return kolom.inputValues ? [null, ...literals] : [null, ...literals, 'NOG-NIET-BEDACHT'];
  }
}

/** Per kolom één waarde van elke soort: waarden waar dezelfde cellen bij passen zijn voor de tabel gelijk. */
export function soorten(tabel: Tabel): { waarde: Waarde; past: readonly boolean[] }[][] {
  return tabel.kolommen.map((kolom, i) => {
    const cellen = tabel.regels.map((r) => r.inputEntry[i]?.text ?? '');
    const gezien = new Map<string, { waarde: Waarde; past: readonly boolean[] }>();
    for (const waarde of kandidaten(kolom, cellen)) {
      const passend = cellen.map((cel) => past(cel, waarde));
      const sleutel = passend.join();
      if (!gezien.has(sleutel)) gezien.set(sleutel, { waarde, past: passend });
    }
    return [...gezien.values()];
  });
}

/** Alle combinaties van invoer die voor de tabel verschillen, met de regels die erbij passen. */
export function* combinaties(tabel: Tabel): Generator<{ invoer: Waarde[]; regels: string[] }> {
  const kolommen = soorten(tabel);
  const wijzers = kolommen.map(() => 0);
  for (;;) {
    const gekozen = kolommen.map((k, i) => k[wijzers[i]!]!);
    yield { invoer: gekozen.map((g) => g.waarde), regels: tabel.regels.filter((_, r) => gekozen.every((g) => g.past[r])).map((r) => r.id) };
    let plek = kolommen.length - 1;
    while (plek >= 0 && ++wijzers[plek]! === kolommen[plek]!.length) wijzers[plek--] = 0;
    if (plek < 0) return;
  }
}
