import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const BPMN = new URL('../../../bpmn/', import.meta.url);
const laad = createRequire(import.meta.url);
const zeebe = laad('zeebe-bpmn-moddle/resources/zeebe.json') as unknown;
// bpmn-moddle heeft geen typen.
interface Moddle {
  fromXML(xml: string): Promise<{ rootElement: { rootElements: Knoop[] } }>;
}
const { BpmnModdle } = laad('bpmn-moddle') as { BpmnModdle: new (pakketten: unknown) => Moddle };

/** Een gebruikerstaak of startgebeurtenis met een formulier, en wat het model eraan meegeeft en eruit haalt. */
export interface FormulierGebruik {
  model: string;
  stap: string;
  formulier: string;
  start: boolean;
  invoer: string[];
  uitvoer: string[];
}

interface Knoop {
  $type: string;
  id?: string;
  flowElements?: Knoop[];
  extensionElements?: { values: { $type: string; formId?: string; inputParameters?: { target: string }[]; outputParameters?: { source: string }[] }[] };
}

function zoek(knopen: readonly Knoop[], model: string): FormulierGebruik[] {
  return knopen.flatMap((knoop) => {
    const uitbreidingen = knoop.extensionElements?.values ?? [];
    const formulier = uitbreidingen.find((u) => u.$type === 'zeebe:FormDefinition')?.formId;
    const io = uitbreidingen.find((u) => u.$type === 'zeebe:IoMapping');
    const hier =
      formulier === undefined
        ? []
        : [
            {
              model,
              stap: knoop.id ?? '',
              formulier,
              start: knoop.$type === 'bpmn:StartEvent',
              invoer: (io?.inputParameters ?? []).map((i) => i.target),
              uitvoer: (io?.outputParameters ?? []).map((u) => u.source),
            },
          ];
    return [...hier, ...zoek(knoop.flowElements ?? [], model)];
  });
}

/** Alle plekken in de modellen waar een formulier wordt gebruikt. */
export async function formulierGebruik(): Promise<FormulierGebruik[]> {
  const gevonden: FormulierGebruik[] = [];
  for (const file of readdirSync(BPMN).filter((f) => f.endsWith('.bpmn'))) {
    const moddle = new BpmnModdle({ zeebe });
    const { rootElement } = await moddle.fromXML(readFileSync(new URL(file, BPMN), 'utf8'));
    gevonden.push(...zoek(rootElement.rootElements, file));
  }
  return gevonden;
}
