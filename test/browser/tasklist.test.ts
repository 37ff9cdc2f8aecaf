import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startformulier } from '../proces/hulp/startformulier.ts';

const WORTEL = new URL('../../', import.meta.url).pathname;
const SCHERMEN = join(WORTEL, 'test-resultaat', 'schermen');
let map: string;
let app: ChildProcess;
let uitvoer = '';
let browser: Browser;
let poorten: Record<string, string>;

async function vrijePoort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as AddressInfo;
  await new Promise((klaar) => server.close(klaar));
  return String(port);
}

/** Wacht tot `npm start` dit heeft gezegd. */
async function gezegd(tekst: string, budgetMs: number): Promise<void> {
  const einde = performance.now() + budgetMs;
  while (!uitvoer.includes(tekst)) {
    if (app.exitCode !== null || performance.now() > einde) throw new Error(`"${tekst}" kwam niet:\n${uitvoer}`);
    await new Promise((verder) => setTimeout(verder, 100));
  }
}

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'routeboek-browser-'));
  await mkdir(SCHERMEN, { recursive: true });
  const namen = ['PORT', 'ENGINE_GRPC_POORT', 'ENGINE_REST_POORT', 'ENGINE_BEHEER_POORT', 'ENGINE_COMMAND_POORT', 'ENGINE_INTERNAL_POORT', 'ENGINE_OPENSEARCH_POORT', 'ENGINE_OPENSEARCH_TRANSPORT_POORT', 'ENGINE_WEB_POORT', 'ENGINE_WEB_BEHEER_POORT', 'ENGINE_WEB_INTERNAL_POORT'];
  poorten = Object.fromEntries(await Promise.all(namen.map(async (naam) => [naam, await vrijePoort()] as const)));
  app = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], { cwd: WORTEL, env: { ...process.env, ...poorten, GEGEVENS_MAP: map } });
  app.stdout?.on('data', (deel: Buffer) => (uitvoer += deel.toString()));
  app.stderr?.on('data', (deel: Buffer) => (uitvoer += deel.toString()));
  await gezegd('Stoppen: Ctrl-C', 240_000);
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  if (app?.exitCode === null) app.kill('SIGKILL');
  await rm(map, { recursive: true, force: true });
});

async function meldAan(adres: string): Promise<Page> {
  const pagina = await browser.newPage({ viewport: { width: 1400, height: 1600 }, locale: 'en-US', timezoneId: 'Europe/Amsterdam' });
  await pagina.goto(adres);
  await pagina.getByLabel(/username/i).fill('demo');
  await pagina.getByLabel(/^password/i).first().fill('demo');
  await pagina.getByRole('button', { name: /log ?in/i }).click();
  return pagina;
}

/**
 * Wacht tot Tasklist de modellen en formulieren van de eerste uitrol heeft ingelezen. Een taak die hij eerder inleest dan
 * haar formulier, toont hij zonder formulier.
 */
async function wachtOpModellen(pagina: Page): Promise<void> {
  await pagina.getByText('All open tasks').waitFor({ timeout: 60_000 });
  for (let poging = 1; ; poging++) {
    await pagina.goto(`http://localhost:${poorten['ENGINE_WEB_POORT']}/tasklist/processes`);
    try {
      await pagina.getByText('Verzuimroute met kernteam').first().waitFor({ timeout: 5_000 });
      await pagina.waitForTimeout(3_000);
      return;
    } catch (fout) {
      if (poging === 12) throw fout;
    }
  }
}

/**
 * Opent de taak. Tasklist leest taken en formulieren los van elkaar in; vlak na de eerste start kan de taak er al zijn en
 * het formulier nog niet, en dan laat de pagina het pas na herladen zien.
 */
async function openTaak(pagina: Page): Promise<void> {
  for (let poging = 1; ; poging++) {
    await pagina.getByText('Met ouders spreken').first().click({ timeout: 60_000 });
    try {
      return await pagina.getByText('Waarom deze taak.').waitFor({ timeout: 10_000 });
    } catch (fout) {
      if (poging === 9) throw fout;
      await pagina.reload();
    }
  }
}

test('een aangemeld kind wordt in Tasklist een taak die de IB-er oppakt en invult', async () => {
  const vandaag = DateTime.now().setZone('Europe/Amsterdam');
  const sleutel = (await readFile(join(map, 'beheer-sleutel'), 'utf8')).trim();
  const aanmelding = startformulier({ signaalDatumSignaal: vandaag.minus({ days: 3 }).toISODate(), leerlingGeboortedatum: vandaag.minus({ years: 8 }).toISODate(), verzuimRegels: [] });
  const pagina = await meldAan(`http://localhost:${poorten['ENGINE_WEB_POORT']}/tasklist`);
  await wachtOpModellen(pagina);
  const antwoord = await fetch(`http://127.0.0.1:${poorten['PORT']}/casussen`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${sleutel}` }, body: JSON.stringify(aanmelding),
  });
  expect([200, 201]).toContain(antwoord.status);
  await pagina.goto(`http://localhost:${poorten['ENGINE_WEB_POORT']}/tasklist`);
  await openTaak(pagina);
  await pagina.getByRole('button', { name: 'Assign to me' }).click();
  await pagina.getByRole('button', { name: 'Unassign' }).waitFor({ timeout: 60_000 });

  const datum = pagina.getByLabel('Datum van het gesprek').first();
  await datum.fill(vandaag.toFormat('MM/dd/yyyy'));
  await datum.press('Enter');
  await pagina.getByLabel('Ouder 1').check();
  await pagina.getByLabel('Mogelijke oorzaken').fill('De overgang naar een grotere groep valt zwaar.');
  await pagina.getByLabel('Afspraken').fill('Elke ochtend opvang bij de deur.');
  await pagina.screenshot({ path: join(SCHERMEN, 'tasklist-taak.png') });
  await pagina.close();
}, 240_000);

test('de pagina Post is alleen na aanmelden te zien', async () => {
  expect((await fetch(`http://127.0.0.1:${poorten['PORT']}/post`)).status).toBe(401);
});

test('Ctrl-C stopt alles binnen twintig seconden', async () => {
  const begin = performance.now();
  app.kill('SIGINT');
  await new Promise((klaar) => (app.exitCode === null ? app.once('exit', klaar) : klaar(undefined)));
  expect(performance.now() - begin).toBeLessThan(20_000);
  for (const naam of ['ENGINE_GRPC_POORT', 'ENGINE_WEB_POORT', 'ENGINE_OPENSEARCH_POORT', 'PORT']) {
    await expect(fetch(`http://127.0.0.1:${poorten[naam]}/`), naam).rejects.toThrow();
  }
}, 40_000);
