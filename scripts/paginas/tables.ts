import { readdirSync, readFileSync } from 'node:fs';
import { DmnModdle } from 'dmn-moddle';
import { evaluate, unaryTest } from 'feelin';
import type { Beslissen } from '../../domein/beslissen.ts';

interface Cel { readonly text?: string }
interface Tabel {
  readonly $type: string;
  readonly hitPolicy?: string;
  readonly input: readonly { readonly inputExpression: Cel }[];
  readonly output: readonly { readonly name: string }[];
  readonly rule: readonly { readonly inputEntry: readonly Cel[]; readonly outputEntry: readonly Cel[] }[];
}

const MAP = new URL('../../bpmn/', import.meta.url);
const waarde = (tekst: string | undefined, context: Record<string, unknown> = {}): unknown => (evaluate(tekst || 'null', context) as { value: unknown }).value;

/** De beslistabellen zoals zij in bpmn/ staan, zonder engine: dezelfde normen als in het echt naast de verzonnen cijfers. */
export async function openBeslistabellen(): Promise<Beslissen> {
  const tabellen = new Map<string, Tabel>();
  for (const bestand of readdirSync(MAP).filter((naam) => naam.endsWith('.dmn'))) {
    const { rootElement } = await new DmnModdle().fromXML(readFileSync(new URL(bestand, MAP), 'utf8'));
    for (const { id, decisionLogic } of (rootElement as { drgElement: { id: string; decisionLogic?: Tabel }[] }).drgElement) if (decisionLogic?.$type === 'dmn:DecisionTable') tabellen.set(id, decisionLogic);
  }
  const bekend = new Map<string, unknown>();
  return {
    async beslis(id, variabelen) {
      const vraag = JSON.stringify([id, variabelen]);
      if (!bekend.has(vraag)) bekend.set(vraag, antwoord(tabellen.get(id), variabelen));
      return bekend.get(vraag);
    },
  };
}

function antwoord(tabel: Tabel | undefined, variabelen: Record<string, unknown>): unknown {
  if (!tabel) throw new Error('Deze beslistabel is er niet.');
  const invoer = tabel.input.map(({ inputExpression }) => waarde(inputExpression.text, variabelen));
  const passend = tabel.rule.filter(({ inputEntry }) => inputEntry.every(({ text }, i) => !text?.trim() || (unaryTest(text, { '?': invoer[i] }) as { value: unknown }).value === true));
  const uitkomsten = passend.map(({ outputEntry }) => (tabel.output.length === 1 ? waarde(outputEntry[0]?.text) : Object.fromEntries(tabel.output.map(({ name }, i) => [name, waarde(outputEntry[i]?.text)]))));
  return ['COLLECT', 'RULE ORDER'].includes(tabel.hitPolicy ?? 'UNIQUE') ? uitkomsten : (uitkomsten[0] ?? null);
}
