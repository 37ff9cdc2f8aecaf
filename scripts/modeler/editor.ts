import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { withFonts } from '../tekeningen/tekenaar.ts';

const EDITOR = createRequire(import.meta.url).resolve('camunda-bpmn-js/dist/camunda-cloud-modeler.production.min.js');

/**
 * Waar een blad begint. Camunda Modeler schuift bij het bewaren het blad dat openstaat naar 150 bij 150, en de editor zelf naar 150 bij
 * 75, maar alleen als het meer dan 50 scheelt: hier schuift geen van beide.
 */
const ORIGIN = { x: 150, y: 112, grid: 10 };

interface Point { x: number; y: number }
interface Di { bounds?: Point; waypoint?: Point[]; label?: { bounds?: Point } }
interface Modeler {
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
  saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  getDefinitions(): { diagrams: { plane: { bpmnElement: { id: string }; planeElement?: Di[] } }[] };
  get(naam: 'canvas'): { getRootElements(): { id: string; businessObject: { id: string } }[]; setRootElement(root: unknown): void; findRoot(element: unknown): unknown; viewbox(): { inner: Point } };
  get(naam: 'moddle'): { toXML(element: unknown, options: { format: boolean }): Promise<{ xml: string }> };
  get(naam: 'modeling'): { updateProperties(element: unknown, wat: Record<string, unknown>): void; updateModdleProperties(element: unknown, moddleElement: unknown, wat: Record<string, unknown>): void };
  get(naam: 'elementRegistry'): { get(id: string): unknown; getAll(): { id: string; type: string; businessObject: { modelerTemplate?: string; extensionElements?: { values: { $type: string }[] } } }[] };
  get(naam: 'selection'): { select(element: unknown): void };
  get(naam: 'elementTemplatesLoader'): { setTemplates(templates: unknown): void };
  get(naam: 'elementTemplates'): { applyTemplate(element: unknown, template: unknown): void };
  destroy(): void;
}
declare const BpmnModeler: new (options: { container: string; propertiesPanel: { parent: string } }) => Modeler;

