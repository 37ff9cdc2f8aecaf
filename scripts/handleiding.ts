import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bewaarPagina } from '../proef/pagina/bewaren.ts';
import { voorbeeld } from '../test/proef/voorbeeld.ts';
import { installPlugin } from '../modeler/install.ts';
import { openTekenaar, withFonts } from './tekeningen/tekenaar.ts';

/**
 * `npm run handleiding`: maakt de afbeeldingen in de handleiding van de proceseigenaar: de editor van Camunda Modeler met onze sjablonen en
 * de tekens bij een vergissing die onze regels vinden, en de pagina van een proef.
 */
const ROOT = join(import.meta.dirname, '..');
const eis = createRequire(import.meta.url);
const css = (naam: string): string => readFileSync(eis.resolve(naam), 'utf8');
/** De editor, rechts zijn eigenschappenpaneel, en eronder wat het venster Problems zegt. */
const PAGE = `<body style="margin:0;font-family:Arial"><div style="display:flex"><div id="blad" style="flex:1;height:440px"></div><div id="paneel" style="width:380px;height:440px;overflow:hidden;border-left:1px solid #ccc"></div></div>
  <div style="height:120px;border-top:1px solid #ccc;padding:12px 16px;box-sizing:border-box;font-size:14px"><b>Problems</b><ul id="fouten" style="margin:10px 0 0;padding-left:20px;line-height:1.5"></ul></div></body>`;
const TEMPLATES = join(ROOT, 'bpmn/.camunda/element-templates');

interface Modeler {
  importXML(xml: string): Promise<unknown>;
  get(naam: string): never;
}
declare const BpmnModeler: new (options: unknown) => Modeler;
declare const RouteboekModeler: { Linter: new (options: unknown) => { lint(xml: string): Promise<unknown[]> }; lintingModule: unknown };

const dir = mkdtempSync(join(tmpdir(), 'routeboek-handleiding-'));
const browser = await openTekenaar();
try {
  await installPlugin(dir, ROOT);
  const { outputFiles } = await build({ entryPoints: [join(import.meta.dirname, 'modeler/page.js')], bundle: true, format: 'iife', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent' });
  const pagina = await browser.newPage({ viewport: { width: 1280, height: 560 }, locale: 'nl-NL' });
  await withFonts(pagina, PAGE);
  for (const naam of ['camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css', 'camunda-bpmn-js/dist/assets/properties-panel.css', 'camunda-bpmn-js/dist/assets/element-templates.css', '@camunda/linting/assets/linting.css']) await pagina.addStyleTag({ content: css(naam) });
  await pagina.addScriptTag({ content: readFileSync(eis.resolve('camunda-bpmn-js/dist/camunda-cloud-modeler.production.min.js'), 'utf8') });
  await pagina.addScriptTag({ content: readFileSync(join(dir, 'client.js'), 'utf8') });
  await pagina.addScriptTag({ content: outputFiles[0]!.text });
  // Een vergissing zoals zij gebeurt: een mail met een nummer dat er niet is.
  const xml = readFileSync(join(ROOT, 'bpmn/leerling-bespreken.bpmn'), 'utf8').replace('key="meldingen" value="N-01"', 'key="meldingen" value="N-010"');
  const templates = readdirSync(TEMPLATES).map((file) => JSON.parse(readFileSync(join(TEMPLATES, file), 'utf8')) as unknown);
  await pagina.evaluate(async ([model, sjablonen]) => {
    const modeler = new BpmnModeler({ container: '#blad', propertiesPanel: { parent: '#paneel' }, additionalModules: [RouteboekModeler.lintingModule], linting: { active: true } });
    (modeler.get('elementTemplatesLoader') as { setTemplates(t: unknown): void }).setTemplates(sjablonen);
    await modeler.importXML(model);
    const plugins = (globalThis as unknown as { plugins: { plugin: unknown }[] }).plugins.map(({ plugin }) => plugin);
    const reports = await new RouteboekModeler.Linter({ modeler: 'desktop', type: 'cloud', plugins }).lint(model) as { id: string; message: string }[];
    const registry = modeler.get('elementRegistry') as { get(id: string): { businessObject: { name: string } } };
    (modeler.get('linting') as { setErrors(reports: unknown): void }).setErrors(reports);
    for (const { id, message } of reports) document.getElementById('fouten')!.appendChild(document.createElement('li')).textContent = `${registry.get(id).businessObject.name}: ${message}`;
    (modeler.get('canvas') as { viewbox(box: unknown): void }).viewbox({ x: 760, y: 60, width: 640, height: 310 });
    (modeler.get('selection') as { select(element: unknown): void }).select(registry.get('team_inlichten'));
    Object.assign(globalThis, { modeler });
  }, [xml, templates] as const);
  await pagina.locator('[data-group-id$="instellingen"] .bio-properties-panel-group-header').click();
  await pagina.locator('#paneel select').first().waitFor();
  mkdirSync(join(ROOT, 'docs/handleiding'), { recursive: true });
  await pagina.screenshot({ path: join(ROOT, 'docs/handleiding/modeler.png') });
  console.log('- docs/handleiding/modeler.png gemaakt');

  await pagina.evaluate(() => {
    const { modeler } = globalThis as unknown as { modeler: Modeler };
    const taak = (modeler.get('elementRegistry') as { get(id: string): unknown }).get('gesprek_ouders');
    const canvas = modeler.get('canvas') as { setRootElement(root: unknown): void; findRoot(element: unknown): unknown };
    canvas.setRootElement(canvas.findRoot(taak));
    (modeler.get('selection') as { select(element: unknown): void }).select(taak);
  });
  await pagina.addStyleTag({ content: '#paneel, #blad { height: 860px !important } #paneel .bio-properties-panel-feel-editor-container, #paneel .cm-editor { height: auto !important; min-height: 0 !important }' });
  await pagina.setViewportSize({ width: 1280, height: 980 });
  await pagina.locator('[data-group-id$="-taak"] .bio-properties-panel-group-header').click();
  await pagina.locator('#paneel').screenshot({ path: join(ROOT, 'docs/handleiding/taak.png') });
  console.log('- docs/handleiding/taak.png gemaakt');

  const proef = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL' });
  await proef.goto(pathToFileURL(await bewaarPagina(dir, await voorbeeld())).href);
  await proef.locator('html[data-klaar]').waitFor();
  await proef.screenshot({ path: join(ROOT, 'docs/handleiding/proef.png'), fullPage: true });
  console.log('- docs/handleiding/proef.png gemaakt');
} finally {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
}
