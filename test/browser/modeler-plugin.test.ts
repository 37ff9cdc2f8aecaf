import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installPlugin, pluginDir } from '../../modeler/install.ts';
import { alleRegels, lintModel } from '../../nakijken/modellen/bpmnlint.ts';
import { leesModel } from '../../nakijken/modellen/lezen.ts';
import { openTekenaar } from '../../scripts/tekeningen/tekenaar.ts';

/**
 * De uitbreiding voor Camunda Modeler, geladen zoals Modeler dat doet: index.js bij zijn start, dan het script in de pagina, en de regels die
 * het aanmeldt in de controle van Modeler zelf (@camunda/linting, wat het foutenvenster vult).
 */
const ROOT = join(import.meta.dirname, '../..');
const MODEL = (naam: string): string => readFileSync(join(ROOT, `bpmn/${naam}.bpmn`), 'utf8');

interface Report { id: string; message: string; rule: string; category: string }
declare const RouteboekModeler: { Linter: new (options: unknown) => { lint(xml: string): Promise<Report[]> } };

let dir: string;
let browser: Browser;
let script: string;

/** Een kopie van de mappen van de proceseigenaar, waar een test iets aan mag toevoegen. */
function ownProject(): string {
  const project = join(dir, 'project');
  for (const map of ['bpmn', 'forms', 'koppelingen/mail/meldingen']) {
    mkdirSync(join(project, map), { recursive: true });
    cpSync(join(ROOT, map), join(project, map), { recursive: true });
  }
  return project;
}

/** Modeler start: index.js wordt geladen, en de pagina daarna met het script dat het noemt. */
async function startModeler(plugin: string): Promise<{ lint(xml: string): Promise<Report[]>; close(): Promise<void> }> {
  const eis = createRequire(import.meta.url);
  delete eis.cache[join(plugin, 'index.js')];
  const index = eis(join(plugin, 'index.js')) as { name: string; script: string };
  const pagina: Page = await browser.newPage();
  await pagina.addScriptTag({ content: readFileSync(join(plugin, index.script), 'utf8') });
  await pagina.addScriptTag({ content: script });
  return {
    lint: (xml) => pagina.evaluate((model) => {
      const plugins = (globalThis as unknown as { plugins: { plugin: unknown; type: string }[] }).plugins.filter(({ type }) => type === 'lintRules.cloud-bpmn').map(({ plugin: regels }) => regels);
      return new RouteboekModeler.Linter({ modeler: 'desktop', type: 'cloud', plugins }).lint(model);
    }, xml),
    close: () => pagina.close(),
  };
}

/** Wat er misgaat, zonder de adviezen die Modeler als waarschuwing toont. */
const errors = (reports: readonly Report[]): string[] => reports.filter(({ category }) => category === 'error' || category === 'rule-error').map(({ id, message, rule }) => `${rule} ${id}: ${message}`);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'routeboek-modeler-'));
  await installPlugin(join(dir, 'routeboek'), ownProject());
  const { outputFiles } = await build({ entryPoints: [join(ROOT, 'scripts/modeler/page.js')], bundle: true, format: 'iife', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent' });
  script = outputFiles[0]!.text;
  browser = await openTekenaar();
});
afterAll(async () => {
  await browser.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('het foutenvenster van Camunda Modeler met onze regels', () => {
  it('zegt bij geen enkel model van ons dat er iets fout is', async () => {
    const modeler = await startModeler(join(dir, 'routeboek'));
    for (const file of readdirSync(join(ROOT, 'bpmn')).filter((naam) => naam.endsWith('.bpmn'))) {
      expect(errors(await modeler.lint(readFileSync(join(ROOT, 'bpmn', file), 'utf8'))), file).toEqual([]);
    }
    await modeler.close();
  });

  it.each([
    ['een groep die niet bij de rol hoort', 'leerling-bespreken', (xml: string) => xml.replace('candidateGroups="=[groepen.ibEr]"', 'candidateGroups="=[groepen.schoolbestuur]"')],
    ['een formulier dat er niet is', 'leerling-bespreken', (xml: string) => xml.replace('formId="gesprek-ouders"', 'formId="gesprek-oudders"')],
    ['een jobtype met een tikfout', 'leerling-bespreken', (xml: string) => xml.replace('type="melding-versturen"', 'type="melding-versturn"')],
    ['een termijn die er niet is', 'av1', (xml: string) => xml.replace(/(source="=&#34;)[^&]+(&#34;" target="stap")/, '$1vierwekken$2')],
    ['een variabele die niets een waarde geeft', 'leerling-bespreken', (xml: string) => xml.replace('>=gesprekOuders.verzuimGestopt', '>=gesprekOudders.verzuimGestopt')],
  ] as const)('zegt bij %s hetzelfde als npm run lint', async (_wat, naam, wijzig) => {
    const xml = wijzig(MODEL(naam));
    expect(xml).not.toBe(MODEL(naam));
    const gelezen = await leesModel(`bpmn/${naam}.bpmn`, xml);
    if (!('model' in gelezen)) throw new Error(JSON.stringify(gelezen));
    const opDeOpdrachtregel = lintModel(gelezen.model, await alleRegels()).filter(({ regel }) => regel.startsWith('routeboek/')).map(({ tekst }) => tekst);
    expect(opDeOpdrachtregel).not.toEqual([]);
    const modeler = await startModeler(join(dir, 'routeboek'));
    const inModeler = (await modeler.lint(xml)).filter(({ rule }) => rule.startsWith('routeboek/'));
    await modeler.close();
    for (const tekst of opDeOpdrachtregel) expect(inModeler.map(({ message }) => message)).toContainEqual(tekst);
    expect(inModeler).toHaveLength(opDeOpdrachtregel.length);
  });

  it('kent na een nieuwe start van Modeler een formulier dat er is bij gekomen', async () => {
    const xml = MODEL('leerling-bespreken').replace('formId="gesprek-ouders"', 'formId="zorgen-delen"').replaceAll('&#34;gesprek-ouders&#34;', '&#34;zorgen-delen&#34;').replaceAll('&quot;gesprek-ouders&quot;', '&quot;zorgen-delen&quot;');
    const nieuw = join(dir, 'project/forms/zorgen-delen.form');
    const ontbreekt = (reports: Report[]): string[] => errors(reports).filter((regel) => /zorgen-delen/.test(regel));
    const eerst = await startModeler(join(dir, 'routeboek'));
    expect(ontbreekt(await eerst.lint(xml))).not.toEqual([]);
    await eerst.close();
    writeFileSync(nieuw, readFileSync(join(ROOT, 'forms/gesprek-ouders.form'), 'utf8').replace('"id": "gesprek-ouders"', '"id": "zorgen-delen"'));
    const daarna = await startModeler(join(dir, 'routeboek'));
    expect(ontbreekt(await daarna.lint(xml))).toEqual([]);
    await daarna.close();
  });
});

it('de uitbreiding komt waar Modeler op dit systeem zoekt', () => {
  const plek = 'camunda-modeler/resources/plugins/routeboek';
  expect(pluginDir('linux', {}, '/home/els')).toBe(join('/home/els/.config', plek));
  expect(pluginDir('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/els')).toBe(join('/cfg', plek));
  expect(pluginDir('darwin', {}, '/Users/els')).toBe(join('/Users/els/Library/Application Support', plek));
  expect(pluginDir('win32', { APPDATA: '/els/Roaming' }, '/els')).toBe(join('/els/Roaming', plek));
});