/** De editor van Camunda Modeler (camunda-bpmn-js, waar het programma zelf uit bestaat), in een bladzijde van chromium. */
export async function openEditor(browser: Browser) {
  const pagina = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await withFonts(pagina, '<div id="blad" style="width:1600px;height:1000px"></div><div id="paneel"></div>');
  await pagina.addScriptTag({ content: readFileSync(EDITOR, 'utf8') });
  return {
    pagina,

    /** Zet het begin van elk blad waar Modeler het laat staan; wat erop staat schuift in zijn geheel mee. */
    place: (xml: string): Promise<string> => pagina.evaluate(async ([model, { x, y, grid }]) => {
      const modeler = new BpmnModeler({ container: '#blad', propertiesPanel: { parent: '#paneel' } });
      await modeler.importXML(model);
      const canvas = modeler.get('canvas');
      const definitions = modeler.getDefinitions();
      for (const root of canvas.getRootElements()) {
        canvas.setRootElement(root);
        const { inner } = canvas.viewbox();
        const [dx, dy] = [Math.round((x - inner.x) / grid) * grid, Math.round((y - inner.y) / grid) * grid];
        const plane = definitions.diagrams.find((diagram) => diagram.plane.bpmnElement.id === root.businessObject.id)?.plane;
        for (const { bounds, waypoint = [], label } of plane?.planeElement ?? []) {
          for (const point of [bounds, label?.bounds, ...waypoint]) if (point) { point.x += dx; point.y += dy; }
        }
      }
      const { xml: placed } = await modeler.get('moddle').toXML(definitions, { format: true });
      modeler.destroy();
      return placed;
    }, [xml, ORIGIN] as const),

    /**
     * Opent een model en geeft wat Modeler bewaart.
     * @param label geeft eerst één element een andere naam
     * @param blad het blad dat openstaat als er wordt bewaard; standaard het model zelf
     */
    save: (xml: string, { label, blad }: { label?: readonly [id: string, name: string]; blad?: string } = {}): Promise<{ xml: string; warnings: string[] }> =>
      pagina.evaluate(async ([model, nieuw, open]) => {
        const modeler = new BpmnModeler({ container: '#blad', propertiesPanel: { parent: '#paneel' } });
        const { warnings } = await modeler.importXML(model);
        const canvas = modeler.get('canvas');
        if (open) canvas.setRootElement(canvas.getRootElements().find(({ businessObject }) => businessObject.id === open));
        if (nieuw) modeler.get('modeling').updateProperties(modeler.get('elementRegistry').get(nieuw[0]), { name: nieuw[1] });
        const saved = (await modeler.saveXML({ format: true })).xml;
        modeler.destroy();
        return { xml: saved, warnings: warnings.map((w) => w.message) };
      }, [xml, label, blad] as const),

    /** Geeft elke taak van een mens haar sjabloon opnieuw, zoals Modeler doet als iemand er een ander formulier kiest, en bewaart. */
    reapply: (xml: string, templates: readonly { id: string }[]): Promise<{ xml: string; unknown: string[] }> => pagina.evaluate(async ([model, sjablonen]) => {
      const modeler = new BpmnModeler({ container: '#blad', propertiesPanel: { parent: '#paneel' } });
      modeler.get('elementTemplatesLoader').setTemplates(sjablonen);
      await modeler.importXML(model);
      const unknown: string[] = [];
      for (const element of modeler.get('elementRegistry').getAll()) {
        const id = element.businessObject.modelerTemplate;
        const sjabloon = sjablonen.find((een) => een.id === id);
        if (id !== undefined && !sjabloon) unknown.push(`${element.id} ${id}`);
        if (sjabloon && element.type === 'bpmn:UserTask') modeler.get('elementTemplates').applyTemplate(element, sjabloon);
      }
      const saved = (await modeler.saveXML({ format: true })).xml;
      modeler.destroy();
      return { xml: saved, unknown };
    }, [xml, templates] as const),

    /** Kiest bij een taak met een sjabloon een ander formulier, zoals in het paneel, en bewaart. */
    chooseForm: (xml: string, id: string, form: string, templates: readonly { id: string }[]): Promise<string> => pagina.evaluate(async ([model, taak, formulier, sjablonen]) => {
      const modeler = new BpmnModeler({ container: '#blad', propertiesPanel: { parent: '#paneel' } });
      modeler.get('elementTemplatesLoader').setTemplates(sjablonen);
      await modeler.importXML(model);
      const element = modeler.get('elementRegistry').getAll().find((een) => een.id === taak)!;
      const moddleElement = element.businessObject.extensionElements?.values.find(({ $type }) => $type === 'zeebe:FormDefinition');
      modeler.get('modeling').updateModdleProperties(element, moddleElement, { formId: formulier });
      const saved = (await modeler.saveXML({ format: true })).xml;
      modeler.destroy();
      return saved;
    }, [xml, id, form, templates] as const),

    /** Kiest een element, geeft het desgewenst eerst een sjabloon, en geeft wat het eigenschappenpaneel dan toont: de opschriften van de keuzelijsten, en alles wat erin te kiezen is. */
    panel: (xml: string, id: string, templates: readonly { id: string }[], apply?: string): Promise<{ soorten: string[]; opties: string[] }> => pagina.evaluate(async ([model, gekozen, sjablonen, toegepast]) => {
      const modeler = new BpmnModeler({ container: '#blad', propertiesPanel: { parent: '#paneel' } });
      modeler.get('elementTemplatesLoader').setTemplates(sjablonen);
      await modeler.importXML(model);
      const element = modeler.get('elementRegistry').get(gekozen);
      if (!element) throw new Error(`element ${gekozen} staat niet in dit model`);
      modeler.get('canvas').setRootElement(modeler.get('canvas').findRoot(element));
      const sjabloon = sjablonen.find((een) => een.id === toegepast);
      if (sjabloon) modeler.get('elementTemplates').applyTemplate(element, sjabloon);
      modeler.get('selection').select(element);
      // Het paneel tekent zich na de keuze, in een volgende beurt.
      for (let n = 0; n < 200 && document.querySelectorAll('#paneel select').length === 0; n++) await new Promise((done) => setTimeout(done, 25));
      const lijsten = Array.from(document.querySelectorAll<HTMLSelectElement>('#paneel select'));
      const found = { soorten: lijsten.map((lijst) => lijst.labels[0]?.textContent ?? ''), opties: lijsten.flatMap((lijst) => Array.from(lijst.options).map((optie) => optie.textContent ?? '')) };
      modeler.destroy();
      return found;
    }, [xml, id, templates, apply] as const),
  };
}
