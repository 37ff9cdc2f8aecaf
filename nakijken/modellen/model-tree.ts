import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;

/** Een element van een model, voor zover nakijken en demo ernaar kijken. */
export interface Element {
  readonly $type: string;
  readonly id: string;
  readonly name?: string;
  readonly flowElements?: readonly Element[];
  readonly extensionElements?: { readonly values?: readonly { readonly $type: string; readonly formId?: string; readonly properties?: readonly { readonly name: string; readonly value: string }[] }[] };
}

/** Een gelezen model, om alle elementen van een soort op te vragen, hoe diep ze ook staan. */
export class ModelTree {
  constructor(private readonly wortel: { readonly rootElements?: readonly Element[] }) {}

  static async read(xml: string): Promise<ModelTree> {
    return new ModelTree((await new BpmnModdle({ zeebe }).fromXML(xml)).rootElement as { rootElements: Element[] });
  }

  /** De elementen van deze soorten, in de volgorde van het bestand. */
  elements(...soorten: readonly string[]): Element[] {
    const plat = (elementen: readonly Element[]): Element[] => elementen.flatMap((e) => [e, ...plat(e.flowElements ?? [])]);
    return plat(this.wortel.rootElements ?? []).filter((e) => soorten.includes(e.$type));
  }
}
