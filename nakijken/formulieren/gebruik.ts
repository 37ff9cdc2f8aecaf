import { createRequire } from 'node:module';
import { extensies, invoeren } from '../modellen/element.ts';
import type { Modelbestand } from '../modellen/lezen.ts';
import type { Element } from '../modellen/model-tree.ts';
import type { Project } from '../project.ts';

const eis = createRequire(import.meta.url);
const { geschreven, meegekregen, uitWerkers } = eis('../../lint/bpmnlint-plugin-routeboek/lib/variabelen.js') as {
  geschreven(model: string): ReadonlySet<string>; meegekregen(model: string): ReadonlySet<string>; uitWerkers(proces: Element): readonly ReadonlySet<string>[];
};
const { werkerWoorden } = eis('../../lint/bpmnlint-plugin-routeboek/lib/code.js') as { werkerWoorden(type: string): ReadonlySet<string> };

/** Een taak of een begin met een formulier. */
export interface Gebruik {
  readonly model: Modelbestand;
  readonly proces: Element;
  readonly element: Element;
  readonly start: boolean;
}

/** Waar elk formulier wordt gebruikt, bij zijn naam. */
export function gebruikVanFormulieren({ modellen }: Pick<Project, 'modellen'>): ReadonlyMap<string, readonly Gebruik[]> {
  const gebruik = new Map<string, Gebruik[]>();
  for (const model of modellen) {
    for (const proces of (model.wortel.rootElements ?? []).filter(({ $type }) => $type === 'bpmn:Process')) {
      for (const element of onderdelenVan(proces)) {
        for (const { formId } of extensies(element, 'zeebe:FormDefinition')) {
          if (formId) gebruik.set(formId, [...(gebruik.get(formId) ?? []), { model, proces, element, start: element.$type === 'bpmn:StartEvent' }]);
        }
      }
    }
  }
  return gebruik;
}

/** Heeft deze taak deze variabele als haar formulier opengaat? Een begin heeft nog niets. */
export function heeftBijOpenen({ model, proces, element, start }: Gebruik, naam: string): boolean {
  if (start) return false;
  return invoeren(element).some(({ target }) => target === naam) || geschreven(model.naam).has(naam) || meegekregen(model.naam).has(naam)
    || luisteraars(element).some((type) => werkerWoorden(type).has(naam)) || uitWerkers(proces).some((woorden) => woorden.has(naam));
}

/** Alle namen die een taak heeft als haar formulier opengaat, om een tikfout mee te vergelijken. */
export const bekendBijOpenen = ({ model, element, start }: Gebruik): string[] =>
  (start ? [] : [...invoeren(element).map(({ target }) => target), ...geschreven(model.naam), ...meegekregen(model.naam)]);

const luisteraars = (element: Element): string[] => extensies(element, 'zeebe:ExecutionListeners').flatMap(({ listeners = [] }) => listeners.filter(({ eventType }) => eventType === 'start').map(({ type }) => type));
const onderdelenVan = (element: Element): Element[] => (element.flowElements ?? []).flatMap((e) => [e, ...onderdelenVan(e)]);
