import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ownFile } from './own-file.ts';
import type { ZeebeGrpcClient } from '@camunda8/sdk/dist/zeebe/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Eén uitgerold model; de sleutel is die van deze versie, ook als de engine haar al had. */
export interface Deployed {
  readonly kind: 'proces' | 'beslissing' | 'formulier';
  readonly id: string;
  readonly version: number;
  /** De sleutel waaronder de engine deze versie kent. */
  readonly key: string;
}

/** Een model, beslistabel of formulier zoals het op schijf staat. */
export interface ModelFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Leest alle modellen, beslistabellen en formulieren van deze map. */
export async function readModels(root = ROOT): Promise<ModelFile[]> {
  const files: ModelFile[] = [];
  for (const [dir, einden] of [['bpmn', ['.bpmn', '.dmn']], ['forms', ['.form']]] as const) {
    for (const name of (await readdir(`${root}/${dir}`)).sort()) {
      if (einden.some((end) => name.endsWith(end))) files.push({ name, content: ownFile(`${dir}/${name}`, await readFile(`${root}/${dir}/${name}`)) });
    }
  }
  return files;
}

/**
 * Rolt alles in één keer uit: formulieren en beslissingen zijn aan de uitrol gebonden (`bindingType="deployment"`),
 * dus een los bestand zou zijn formulier niet vinden. De engine maakt alleen een nieuwe versie van wat veranderde.
 */
export async function deploy(zeebe: ZeebeGrpcClient, files?: readonly ModelFile[]): Promise<Deployed[]> {
  const response = await zeebe.deployResources(
    (files ?? (await readModels())).map(({ name, content }) =>
      name.endsWith('.bpmn') ? { name, process: content } : name.endsWith('.dmn') ? { name, decision: content } : { name, form: content },
    ),
  );
  const uit: Deployed[] = [];
  for (const part of response.deployments as unknown as Record<string, Record<string, unknown> | undefined>[]) {
    if (part['process']) uit.push({ kind: 'proces', id: String(part['process']['bpmnProcessId']), version: Number(part['process']['version']), key: String(part['process']['processDefinitionKey']) });
    if (part['decision']) uit.push({ kind: 'beslissing', id: String(part['decision']['dmnDecisionId']), version: Number(part['decision']['version']), key: String(part['decision']['decisionKey']) });
    if (part['form']) uit.push({ kind: 'formulier', id: String(part['form']['formId']), version: Number(part['form']['version']), key: String(part['form']['formKey']) });
  }
  return uit;
}
