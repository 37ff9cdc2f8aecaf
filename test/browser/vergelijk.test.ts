import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { VIEWS } from '../../scripts/paginas/screens.ts';
import { contrast } from '../beheer/kaart/contrast.ts';
import { aanmerkingen } from './helpers/axe.ts';
import { pdfTekst } from './helpers/pdf.ts';
import { tekstOpVlak } from './helpers/tekening.ts';
import { useSample } from './helpers/sample.ts';

const sample = useSample();
const { bekijk } = sample;

const JAREN = 'a.schooljaar=2024-2025&b.schooljaar=2025-2026';
const DOEKEN = ['#kaart-a', '#kaart-b', '#kaart-verschil'] as const;
const open = async (pad: string, blik = 0, wacht = '#kaart-verschil[data-klaar]'): Promise<Page> => {
  const pagina = await bekijk({ naam: 'vergelijk', pad, rol: 'swv-management' }, VIEWS[blik]!);
  await pagina.locator(wacht).waitFor();
  return pagina;
};
/** De getallen in een tekening. */
const labels = (pagina: Page, doek: string): Promise<string[]> => pagina.locator(`${doek} .kaart-labels text`).allTextContents();
/** Hoe groot een tekening is en waar zij staat, op een tiende beeldpunt: de een schrijft haar matrix met meer cijfers dan de ander. */
const stand = async (pagina: Page, doek: string): Promise<string> => ((await pagina.locator(`${doek} .viewport`).getAttribute('transform')) ?? '').match(/-?[\d.]+/g)!.map((n) => Number(n).toFixed(1)).join(' ');
const parameters = (pagina: Page): Record<string, string> => Object.fromEntries(new URL(pagina.url()).searchParams);

describe('twee schooljaren naast elkaar', () => {
  test('breed naast elkaar, smal onder elkaar; elk met haar kop, en eronder het verschil', async () => {
    for (const blik of [0, 2]) {
      const pagina = await open('/vergelijk', blik);
      expect(await pagina.locator('.vergelijk-kop').allTextContents()).toEqual(['A Schooljaar 2024-2025', 'B Schooljaar 2025-2026']);
      const [a, b, verschil] = await Promise.all(DOEKEN.map(async (doek) => (await pagina.locator(doek).boundingBox())!));
      if (blik === 0) expect([b!.y, b!.x > a!.x + a!.width]).toEqual([a!.y, true]);
      else expect([b!.x, b!.y > a!.y + a!.height]).toEqual([a!.x, true]);
      expect(verschil!.y).toBeGreaterThan(b!.y + b!.height);
      await pagina.close();
    }
  });

  test('de getallen in de drie tekeningen zijn die van de tabel', async () => {
    const pagina = await open(`/vergelijk?${JAREN}`);
    // Welke stap verschilt, hangt van de dag af waarop het voorbeeld is gemaakt: de eerste die aan beide kanten een getal heeft en verschilt.
    const rijen = await Promise.all((await pagina.locator('tr[data-id]').all()).map((rij) => rij.locator('td.getal').allTextContents()));
    const [a, b, verschil] = rijen.find(([a, b]) => Number(a) >= 1 && Number(b) >= 1 && a !== b)!;
    expect(verschil).toBe(`${Number(b) > Number(a) ? '+' : '−'}${Math.abs(Number(b) - Number(a))}`);
    expect(await labels(pagina, '#kaart-a')).toContain(`${a!} d`);
    expect(await labels(pagina, '#kaart-b')).toContain(`${b!} d`);
    expect(await labels(pagina, '#kaart-verschil')).toEqual(expect.arrayContaining([verschil, `${a!} → ${b!}`]));
    await pagina.close();
  });

  test('A en B schuiven en zoomen samen; het verschil blijft staan', async () => {
    const pagina = await open(`/vergelijk?${JAREN}`);
    expect(await stand(pagina, '#kaart-b')).toBe(await stand(pagina, '#kaart-a'));
    const eerst = await Promise.all(DOEKEN.map((doek) => stand(pagina, doek)));
    await pagina.locator('#kaart-b').getByRole('button', { name: 'Inzoomen' }).click();
    expect(await stand(pagina, '#kaart-a')).not.toBe(eerst[0]);
    expect(await stand(pagina, '#kaart-b')).toBe(await stand(pagina, '#kaart-a'));
    expect(await stand(pagina, '#kaart-verschil')).toBe(eerst[2]);
    await pagina.close();
  });

  test('een deelproces gaat in alle drie open, en het adres onthoudt het', async () => {
    const pagina = await open(`/vergelijk?${JAREN}`);
    const buiten = await labels(pagina, '#kaart-verschil');
    await pagina.locator('#kaart-a [data-element-id="SP_KT_05"] .djs-hit').first().click({ force: true });
    await expect.poll(() => parameters(pagina)['blad']).toBe('SP_KT_05');
    const binnen = await Promise.all(DOEKEN.map((doek) => labels(pagina, doek)));
    expect(binnen[2]).not.toEqual(buiten);
    await pagina.reload();
    await pagina.locator('#kaart-verschil[data-klaar]').waitFor();
    expect(await Promise.all(DOEKEN.map((doek) => labels(pagina, doek)))).toEqual(binnen);
    await pagina.close();
  });

  test('wie in een tekening een stap kiest, kiest haar in alle drie en in de tabel', async () => {
    const pagina = await open(`/vergelijk?${JAREN}`);
    await pagina.locator('#kaart-verschil [data-element-id="eg_KT_14"] .djs-hit').first().click({ force: true });
    expect(await pagina.locator('tr[aria-current="true"]').getAttribute('data-id')).toBe('eg_KT_14');
    for (const doek of DOEKEN) expect(await pagina.locator(`${doek} [data-element-id="eg_KT_14"].kaart-keus`).count(), doek).toBe(1);
    expect(await pagina.locator('[data-gekozen]:not([hidden])').count(), 'één paneel').toBe(1);
    await pagina.close();
  });

  test.each([['duur', 0], ['duur', 1], ['termijn', 0], ['termijn', 1], ['klaar', 0], ['klaar', 1]] as const)('%s: elke tekst in de tekening van het verschil is leesbaar op wat eronder ligt (blik %i)', async (beeld, blik) => {
    const pagina = await open(`/vergelijk?${JAREN}&beeld=${beeld}`, blik);
    const paren = await tekstOpVlak(pagina, '#kaart-verschil');
    expect(paren.length).toBeGreaterThan(30);
    expect(paren.filter(([, inkt, vlak]) => contrast(inkt, vlak) < 4.5)).toEqual([]);
    await pagina.close();
  });
});

