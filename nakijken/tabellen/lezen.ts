import { DmnModdle } from 'dmn-moddle';
import { xmlFouten, type Onleesbaar } from '../lezen.ts';

export interface Cel {
  readonly id: string;
  readonly text?: string;
}
export interface Kolom {
  readonly id: string;
  readonly label?: string;
  /** Bij een uitvoer: hoe model of werker haar noemt. */
  readonly name?: string;
  readonly typeRef?: string;
  readonly inputExpression?: { readonly text?: string; readonly typeRef?: string };
  /** Alleen bij invoer: de waarden die de kolom kent. */
  readonly inputValues?: { readonly text?: string };
  readonly outputValues?: { readonly text?: string };
}
export interface Regel {
  readonly id: string;
  readonly description?: string;
  readonly inputEntry: readonly Cel[];
  readonly outputEntry: readonly Cel[];
}
export interface Tabel {
  readonly $type: string;
  readonly id: string;
  readonly hitPolicy?: string;
  readonly input: readonly Kolom[];
  readonly output: readonly Kolom[];
  readonly rule: readonly Regel[];
}
export interface Beslissing {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly description?: string;
  readonly decisionLogic?: Tabel;
}

/** Een gelezen beslistabel. */
export interface Tabelbestand {
  readonly pad: string;
  /** De naam van het bestand zonder eind, en het id dat de beslissing hoort te hebben. */
  readonly naam: string;
  readonly wortel: { readonly drgElement?: readonly Beslissing[]; readonly dmnDI?: unknown };
  /** De beslissingen met een tabel: meestal één. */
  readonly tabellen: readonly Tabel[];
}

/** Leest één beslistabel. */
export async function leesTabel(pad: string, xml: string): Promise<{ tabel: Tabelbestand } | { onleesbaar: Onleesbaar[] }> {
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(xml);
    if (warnings.length > 0) return { onleesbaar: xmlFouten(warnings.map(({ message }) => message)) };
    const wortel = rootElement as Tabelbestand['wortel'];
    const tabellen = (wortel.drgElement ?? []).flatMap(({ decisionLogic: t }) => (t?.$type === 'dmn:DecisionTable' ? [heel(t)] : []));
    return { tabel: { pad, naam: pad.replace(/^.*\//, '').replace(/[.]dmn$/, ''), wortel, tabellen } };
  } catch (error) {
    return { onleesbaar: xmlFouten([(error as Error).message]) };
  }
}

/** Een lege tabel heeft geen lijsten; zo hoeft geen regel daaraan te denken. */
const heel = (tabel: Tabel): Tabel => ({
  $type: tabel.$type, id: tabel.id, ...(tabel.hitPolicy === undefined ? {} : { hitPolicy: tabel.hitPolicy }), input: tabel.input ?? [], output: tabel.output ?? [],
  rule: (tabel.rule ?? []).map((regel) => ({ id: regel.id, ...(regel.description === undefined ? {} : { description: regel.description }), inputEntry: regel.inputEntry ?? [], outputEntry: regel.outputEntry ?? [] })),
});

/** De plaats van een cel, kolom of regel zoals zij in Modeler te vinden is: `regel 4, kolom "Eenheid"`. */
export function plaatsInTabel({ wortel, tabellen }: Pick<Tabelbestand, 'wortel' | 'tabellen'>, id: string): string {
  for (const { input, output, rule } of tabellen) {
    const kolom = [...input, ...output].find((k) => k.id === id);
    if (kolom) return kolomnaam(kolom);
    for (const [n, regel] of rule.entries()) {
      if (regel.id === id) return `regel ${n + 1}`;
      const cellen = [...regel.inputEntry, ...regel.outputEntry];
      const plek = cellen.findIndex((cel) => cel.id === id);
      if (plek !== -1) return `regel ${n + 1}, ${kolomnaam([...input, ...output][plek])}`;
    }
  }
  const beslissing = wortel.drgElement?.find((e) => e.id === id);
  return beslissing?.name ? `${id} "${beslissing.name}"` : id;
}

/** Een kolom bij het opschrift boven de tabel. */
export const kolomnaam = (kolom: Kolom | undefined): string => `kolom "${kolom?.label ?? kolom?.name ?? kolom?.inputExpression?.text ?? kolom?.id ?? '?'}"`;
