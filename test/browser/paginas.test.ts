import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '../../beheer/access/permissions.ts';
import { VIEWS, SCREENS } from '../../scripts/paginas/screens.ts';
import { PASSWORD, startSampleApp } from '../../scripts/paginas/sample-app.ts';
import { startAanmelddienst } from '../beheer/helpers/oidc-provider.ts';
import { freePort } from '../helpers/free-port.ts';
import { aanmerkingen } from './helpers/axe.ts';
import { useSample } from './helpers/sample.ts';

const sample = useSample();
const { bekijk } = sample;
const WIDTHS = [...new Set(VIEWS.map(({ breed }) => breed))];
const COLOURS = [...new Set(VIEWS.map(({ kleur }) => kleur))];

describe.each(SCREENS)('$naam', (scherm) => {
  test.each(WIDTHS)('%i breed, licht en donker: axe heeft niets aan te merken, niets valt buiten beeld, niets komt van elders', async (breed) => {
    const klachten: string[] = [];
    const elders: string[] = [];
    const pagina = await bekijk(scherm, VIEWS.find((blik) => blik.breed === breed && blik.kleur === 'light')!, {
      vooraf: (nieuw) => {
        nieuw.on('console', (regel) => { if (['error', 'warning'].includes(regel.type())) klachten.push(regel.text()); });
        nieuw.on('request', (vraag) => { if (new URL(vraag.url()).origin !== sample.voorbeeld.url) elders.push(vraag.url()); });
      },
    });
    if (scherm.wacht !== undefined) await pagina.locator(scherm.wacht).waitFor();
    // De kleuren staan alleen in het stijlblad: dezelfde pagina, nog eens bekeken.
    for (const colorScheme of COLOURS) {
      await pagina.emulateMedia({ colorScheme });
      expect(await aanmerkingen(pagina), colorScheme).toEqual([]);
      expect(await pagina.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(elders).toEqual([]);
    // Een pagina die met opzet 403, 404 of 503 geeft staat zo in de console; verder zegt die niets, ook niet over het beveiligingsbeleid.
    expect(klachten.filter((zin) => !/Failed to load resource: the server responded with a status of (403|404|503)/.test(zin))).toEqual([]);
    expect(await pagina.locator('html').getAttribute('lang')).toBe('nl');
    expect(await pagina.locator('h1').count()).toBe(1);
    await pagina.close();
  });
});

test('met alleen het toetsenbord: aanmelden, de inhoud overslaan, naar Post en weer afmelden', async () => {
  sample.voorbeeld.anders();
  const context = await sample.browser.newContext({ locale: 'nl-NL' });
  const pagina = await context.newPage();
  const staatOp = (): Promise<string> => pagina.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.id || '');
  const tot = async (doel: string): Promise<void> => {
    for (let n = 0; n < 30 && (await staatOp()) !== doel; n++) await pagina.keyboard.press('Tab');
    expect(await staatOp()).toBe(doel);
    // Wie met het toetsenbord werkt moet zien waar hij is.
    const rand = await pagina.evaluate(() => { const stijl = getComputedStyle(document.activeElement as Element); return [stijl.outlineStyle, parseFloat(stijl.outlineWidth)]; });
    expect(rand).toEqual(['solid', expect.toSatisfy((breed: number) => breed >= 2)]);
  };
  await pagina.goto(`${sample.voorbeeld.url}/post`);
  await tot('naam');
  await pagina.keyboard.type('beheer');
  await tot('wachtwoord');
  await pagina.keyboard.type(PASSWORD);
  await pagina.keyboard.press('Enter');
  await pagina.getByRole('heading', { name: 'Post', level: 1 }).waitFor();

  expect((await pagina.locator('.nl-skip-link').boundingBox())?.y, 'niet in de weg').toBeLessThan(-40);
  await pagina.keyboard.press('Tab');
  expect(await staatOp()).toBe('Naar de inhoud');
  expect((await pagina.locator('.nl-skip-link').boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await pagina.keyboard.press('Enter');
  await expect.poll(() => pagina.evaluate(() => document.activeElement?.id)).toBe('inhoud');
  await pagina.keyboard.press('Tab');
  expect(await staatOp()).toBe('Start');
  await pagina.keyboard.press('Enter');
  await pagina.getByRole('heading', { name: 'Routeboek', level: 1 }).waitFor();
  await tot('Incidenten');
  await pagina.keyboard.press('Enter');
  await pagina.getByRole('heading', { name: 'Incidenten', level: 1 }).waitFor();
  await tot('Afmelden');
  await pagina.keyboard.press('Enter');
  await pagina.getByText('U bent afgemeld.').waitFor();
  await pagina.goto(`${sample.voorbeeld.url}/post`);
  expect(new URL(pagina.url()).pathname).toBe('/aanmelden');
  await context.close();
});

test('op papier staat de inhoud, zonder menu en knoppen', async () => {
  const pagina = await bekijk({ naam: 'post', pad: '/scholen', rol: 'applicatiebeheer' }, VIEWS[1]);
  await pagina.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await pagina.locator('.kop, .utrecht-breadcrumb-nav, .kaart form').evaluateAll((delen) => delen.map((deel) => getComputedStyle(deel).display))).toEqual(Array(14).fill('none'));
  expect(await pagina.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.querySelector('h1') as Element).color])).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  await pagina.close();
});