describe('met het toetsenbord', () => {
  test('sorteren op het verschil, een stap in de tekening tonen, en een andere kant kiezen', async () => {
    const pagina = await open(`/vergelijk?${JAREN}`);
    const verschillen = (): Promise<string[]> => pagina.locator('[data-tabel] tbody tr td:nth-child(5)').allTextContents();
    const voor = await verschillen();
    await pagina.getByRole('columnheader', { name: 'Klaar: mediaan schooldagen, Verschil' }).getByRole('button').focus();
    await pagina.keyboard.press('Enter');
    expect(parameters(pagina)['sorteer']).toBe('mediaanVerschil');
    const getallen = (await verschillen()).filter((t) => /\d/.test(t)).map((t) => Number(t.replace('−', '-')));
    expect(getallen).toEqual([...getallen].sort((x, y) => x - y));
    expect(await verschillen()).not.toEqual(voor);
    expect(await pagina.locator('th[aria-sort="ascending"]').count()).toBe(1);

    await pagina.locator('[data-toon="KT_01"]').focus();
    await pagina.keyboard.press('Enter');
    expect(await pagina.getByRole('status').filter({ hasText: 'Leerling bespreken' }).textContent()).toContain('Verschil');

    await pagina.locator('summary', { hasText: 'Kies B' }).focus();
    await pagina.keyboard.press('Enter');
    await pagina.locator('#b\\.filter-kenmerk').selectOption('bestuur:Stichting Wijzer');
    await pagina.locator('.vergelijk-kant', { hasText: 'Kies B' }).getByRole('button', { name: 'Toon' }).focus();
    await pagina.keyboard.press('Enter');
    await pagina.waitForURL('**bestuur**');
    expect(parameters(pagina)).toMatchObject({ 'a.schooljaar': '2024-2025', 'b.schooljaar': '2025-2026', 'b.bestuur': 'Stichting Wijzer' });
    await pagina.close();
  });

  test('zonder script: dezelfde tabel, en proces, kant en volgorde zijn te kiezen', async () => {
    const gewoon = await open(`/vergelijk?${JAREN}`);
    const tabel = await gewoon.locator('[data-tabel] tbody td').allTextContents();
    const context = await sample.browser.newContext({ locale: 'nl-NL', javaScriptEnabled: false });
    await context.addCookies(await gewoon.context().cookies());
    const pagina = await context.newPage();
    await pagina.goto(`${sample.voorbeeld.url}/vergelijk?${JAREN}`);
    expect(await pagina.locator('[data-tabel] tbody td').allTextContents()).toEqual(tabel);
    await pagina.getByRole('columnheader', { name: 'Kinderen (n), B' }).getByRole('button').click();
    expect(parameters(pagina)['sorteer']).toBe('-kinderenB');
    await pagina.getByLabel('Proces').selectOption('leerling-bespreken');
    await pagina.getByRole('button', { name: 'Kies', exact: true }).click();
    expect(parameters(pagina)).toEqual({ proces: 'leerling-bespreken', 'a.schooljaar': '2024-2025', 'b.schooljaar': '2025-2026' });
    await context.close();
    await gewoon.close();
  });
});

