import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelVeranderingen } from '../../wat-veranderde/model.ts';
import { openEditor } from '../../scripts/modeler/editor.ts';
import { openTekenaar } from '../../scripts/tekeningen/tekenaar.ts';

/**
 * Een model dat in Camunda Modeler wordt geopend en bewaard, komt ongeschonden terug. De editor van Camunda Modeler is camunda-bpmn-js;
 * dat is wat hier in chromium opent en bewaart.
 */
const eis = createRequire(import.meta.url);
const zeebe = eis('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;
const DIR = join(import.meta.dirname, '../../bpmn');
const modellen = readdirSync(DIR).filter((b) => b.endsWith('.bpmn'));
const tabellen = readdirSync(DIR).filter((b) => b.endsWith('.dmn'));

const SJABLOONMAP = join(DIR, '.camunda/element-templates');
const SJABLONEN = readdirSync(SJABLOONMAP).map((bestand) => JSON.parse(readFileSync(join(SJABLOONMAP, bestand), 'utf8')) as { id: string });

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
  let editor: Awaited<ReturnType<typeof openEditor>>;
  beforeAll(async () => {
    browser = await openTekenaar();
    editor = await openEditor(browser);
  });
  afterAll(() => browser.close());

  it.each(modellen)('%s ongewijzigd bewaren verandert geen regel, welk blad er ook openstaat', async (file) => {
    const xml = readFileSync(join(DIR, file), 'utf8');
    for (const [, blad] of xml.matchAll(/<bpmndi:BPMNPlane [^>]*bpmnElement="([^"]+)"/g)) {
      const bewaard = await editor.save(xml, { blad: blad! });
      expect(bewaard.warnings).toEqual([]);
      expect(bewaard.xml.split('\n').filter((regel, n) => regel !== xml.split('\n')[n]), blad).toEqual([]);
    }
  });

  it.each(modellen)('%s: een taak houdt alles wat zij heeft als haar sjabloon er opnieuw overheen gaat', async (file) => {
    const xml = readFileSync(join(DIR, file), 'utf8');
    const { xml: bewaard, unknown } = await editor.reapply(xml, SJABLONEN);
    expect(unknown, 'elk sjabloon bestaat').toEqual([]);
    expect(bewaard).toBe(xml);
  });

  it('kiest iemand bij een taak een ander formulier, dan blijft staan wat bij elk formulier hoort en gaat weg wat alleen bij het oude hoorde', async () => {
    const xml = readFileSync(join(DIR, 'brugplaats-zoeken.bpmn'), 'utf8');
    const invoer = (model: string): string[] => [...(/<bpmn:userTask id="brugplaats_kiezen"[\s\S]*?<\/bpmn:userTask>/.exec(model)?.[0] ?? '').matchAll(/<zeebe:input source="[^"]*" target="(\w+)"/g)].map(([, naam]) => naam!);
    expect(invoer(xml)).toEqual(expect.arrayContaining(['brugOpties', 'brugKeuzes']));
    const anders = await editor.chooseForm(xml, 'brugplaats_kiezen', 'brug-voortgang', SJABLONEN);
    expect(anders).toContain('<zeebe:input source="=&#34;brug-voortgang&#34;" target="formulier" />');
    expect(invoer(anders)).toEqual(invoer(xml).filter((naam) => !['brugOpties', 'brugKeuzes'].includes(naam)));
  });

  it.each(tabellen)('ook %s', async (file) => {
    const xml = readFileSync(join(DIR, file), 'utf8');
    const moddle = new DmnModdle();
    const { rootElement } = await moddle.fromXML(xml, 'dmn:Definitions');
    expect((await moddle.toXML(rootElement, { format: true })).xml).toBe(xml);
  });

  it.each([
    ['leerling-bespreken', 'team_inlichten', undefined, ['N-01 Nieuwe leerling om te bespreken', 'N-02 en N-03']],
    ['kernteam', 'KT_07e', undefined, ['KT-05', 'vierweken']],
    ['leerling-bespreken', 'gesprek_ouders', undefined, ['Gesprek ouders', 'IB-er', 'Schoolbestuur', 'Wie de regie heeft']],
    ['meldcode', 'MC_02', undefined, ['Meldcode weging', 'IB-er']],
    ['casus', 'aanmelding_verbeteren', 'routeboek.gebruikerstaak', ['Aanmelding verbeteren', 'IB-er']],
  ] as const)('het eigenschappenpaneel biedt bij %s, %s keuzelijsten in het Nederlands', async (model, id, sjabloon, keuzes) => {
    const xml = readFileSync(join(DIR, `${model}.bpmn`), 'utf8');
    const { soorten, opties } = await editor.panel(xml, id, SJABLONEN, sjabloon);
    expect(soorten.length).toBeGreaterThan(0);
    expect(opties).toEqual(expect.arrayContaining([...keuzes]));
  });

  it('en een label dat de proceseigenaar verandert is het enige dat verandert', async () => {
    const xml = readFileSync(join(DIR, 'duo-verzuimmelding.bpmn'), 'utf8');
    const bewaard = await editor.save(xml, { label: ['CA_02_1', 'Melding aan DUO invullen'] });
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
