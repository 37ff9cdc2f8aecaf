import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { diff } from 'bpmn-js-differ';
import { BpmnModdle } from 'bpmn-moddle';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelVeranderingen } from '../../wat-veranderde/model.ts';
import { openTekenaar } from '../../scripts/tekeningen/tekenaar.ts';

/**
 * Een model dat in Camunda Modeler wordt geopend en bewaard, komt ongeschonden terug. Camunda Modeler is bpmn-js met de
 * uitbreidingen van Zeebe; dat is wat hier in chromium opent en bewaart.
 */
const eis = createRequire(import.meta.url);
const zeebe = eis('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;
const DIR = join(import.meta.dirname, '../../bpmn');
const modellen = readdirSync(DIR).filter((b) => b.endsWith('.bpmn'));

/** Wat in de bladzijde van chromium bestaat nadat de modeler geladen is. */
interface Modeler {
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>;
  saveXML(options: { format: boolean }): Promise<{ xml: string }>;
  get(naam: 'modeling'): { updateProperties(element: unknown, wat: Record<string, unknown>): void };
  get(naam: 'elementRegistry'): { get(id: string): unknown };
  destroy(): void;
}
declare const BpmnJS: new (options: { container: string; moddleExtensions: Record<string, unknown> }) => Modeler;

/** Opent een model, verandert desgewenst één label, en geeft wat Modeler zou bewaren. */
const bewaar = (pagina: Page, xml: string, nieuwLabel?: [id: string, label: string]): Promise<{ xml: string; waarschuwingen: string[] }> =>
  pagina.evaluate(async ([model, uitbreiding, label]) => {
    const modeler = new BpmnJS({ container: '#blad', moddleExtensions: { zeebe: uitbreiding } });
    const { warnings } = await modeler.importXML(model);
    if (label) modeler.get('modeling').updateProperties(modeler.get('elementRegistry').get(label[0]), { name: label[1] });
    const bewaard = (await modeler.saveXML({ format: true })).xml;
    modeler.destroy();
    return { xml: bewaard, waarschuwingen: warnings.map((w) => w.message) };
  }, [xml, zeebe, nieuwLabel] as const);

interface MetId { readonly $type?: string; readonly id?: string }
const isVorm = (waarde: unknown): boolean => /^bpmndi:BPMN(Shape|Edge)$/.test((waarde as MetId | null)?.$type ?? '');
const opId = (a: MetId, b: MetId): number => String(a.id).localeCompare(String(b.id));

/** Het hele model als gewone waarde: attributen, uitbreidingen, luisteraars, koppen, tekening; een verwijzing is een id. */
async function boom(xml: string): Promise<unknown> {
  const { rootElement, warnings } = await new BpmnModdle({ zeebe }).fromXML(xml);
  expect(warnings).toEqual([]);
  const plat = (waarde: unknown, ouder: unknown): unknown => {
    // De volgorde van vormen op een blad zegt niets en Modeler zet ze op zijn eigen volgorde.
    if (Array.isArray(waarde)) return (waarde.some(isVorm) ? waarde.toSorted(opId) : waarde).map((w) => plat(w, ouder));
    if (waarde === null || typeof waarde !== 'object') return waarde;
    const element = waarde as Record<string, unknown> & { $type?: string; $parent?: unknown };
    if (element['$type'] && element['$parent'] !== undefined && element['$parent'] !== ouder) return `→ ${String(element['id'])}`;
    const velden = Object.entries(element).filter(([, v]) => typeof v !== 'function');
    return { soort: element['$type'], eigen: element['$type'] && { ...(element['$attrs'] as object) }, ...Object.fromEntries(velden.map(([k, v]) => [k, plat(v, element)])) };
  };
  return plat(rootElement, undefined);
}

describe('een model dat Camunda Modeler bewaart', () => {
  let browser: Browser;
  let pagina: Page;
  beforeAll(async () => {
    browser = await openTekenaar();
    pagina = await browser.newPage();
    await pagina.setContent('<div id="blad" style="width:1600px;height:1000px"></div>');
    await pagina.addScriptTag({ content: readFileSync(eis.resolve('bpmn-js/dist/bpmn-modeler.production.min.js'), 'utf8') });
  });
  afterAll(() => browser.close());

  it.each(modellen)('%s komt ongeschonden terug', async (file) => {
    const xml = readFileSync(join(DIR, file), 'utf8');
    const bewaard = await bewaar(pagina, xml);
    expect(bewaard.waarschuwingen).toEqual([]);
    expect(await boom(bewaard.xml)).toEqual(await boom(xml));
    const [voor, na] = await Promise.all([xml, bewaard.xml].map(async (x) => (await new BpmnModdle({ zeebe }).fromXML(x)).rootElement));
    expect(diff(voor, na)).toEqual({ _added: {}, _removed: {}, _changed: {}, _layoutChanged: {} });
  });

  it('en een label dat de proceseigenaar verandert is het enige dat verandert', async () => {
    const xml = readFileSync(join(DIR, 'duo-verzuimmelding.bpmn'), 'utf8');
    const bewaard = await bewaar(pagina, xml, ['CA_02_1', 'Melding aan DUO invullen']);
    expect(await modelVeranderingen('bpmn/duo-verzuimmelding.bpmn', xml, bewaard.xml)).toEqual(['naam van CA-02-1: "Verzuimmelding invullen" → "Melding aan DUO invullen"']);
    const proces = async (x: string): Promise<unknown> => ((await boom(x)) as { rootElements: unknown }).rootElements;
    expect(await proces(bewaard.xml)).toEqual(await proces(xml.replace('name="Verzuimmelding invullen"', 'name="Melding aan DUO invullen"')));
  });

  it('de vergelijking kijkt echt: een weggevallen kop of luisteraar, of een verschoven vorm, is een verschil', async () => {
    const xml = readFileSync(join(DIR, 'duo-verzuimmelding.bpmn'), 'utf8');
    const zonder = [/<zeebe:header [^>]*\/>/, /<zeebe:executionListener [^>]*\/>/, /zeebe:modelerTemplateVersion="1"/].map((patroon) => xml.replace(patroon, ''));
    for (const anders of [...zonder, xml.replace(/<dc:Bounds x="\d+"/, '<dc:Bounds x="1"')]) {
      expect(anders).not.toBe(xml);
      expect(await boom(anders)).not.toEqual(await boom(xml));
    }
  });
});
