import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { VIEWS, type Screen } from '../../scripts/paginas/screens.ts';
import { contrast } from '../beheer/kaart/contrast.ts';
import { tekstOpVlak } from './helpers/tekening.ts';
import { useSample } from './helpers/sample.ts';

const sample = useSample();
const { bekijk } = sample;

const JAAR = 'schooljaar=2025-2026';
const scherm = (pad: string): Screen => ({ naam: 'kaart', pad, rol: 'swv-management' });
const open = async (pad: string, blik = 0): Promise<Page> => {
  const pagina = await bekijk(scherm(pad), VIEWS[blik]!);
  await pagina.locator('#kaart[data-klaar]').waitFor();
  return pagina;
};
/** De getallen in de tekening van het blad dat open is. */
const labels = (pagina: Page): Promise<string[]> => pagina.locator('.kaart-labels text').allTextContents();

describe('de hitte staat in de tekening', () => {
  test('het getal bij een stap is dat van de tabel, en het schuift en zoomt mee', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}`);
    const inTabel = (await pagina.locator('tr[data-id="KT_06w"] td.getal').first().textContent()) ?? '';
    expect(Number(inTabel)).toBeGreaterThanOrEqual(5);
    expect(await labels(pagina)).toContain(inTabel);
    const afstand = async (): Promise<number> => {
      const [stap, getal] = [(await pagina.locator('[data-element-id="KT_06w"]').boundingBox())!, (await pagina.locator('.kaart-labels text', { hasText: new RegExp(`^${inTabel}$`) }).first().boundingBox())!];
      return (getal.x - stap.x) / stap.width;
    };
    const eerst = await afstand();
    await pagina.getByRole('button', { name: 'Inzoomen' }).click();
    await pagina.getByRole('button', { name: 'Inzoomen' }).click();
    expect(await afstand()).toBeCloseTo(eerst, 1);
    await pagina.close();
  });

  test.each(['nu', 'duur', 'termijn', 'paden'].flatMap((beeld) => [[beeld, 0], [beeld, 1]] as const))('%s: elke tekst in de tekening is leesbaar op wat eronder ligt (blik %i)', async (beeld, blik) => {
    const pagina = await open(`/kaart/kernteam?${JAAR}&beeld=${beeld}`, blik);
    const paren = await tekstOpVlak(pagina, '#kaart');
    expect(paren.length).toBeGreaterThan(30);
    expect(paren.filter(([, inkt, vlak]) => contrast(inkt, vlak) < 4.5)).toEqual([]);
    await pagina.close();
  });

  test('de rolkleuren zijn weg: zonder kinderen is een stap papier', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}&beeld=paden`);
    expect(new Set(await pagina.locator('.djs-shape[data-element-id^="KT_"] .djs-visual > rect:first-child').evaluateAll((vlakken) => vlakken.map((v) => getComputedStyle(v).fill)))).toEqual(new Set(['rgb(255, 255, 255)']));
    await pagina.close();
  });

  test('van licht naar donker wisselt de tekening mee', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}`);
    const vlak = (): Promise<string> => pagina.locator('[data-element-id="KT_06w"] .djs-visual > rect').first().evaluate((v) => getComputedStyle(v).fill);
    const licht = await vlak();
    await pagina.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(vlak).not.toBe(licht);
    await pagina.close();
  });
});

describe('naar binnen en terug', () => {
  test('een aangeroepen proces opent zijn eigen kaart met hetzelfde filter; een kruimel leidt terug', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}&beeld=duur`);
    await pagina.locator('[data-element-id="KT_07"] .djs-hit').first().click({ force: true });
    await pagina.waitForURL('**/kaart/escalatie-bespreken?**');
    expect(new URL(pagina.url()).search).toBe(`?beeld=duur&${JAAR}&via=kernteam`);
    await pagina.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link', { name: 'Verzuimroute met kernteam' }).click();
    await pagina.waitForURL('**/kaart/kernteam?**');
    expect(new URL(pagina.url()).search).toBe(`?beeld=duur&${JAAR}`);
    await pagina.close();
  });

  test('een deelproces opent zijn blad, met alleen zijn eigen getallen; het adres onthoudt het, en terug is het er weer af', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}&beeld=termijn`);
    const buiten = await labels(pagina);
    await pagina.locator('[data-element-id="SP_KT_05"] .djs-hit').first().click({ force: true });
    await expect.poll(() => new URL(pagina.url()).searchParams.get('blad')).toBe('SP_KT_05');
    const binnen = await labels(pagina);
    expect(binnen.length).toBeGreaterThan(0);
    expect(binnen.length).toBeLessThan(buiten.length);
    await pagina.reload();
    await pagina.locator('#kaart[data-klaar]').waitFor();
    expect(await labels(pagina)).toEqual(binnen);
    await pagina.locator('.bjs-breadcrumbs a').first().click();
    await expect.poll(() => new URL(pagina.url()).searchParams.get('blad')).toBeNull();
    expect(await labels(pagina)).toEqual(buiten);
    expect(await pagina.locator('.kaart-labels').count(), 'niets van het andere blad blijft achter').toBe(1);
    await pagina.close();
  });
});

describe('de tabel en de tekening', () => {
  test('met het toetsenbord: sorteren, een stap in de tekening tonen, en de stap openen', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}`);
    const namen = (): Promise<string[]> => pagina.locator('[data-tabel] tbody tr').evaluateAll((rijen) => rijen.map((r) => r.getAttribute('data-id') ?? ''));
    const voor = await namen();
    await pagina.getByRole('columnheader', { name: 'Wat' }).getByRole('button').focus();
    await pagina.keyboard.press('Enter');
    expect(await pagina.locator('th[aria-sort="ascending"]').textContent()).toBe('Wat');
    expect(new URL(pagina.url()).searchParams.get('sorteer')).toBe('wat');
    const na = await namen();
    expect(na).not.toEqual(voor);
    await pagina.reload();
    expect(await namen(), 'zonder script staat de tabel in dezelfde volgorde').toEqual(na);
    await pagina.locator('#kaart[data-klaar]').waitFor();
    await pagina.locator('[data-toon="KT_05"]').focus();
    await pagina.keyboard.press('Enter');
    await expect.poll(() => pagina.locator('[data-element-id="KT_05"].kaart-keus').count()).toBe(1);
    expect(await pagina.locator('tr[aria-current="true"]').getAttribute('data-id')).toBe('KT_05');
    expect(await pagina.getByRole('status').filter({ hasText: 'Regisseur bestuur aanwijzen' }).count()).toBe(1);
    await pagina.close();
  });

  test('wie in de tekening een stap kiest, kiest haar rij', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}`);
    await pagina.locator('[data-element-id="eg_KT_14"] .djs-hit').first().click({ force: true });
    expect(await pagina.locator('tr[aria-current="true"]').getAttribute('data-id')).toBe('eg_KT_14');
    await pagina.close();
  });

  test('zonder script staan alle getallen er ook, en werken filter en sorteren', async () => {
    const gewoon = await open(`/kaart/kernteam?${JAAR}`);
    const cookies = await gewoon.context().cookies();
    const tabel = await gewoon.locator('[data-tabel] tbody td').allTextContents();
    const context = await sample.browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false });
    await context.addCookies(cookies);
    const pagina = await context.newPage();
    await pagina.goto(`${sample.voorbeeld.url}/kaart/kernteam?${JAAR}`);
    expect(await pagina.locator('[data-tabel] tbody td').allTextContents()).toEqual(tabel);
    await pagina.getByRole('columnheader', { name: 'Stap' }).getByRole('button').click();
    expect(new URL(pagina.url()).searchParams.get('sorteer')).toBe('stap');
    await pagina.locator('summary', { hasText: 'Filter' }).click();
    await pagina.getByLabel('Alleen deze kinderen').selectOption('school:10AB');
    await pagina.getByRole('button', { name: 'Toon' }).click();
    expect(new URL(pagina.url()).search).toBe(`?${JAAR}&school=10AB`);
    await context.close();
    await gewoon.close();
  });
});

describe('als er iets mis is', () => {
  test('is het model niet te halen, dan zegt de pagina dat en blijft de tabel', async () => {
    const pagina = await open(`/kaart/kernteam?${JAAR}`);
    await pagina.route('**/kaart/kernteam/model-*', (route) => route.abort());
    await pagina.reload();
    await pagina.getByRole('alert').filter({ hasText: 'De tekening is nu niet te laden' }).waitFor();
    expect(await pagina.locator('[data-tabel] tbody tr').count()).toBeGreaterThan(10);
    await pagina.close();
  });
});

test('de export is een SVG op wit met de hitte erin, ook vanuit het donker, en de tekening blijft zoals zij was', async () => {
  const pagina = await open(`/kaart/kernteam?${JAAR}`, 1);
  const voor = await pagina.locator('.kaart-labels').innerHTML();
  const [bestand] = await Promise.all([pagina.waitForEvent('download'), pagina.locator('[data-actie="svg"]').click()]);
  const svg = await readFile(await bestand.path(), 'utf8');
  expect(svg).toContain('class="kaart-labels"');
  expect(svg).not.toMatch(/djs-hit|djs-outline/);
  expect(svg).toContain('fill="#ffffff"');
  const inBestand = [...svg.matchAll(/<text [^>]*>([^<]+)<\/text>/g)].map((m) => m[1]);
  for (const getal of await labels(pagina)) expect(inBestand).toContain(getal.replace('<', '&lt;'));
  expect(await pagina.locator('.kaart-labels').innerHTML()).toBe(voor);
  await pagina.close();
});
