import { readdirSync, readFileSync } from 'node:fs';
import { DmnModdle } from 'dmn-moddle';
import { past, soorten as soortenVan, type Soort, type Waarde } from '../../nakijken/tabellen/combinaties.ts';

interface Cel { readonly text?: string }
interface Kolom { readonly label: string; readonly inputValues?: Cel; readonly inputExpression: { readonly text: string; readonly typeRef: string } }
interface Regel { readonly id: string; readonly inputEntry: readonly Cel[]; readonly outputEntry: readonly Cel[] }
interface Beslistabel { readonly hitPolicy?: string; readonly input: readonly Kolom[]; readonly rule: readonly Regel[] }

export { past, type Waarde };

/** Per kolom één waarde van elke soort: waarden waar dezelfde cellen bij passen zijn voor de tabel gelijk. */
export const soorten = (tabel: Tabel): Soort[][] => soortenVan({ input: tabel.kolommen as never, rule: tabel.regels as never });
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
