import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelTree, type Element } from '../../nakijken/modellen/model-tree.ts';
import { sourceLines } from './paragraphs.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Eén taak of aanroep met een stap, zoals zij in de herleidingstabel komt. */
export interface Row {
  readonly stappen: readonly string[];
  readonly model: string;
  readonly naam: string;
  readonly formulier: string | undefined;
  /** Wat het model verstuurt, elk met de regels van het routeboek waar de mail op steunt. */
  readonly mails: readonly { readonly naam: string; readonly regels: readonly (readonly [number, number])[] }[];
  readonly tests: readonly string[];
  readonly regels: readonly (readonly [number, number])[];
}

type Doc = Element & { readonly documentation?: readonly { readonly text: string }[] };
type Value = { readonly $type: string; readonly formId?: string; readonly properties?: readonly { readonly name: string; readonly value: string }[]; readonly values?: readonly { readonly key: string; readonly value: string }[] };
const SOORTEN = ['bpmn:UserTask', 'bpmn:CallActivity', 'bpmn:ServiceTask'];

/** Leest elk element met een stap uit de modellen, met de mails van dat model en de procestests die de stap noemen. */
export async function readRows(): Promise<Row[]> {
  const tests = testFiles();
  const rows: Row[] = [];
  for (const file of readdirSync(join(ROOT, 'bpmn')).filter((naam) => naam.endsWith('.bpmn')).sort()) {
    const model = await ModelTree.read(readFileSync(join(ROOT, 'bpmn', file), 'utf8'));
    const elements = SOORTEN.flatMap((soort) => model.elements(soort)) as Doc[];
    const mails = [...new Set(elements.flatMap((e) => header(e, 'meldingen')))].sort().map((naam) => ({ naam, regels: mailSource(naam) }));
    for (const element of elements) {
      const stappen = property(element, 'stap');
      if (stappen.length === 0) continue;
      const namen = [...stappen, element.id];
      rows.push({
        stappen,
        model: file.slice(0, -'.bpmn'.length),
        naam: (element.name ?? element.id).replaceAll('\n', ' '),
        formulier: values(element).find((v) => v.$type === 'zeebe:FormDefinition')?.formId,
        mails,
        tests: tests.filter(({ tekst }) => namen.some((naam) => tekst.includes(`'${naam}'`))).map(({ naam }) => naam),
        regels: sourceLines(element.documentation?.[0]?.text.split('Bron:')[1] ?? ''),
      });
    }
  }
  return rows;
}

const values = (element: Element): readonly Value[] => (element.extensionElements?.values ?? []) as readonly Value[];
const property = (element: Element, naam: string): string[] => values(element).flatMap((v) => v.properties ?? []).find((p) => p.name === naam)?.value.split(' ') ?? [];
const header = (element: Element, naam: string): string[] => values(element).flatMap((v) => v.values ?? []).find((v) => v.key === naam)?.value.split(',').map((deel) => deel.trim()) ?? [];

function testFiles(): { naam: string; tekst: string }[] {
  const dir = join(ROOT, 'test/proces');
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((naam) => naam.endsWith('.test.ts')).sort();
  return files.map((naam) => ({ naam: naam.slice(0, -'.test.ts'.length), tekst: readFileSync(join(dir, naam), 'utf8') }));
}

/** De regels achter `bron:` in de tekst van een mail. */
function mailSource(naam: string): readonly (readonly [number, number])[] {
  const tekst = readFileSync(join(ROOT, 'koppelingen/mail/meldingen', `${naam}.md`), 'utf8');
  return sourceLines(/^bron: (.*)$/m.exec(tekst)?.[1] ?? '');
}