describe('als er iets mis is', () => {
  test('is het model niet te halen, dan zegt de pagina dat en blijft de tabel', async () => {
    const pagina = await open(`/vergelijk?${JAREN}`);
    await pagina.route('**/kaart/kernteam/model-*', (route) => route.abort());
    await pagina.reload();
    await pagina.getByRole('alert').filter({ hasText: 'De tekening is nu niet te laden' }).first().waitFor();
    expect(await pagina.locator('[data-tabel] tbody tr').count()).toBeGreaterThan(10);
    await pagina.close();
  });

  test.each([0, 1, 2, 3])('wat niet klopt: welk veld van welke kant, en axe heeft niets aan te merken (blik %i)', async (blik) => {
    const pagina = await open('/vergelijk?a.groep=9&b.shool=x', blik, 'h1');
    expect(await pagina.getByRole('alert').locator('li').allTextContents()).toEqual(['A: Bij groep wordt een groep van 1 tot en met 8 verwacht.', 'B: onbekend filter: shool.']);
    expect(await aanmerkingen(pagina)).toEqual([]);
    expect(await pagina.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await pagina.close();
  });
});

test.each([0, 3])('ook met beide filters open en een stap gekozen heeft axe niets aan te merken, en valt niets buiten beeld (blik %i)', async (blik) => {
  const pagina = await open(`/vergelijk?${JAREN}`, blik);
  for (const letter of ['A', 'B']) await pagina.locator('summary', { hasText: `Kies ${letter}` }).click();
  await pagina.locator('[data-toon="KT_01"]').click();
  expect(await aanmerkingen(pagina)).toEqual([]);
  expect(await pagina.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await pagina.close();
});

test('op papier: A en B op één vel met waarover het gaat, dan het verschil, dan de tabel; zonder knoppen, en geen id twee keer', async () => {
  const pagina = await open(`/vergelijk?${JAREN}`, 1);
  const bladen = await pdfTekst(await pagina.pdf({ preferCSSPageSize: true }));
  const [eerste = '', tweede = '', ...tabel] = bladen.map((blad) => blad.tekst);
  for (const deel of ['Schooljaar 2024-2025', 'Schooljaar 2025-2026', 'maandag 16 maart 2026 om 10:15', '3–5 schooldagen']) expect(eerste).toContain(deel);
  expect(eerste.match(/14 Perspectief/g)).toHaveLength(2);
  for (const deel of ['Het verschil: B tegenover A', '1–2 dagen langer', 'gelijk', 'een tot en met vier']) expect(tweede).toContain(deel);
  expect(tweede.match(/14 Perspectief/g)).toHaveLength(1);
  expect(tabel.join(' ')).toContain('14 Perspectief bepalen');
  expect(bladen.map((blad) => blad.tekst).join(' ')).not.toMatch(/Afmelden|Afdrukken|Kies A|Wissel|in tekening|Inzoomen/);
  await pagina.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const ids = await pagina.evaluate(() => Array.from(document.querySelectorAll('[id]'), (deel) => deel.id));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i && id.startsWith('blad'))).toEqual([]);
  await pagina.close();
});

test('het verschil is als SVG te bewaren, met A en B en de legenda erin', async () => {
  const pagina = await open(`/vergelijk?${JAREN}`);
  const [bestand] = await Promise.all([pagina.waitForEvent('download'), pagina.locator('[data-actie="svg"]').click()]);
  expect(bestand.suggestedFilename()).toBe('routeboek_kernteam_verschil_vergelijking_schooljaar-2024-2025_met_schooljaar-2025-2026_2026-03-16.svg');
  const svg = await readFile(await bestand.path(), 'utf8');
  for (const deel of ['A: Filter: Schooljaar 2024-2025', 'B: Filter: Schooljaar 2025-2026', '8 of meer dagen korter', 'gelijk']) expect(svg).toContain(deel);
  await pagina.close();
});
