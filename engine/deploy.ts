import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';

const WORTEL = fileURLToPath(new URL('..', import.meta.url));

/** Eén uitgerold model; de sleutel is die van deze versie, ook als de engine haar al had. */
export interface Uitgerold {
  readonly soort: 'proces' | 'beslissing' | 'formulier';
  readonly id: string;
  readonly versie: number;
  /** De sleutel waaronder de engine deze versie kent. */
  readonly sleutel: string;
}

/** Een model, beslistabel of formulier zoals het op schijf staat. */
export interface Modelbestand {
  readonly naam: string;
  readonly inhoud: Buffer;
}

/** Leest alle modellen, beslistabellen en formulieren van deze map. */
export async function leesModellen(wortel = WORTEL): Promise<Modelbestand[]> {
  const bestanden: Modelbestand[] = [];
  for (const [map, einden] of [['bpmn', ['.bpmn', '.dmn']], ['forms', ['.form']]] as const) {
    for (const naam of (await readdir(`${wortel}/${map}`)).sort()) {
      if (einden.some((einde) => naam.endsWith(einde))) bestanden.push({ naam, inhoud: await readFile(`${wortel}/${map}/${naam}`) });
    }
  }
  return bestanden;
}

/**
 * Rolt alles in één keer uit: formulieren en beslissingen zijn aan de uitrol gebonden (`bindingType="deployment"`),
 * dus een los bestand zou zijn formulier niet vinden. De engine maakt alleen een nieuwe versie van wat veranderde.
 */
export async function rolUit(zeebe: ZeebeGrpcClient, bestanden?: readonly Modelbestand[]): Promise<Uitgerold[]> {
  const antwoord = await zeebe.deployResources(
    (bestanden ?? (await leesModellen())).map(({ naam, inhoud }) =>
      naam.endsWith('.bpmn') ? { name: naam, process: inhoud } : naam.endsWith('.dmn') ? { name: naam, decision: inhoud } : { name: naam, form: inhoud },
    ),
  );
  const uit: Uitgerold[] = [];
  for (const deel of antwoord.deployments as unknown as Record<string, Record<string, unknown> | undefined>[]) {
    if (deel['process']) uit.push({ soort: 'proces', id: String(deel['process']['bpmnProcessId']), versie: Number(deel['process']['version']), sleutel: String(deel['process']['processDefinitionKey']) });
    if (deel['decision']) uit.push({ soort: 'beslissing', id: String(deel['decision']['dmnDecisionId']), versie: Number(deel['decision']['version']), sleutel: String(deel['decision']['decisionKey']) });
    if (deel['form']) uit.push({ soort: 'formulier', id: String(deel['form']['formId']), versie: Number(deel['form']['version']), sleutel: String(deel['form']['formKey']) });
  }
  return uit;
}
