import { build } from 'esbuild';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { example, formulier, zonderGetypt } from '../formulieren/helpers/forms.ts';
import { CONTEXT } from '../formulieren/helpers/prefilled.ts';
import { metGetypt } from '../formulieren/helpers/typed.ts';
import { openBrowser } from './helpers/tasklist.ts';

let browser: Browser;
const bundels = new Map<string, string>();

beforeAll(async () => {
  browser = await openBrowser();
  for (const pakket of ['form-js-viewer-86', '@bpmn-io/form-js-viewer']) {
    const { outputFiles } = await build({ entryPoints: [createRequire(import.meta.url).resolve(pakket)], bundle: true, write: false, format: 'iife', globalName: 'FormJs', platform: 'browser', logLevel: 'silent', define: { 'process.env.NODE_ENV': '"production"' } });
    bundels.set(pakket, outputFiles[0]?.text ?? '');
  }
}, 120_000);
afterAll(() => browser?.close());

/** Een formulier in een echte browser, zonder Tasklist eromheen. */
async function open(pakket: string, locale: string, naam: string, waarden: Record<string, unknown>): Promise<Page> {
  const context = await browser.newContext({ locale, timezoneId: 'Europe/Amsterdam', viewport: { width: 1200, height: 3000 } });
  const pagina = await context.newPage();
  await pagina.setContent('<!doctype html><html><body><div id="plek"></div></body></html>');
  await pagina.addScriptTag({ content: bundels.get(pakket) as string });
  const schema = formulier(naam);
  await pagina.evaluate(async ([vorm, gegevens]) => {
    const { FormJs } = globalThis as unknown as { FormJs: { Form: new (o: object) => { importSchema(s: unknown, d: unknown): Promise<unknown> } } };
    const form = new FormJs.Form({ container: document.querySelector('#plek') });
    Object.assign(globalThis, { form });
    await form.importSchema(vorm, gegevens);
  }, [schema, metGetypt(schema, { ...CONTEXT, ...waarden })] as const);
  return pagina;
}
const stuur = (pagina: Page): Promise<{ data: Record<string, unknown>; errors: Record<string, unknown> }> =>
  pagina.evaluate(() => (globalThis as unknown as { form: { submit(): never } }).form.submit());

/** Typt in het veld waar de cursor staat en gaat met Tab verder, zodra het formulier opnieuw getekend is; sneller typt geen mens. */
async function typ(pagina: Page, tekst: string): Promise<void> {
  await pagina.keyboard.type(tekst);
  await pagina.keyboard.press('Tab');
  const beeld = (): Promise<string> => pagina.evaluate(() => new Promise<string>((klaar) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => klaar(document.querySelector('#plek')?.innerHTML ?? '')), 100))));
  let was = '';
  for (let nu = await beeld(); nu !== was; nu = await beeld()) was = nu;
}
async function typIn(pagina: Page, veld: Locator, tekst: string): Promise<void> {
  await veld.fill('');
  await veld.focus();
  await typ(pagina, tekst);
}

describe.each(['form-js-viewer-86', '@bpmn-io/form-js-viewer'])('%s', (pakket) => {
  test.each(['nl-NL', 'en-US'])('in een browser in %s is 05-09-2025 vijf september, bestaat 31-04-2018 niet, en is 1.500 geen anderhalf', async (locale) => {
    const pagina = await open(pakket, locale, 'gesprek-ouders', { ...example('gesprek-ouders'), gesprekDatum: null, urenBesteed: null });
    const datum = pagina.getByLabel('Datum van het gesprek');
    const uren = pagina.getByLabel('Bestede uren');
    await typIn(pagina, datum, '05-09-2025');
    await typIn(pagina, uren, '2,5');
    await expect.poll(async () => {
      const { data, errors } = await stuur(pagina);
      return [errors, data['gesprekDatum'], data['urenBesteed']];
    }).toEqual([{}, '2025-09-05', 2.5]);
    await typIn(pagina, datum, '31-04-2018');
    await typIn(pagina, uren, '1.500');
    await expect.poll(async () => Object.keys((await stuur(pagina)).errors).sort()).toEqual(['Field_gesprekDatum', 'Field_urenBesteed']);
    await pagina.getByText('Datum van het gesprek: geef een bestaande datum').waitFor();
    expect(await datum.inputValue()).toBe('31-04-2018');
    await pagina.context().close();
  });

  test('wie met Tab van getal naar tekst gaat, houdt zijn eerste letter', async () => {
    const pagina = await open(pakket, 'nl-NL', 'vooroverleg-escalatie', { ...example('vooroverleg-escalatie'), dagenThuisWeek: null, boodschapAanOuders: null });
    await typIn(pagina, pagina.getByLabel('Dagen per week thuis'), '3,5');
    await typ(pagina, 'Wij bellen elke ochtend.');
    await expect.poll(async () => {
      const { data, errors } = await stuur(pagina);
      return [errors, data['dagenThuisWeek'], data['boodschapAanOuders']];
    }).toEqual([{}, 3.5, 'Wij bellen elke ochtend.']);
    await pagina.context().close();
  });

  test('in een rij van een lijst gaat het net zo', async () => {
    const pagina = await open(pakket, 'en-US', 'verzuimstand', { ...example('verzuimstand'), regels: [{ datum: '2025-09-11', uren: 2, dagdelen: '1', soort: 'ZIEKTE' }] });
    const datum = pagina.locator('input[id*="Field_regels_datum"]');
    expect(await datum.inputValue()).toBe('11-09-2025');
    await typIn(pagina, datum, '05-09-2025');
    await typIn(pagina, pagina.locator('input[id*="Field_regels_uren"]'), '2,75');
    await expect.poll(async () => zonderGetypt((await stuur(pagina)).data['regels'])).toEqual([{ datum: '2025-09-05', uren: 2.75, dagdelen: '1', soort: 'ZIEKTE' }]);
    await pagina.context().close();
  });
});