test('aanmelden en afmelden bij een aanmelddienst, in een echte browser: geen verwijzing wordt tegengehouden', async () => {
  const poort = await freePort();
  const url = `http://127.0.0.1:${poort}`;
  const dienst = await startAanmelddienst([url]);
  const beheer = await startSampleApp({ poort, delen: { url, oidc: dienst.oidc(url) } });
  const context = await sample.browser.newContext({ locale: 'nl-NL' });
  try {
    const pagina = await context.newPage();
    const klachten: string[] = [];
    pagina.on('console', (regel) => { if (/Content Security Policy/.test(regel.text())) klachten.push(regel.text()); });
    await pagina.goto(`${url}/?jaar=2025`);
    await pagina.getByRole('link', { name: 'Aanmelden bij uw organisatie' }).click();
    await pagina.getByRole('button', { name: 'Ga door als medewerker' }).click();
    await pagina.getByText('Marieke de Vries').waitFor();
    expect(pagina.url()).toBe(`${url}/?jaar=2025`);
    // De dienst draait hier op hetzelfde adres, en heeft haar eigen cookies.
    expect((await context.cookies(url)).filter(({ name }) => name === 'routeboek').map(({ httpOnly, sameSite }) => [httpOnly, sameSite])).toEqual([[true, 'Lax']]);
    expect(await pagina.evaluate(() => document.cookie)).toBe('');
    await pagina.getByRole('button', { name: 'Afmelden' }).click();
    await expect.poll(() => pagina.url()).toContain(`${dienst.issuer}/session/end`);
    expect(klachten).toEqual([]);
    await pagina.goto(url);
    expect(new URL(pagina.url()).pathname).toBe('/aanmelden');
  } finally {
    await context.close();
    await beheer.sluit();
    await dienst.sluit();
  }
});

describe('docs/paginas', () => {
  const BESTANDEN = SCREENS.flatMap(({ naam }) => VIEWS.map(({ achter }) => `${naam}${achter}.png`)).sort();

  test('heeft van elk scherm een afbeelding, breed en smal, licht en donker; npm run paginas maakt ze', () => {
    const map = join(import.meta.dirname, '../../docs/paginas');
    expect(existsSync(map) ? readdirSync(map).filter((bestand) => bestand.endsWith('.png')).sort() : []).toEqual(BESTANDEN);
  });

  test('elke pagina uit het menu is een scherm', () => {
    const paden = new Set(SCREENS.map(({ pad }) => pad));
    for (const { pad, menu } of PERMISSIONS) if (menu !== undefined) expect(paden, pad).toContain(pad);
  });
});
