import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bewaarPagina } from '../../proef/pagina/bewaren.ts';
import { VIEWS } from '../../scripts/paginas/screens.ts';
import { voorbeeld } from '../proef/voorbeeld.ts';
import { aanmerkingen } from './helpers/axe.ts';
import { openBrowser } from './helpers/tasklist.ts';

let browser: Browser;
let dir: string;
let bestand: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'proef-browser-'));
  bestand = await bewaarPagina(dir, await voorbeeld());
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(dir, { recursive: true, force: true });
});

async function open(blik: (typeof VIEWS)[number]): Promise<{ pagina: Page; elders: string[]; klachten: string[] }> {
  const pagina = await browser.newPage({ viewport: { width: blik.breed, height: blik.hoog }, colorScheme: blik.kleur });
  const [elders, klachten]: [string[], string[]] = [[], []];
  pagina.on('request', (vraag) => { if (!/^(file|data):/.test(vraag.url())) elders.push(vraag.url()); });
  pagina.on('console', (regel) => { if (['error', 'warning'].includes(regel.type())) klachten.push(regel.text()); });
  await pagina.goto(pathToFileURL(bestand).href);
  await pagina.locator('html[data-klaar]').waitFor({ timeout: 30_000 });
  return { pagina, elders, klachten };
}

describe('de pagina van een proef', () => {
  test.each(VIEWS)('$breed breed, $kleur: axe heeft niets aan te merken, niets valt buiten beeld, niets komt van elders', async (blik) => {
    const { pagina, elders, klachten } = await open(blik);
    expect(await aanmerkingen(pagina)).toEqual([]);
    expect(await pagina.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    expect([elders, klachten]).toEqual([[], []]);
    const [nu, straks] = await Promise.all([0, 1].map(async (i) => (await pagina.locator('.proef-kant').nth(i).boundingBox())!));
    if (blik.breed === 1280) expect([straks!.y, straks!.x > nu!.x]).toEqual([nu!.y, true]);
    else expect([straks!.x, straks!.y > nu!.y]).toEqual([nu!.x, true]);
    await pagina.close();
  });

  test('nieuw staat alleen rechts, weg alleen links, anders aan beide kanten; met een teken erbij en in de tabel', async () => {
    const { pagina } = await open(VIEWS[0]);
    const kleuren = (kant: number, id: string): Promise<string[]> => pagina.locator(`.proef-naast .proef-kant:nth-child(${kant}) [data-element-id="${id}"]`).evaluateAll((delen) => delen.map((deel) => /proef-(?:erbij|weg|anders)/.exec(deel.getAttribute('class') ?? '')?.[0] ?? ''));
    expect([await kleuren(1, 'KT_05_bekend'), await kleuren(2, 'KT_05_bekend')]).toEqual([[], ['proef-erbij']]);
    expect([await kleuren(1, 'KT_05n'), await kleuren(2, 'KT_05n')]).toEqual([['proef-weg'], []]);
    expect([await kleuren(1, 'KT_06w'), await kleuren(2, 'KT_06w')]).toEqual([['proef-anders'], ['proef-anders']]);
    expect(await pagina.locator('.proef-punt--erbij text').first().textContent()).toBe('+');
    expect(await pagina.locator('tr[data-id="KT_05n"] td').first().textContent()).toContain('weg');
    const svg = pagina.locator('.proef-vel svg').first();
    const uitsnede = await svg.getAttribute('viewBox');
    await pagina.getByRole('button', { name: 'Toon het hele blad' }).first().click();
    expect(await svg.getAttribute('viewBox')).not.toBe(uitsnede);
    await pagina.close();
  });
});
