import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../beheer/app.ts';
import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import { makeAccounts } from '../../beheer/access/accounts.ts';
import { KLOK, useBeheer } from '../beheer/helpers/app.ts';
import { open } from '../helpers/casus.ts';
import { openBrowser } from './helpers/tasklist.ts';

const beheer = useBeheer();
let browser: Browser;
let server: Server;
let pagina: Page;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());
beforeEach(async () => {
  const { casusId } = await open(beheer.register);
  const regel = { traject: '77', casusId, tijdstip: KLOK.nu(), stap: 'CA-16-1', formulier: 'meldcode-signalen', rol: 'ib-er' };
  await beheer.register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, actie: 'Signalen in kaart brengen', uitkomst: 'Signalen: het kind kwam drie keer zonder jas\nBesproken met: de directeur', sleutel: 'a' }));
  await beheer.register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, actie: 'Collega raadplegen', uitkomst: 'Geraadpleegd: Veilig Thuis', sleutel: 'b' }));
  server = createServer(makeApp(beheer.delen)).listen(0, '127.0.0.1');
  await new Promise((klaar) => server.once('listening', klaar));
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, locale: 'nl-NL' });
  pagina = await context.newPage();
});
afterEach(async () => {
  await pagina.context().close();
  server.closeAllConnections();
  await new Promise((klaar) => server.close(klaar));
});

it('het log van de meldcode is van de lijst naar de casus te lezen, met alleen een casusnummer in het adres, en goed af te drukken', async () => {
  const wachtwoord = await makeAccounts(beheer.delen).maak('aandachtsfunctionaris', 'meldcode', '10AB');
  await pagina.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/meldcode`);
  await pagina.getByLabel('Naam').fill('aandachtsfunctionaris');
  await pagina.getByLabel('Wachtwoord').fill(wachtwoord);
  await pagina.getByRole('button', { name: 'Aanmelden' }).click();
  await pagina.getByRole('link', { name: 'Casus 2025-0001' }).click();
  expect(new URL(pagina.url()).pathname).toBe('/meldcode/2025-0001');
  expect(await pagina.getByRole('heading', { level: 1 }).innerText()).toBe('Meldcode, casus 2025-0001');
  expect(await pagina.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['1. Signalen in kaart brengen', '2. Collega raadplegen']);
  const menu = pagina.getByRole('navigation').first();
  expect(await menu.isVisible()).toBe(true);
  if (process.env['SCHERMAFDRUK']) await pagina.screenshot({ path: `${process.env['SCHERMAFDRUK']}/meldcode.png`, fullPage: true });
  await pagina.emulateMedia({ media: 'print' });
  expect(await menu.isVisible(), 'het menu hoort niet op papier').toBe(false);
  expect(await pagina.getByText('het kind kwam drie keer zonder jas').isVisible()).toBe(true);
  if (process.env['SCHERMAFDRUK']) await pagina.screenshot({ path: `${process.env['SCHERMAFDRUK']}/meldcode-print.png`, fullPage: true });
});
