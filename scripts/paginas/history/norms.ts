import { readFileSync } from 'node:fs';
import { DmnModdle } from 'dmn-moddle';
import { evaluate, unaryTest } from 'feelin';
import type { Beslissen } from '../../../domein/beslissen.ts';

interface Cel { readonly text?: string }
interface Tabel { readonly output: readonly { readonly name: string }[]; readonly rule: readonly { readonly inputEntry: readonly Cel[]; readonly outputEntry: readonly Cel[] }[] }

/** De tabel Termijnen zoals zij in bpmn/ staat, zonder engine: dezelfde termijnen als in het echt naast de verzonnen cijfers. */
export async function openTermijnen(): Promise<Beslissen & { readonly stappen: readonly string[] }> {
  const { rootElement } = await new DmnModdle().fromXML(readFileSync(new URL('../../../bpmn/termijnen.dmn', import.meta.url), 'utf8'));
  const { output, rule } = (rootElement as { drgElement: { id: string; decisionLogic?: Tabel }[] }).drgElement.find(({ id }) => id === 'termijnen')!.decisionLogic!;
  const waarde = ({ text }: Cel): unknown => (evaluate(text ?? 'null', {}) as { value: unknown }).value;
  const bekend = new Map<string, unknown[]>();
  return {
    stappen: [...new Set(rule.flatMap(({ inputEntry: [cel] }) => [...(cel?.text ?? '').matchAll(/"([^"]+)"/g)].map((m) => m[1]!)))],
    async beslis(_id, { stap }) {
      const sleutel = String(stap);
      const eerder = bekend.get(sleutel) ?? rule
        .filter(({ inputEntry: [cel] }) => (unaryTest(cel?.text ?? '', { '?': sleutel }) as { value: unknown }).value === true)
        .map(({ outputEntry }) => Object.fromEntries(output.map(({ name }, i) => [name, waarde(outputEntry[i]!)])));
      bekend.set(sleutel, eerder);
      return eerder;
    },
  };
}
