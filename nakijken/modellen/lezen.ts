import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';
import { xmlFouten, type Onleesbaar } from '../lezen.ts';
import { ModelTree, type Element } from './model-tree.ts';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;

/** Een gelezen model. */
export interface Modelbestand {
  readonly pad: string;
  /** De naam van het bestand zonder eind, en de naam die het proces hoort te hebben. */
  readonly naam: string;
  readonly xml: string;
  readonly wortel: { readonly rootElements?: readonly Element[] };
  readonly boom: ModelTree;
  /** Elk onderdeel bij zijn id. */
  readonly opId: Readonly<Record<string, Element | undefined>>;
}

/** Leest één model. Een waarschuwing van de lezer is hier ook een fout: wat hij overslaat, slaat de engine niet over. */
export async function leesModel(pad: string, xml: string): Promise<{ model: Modelbestand } | { onleesbaar: Onleesbaar[] }> {
  try {
    const { rootElement, elementsById, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
    if (warnings.length > 0) return { onleesbaar: xmlFouten(warnings.map(({ message }) => message)) };
    return { model: { pad, naam: naamVan(pad), xml, wortel: rootElement as Modelbestand['wortel'], boom: new ModelTree(rootElement as Modelbestand['wortel']), opId: elementsById as Modelbestand['opId'] } };
  } catch (error) {
    return { onleesbaar: xmlFouten([(error as Error).message]) };
  }
}

const naamVan = (pad: string): string => pad.replace(/^.*\//, '').replace(/[.]bpmn$/, '');

/** Een onderdeel zoals de proceseigenaar het terugvindt: het id, en wat er op de tekening staat. */
export function plaatsVan(model: Pick<Modelbestand, 'opId'>, id: string): string {
  const naam = model.opId[id]?.name?.replace(/\s+/g, ' ').trim();
  return naam ? `${id} "${naam}"` : id;
}
