import { chromium, type Browser, type Page } from 'playwright-core';
import { vi } from 'vitest';

/** Een browser zoals die van een school: Nederlands, en de tijd van hier. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** Meldt iemand aan bij Tasklist. */
export async function meldAan(browser: Browser, web: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1600 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  context.setDefaultTimeout(30_000);
  const pagina = await context.newPage();
  await pagina.goto(`${web}/tasklist`);
  await pagina.getByLabel(/username/i).fill('demo');
  await pagina.getByLabel(/^password/i).first().fill('demo');
  await pagina.getByRole('button', { name: /log ?in/i }).click();
  await pagina.getByText('All open tasks').waitFor();
  return pagina;
}

/**
 * Opent een taak uit de lijst en wacht op haar formulier. Tasklist toont een taak soms een seconde voor haar gegevens en leest
 * die in een open taak niet bij: tot `compleet` lukt gaat de taak opnieuw open, zoals het formulier het de gebruiker ook vraagt.
 */
export async function openTask(pagina: Page, web: string, naam: string, compleet: () => Promise<unknown> = async () => undefined): Promise<void> {
  await openTot(pagina, web, naam, async () => {
    await pagina.getByText(/^Casus \d{4}-\d{4}: \S/).waitFor({ timeout: 2_000 });
    await compleet();
  });
}

/** Opent een taak uit de lijst, en opnieuw tot `compleet` lukt. */
export async function openTot(pagina: Page, web: string, naam: string, compleet: () => Promise<unknown>): Promise<void> {
  await vi.waitFor(async () => {
    await pagina.goto(`${web}/tasklist`);
    await pagina.getByTitle('Available tasks').or(pagina.getByTestId('scrollable-list')).getByText(naam, { exact: true }).first().click();
    await pagina.getByText('Waarom deze taak.').waitFor();
    await compleet();
  }, { timeout: 120_000, interval: 200 });
}

/** Neemt de geopende taak. */
export async function claim(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Assign to me' }).click();
  await pagina.getByRole('button', { name: 'Unassign' }).waitFor();
}

/** Zo lang houdt een mens de muisknop ingedrukt. In die tijd neemt het formulier over wat in het laatste veld is getypt. */
const MUISKNOP_MS = 100;

/** Rondt de geopende taak af en wacht tot Tasklist haar heeft losgelaten. */
export async function finish(pagina: Page): Promise<void> {
  await pagina.getByRole('button', { name: 'Complete Task' }).click({ delay: MUISKNOP_MS });
  await pagina.getByText('Task completed').waitFor();
}

/** Opent het startformulier van een proces, bij Processes. */
export async function openStartForm(pagina: Page, web: string, proces: string): Promise<ReturnType<Page['getByRole']>> {
  await pagina.goto(`${web}/tasklist/processes`);
  const tegel = pagina.getByTestId('process-tile').filter({ hasText: proces });
  // De eerste keer legt Tasklist eerst uit wat deze bladzijde doet.
  const uitleg = pagina.getByRole('button', { name: 'Continue' });
  await tegel.waitFor();
  if (await uitleg.isVisible()) await uitleg.click();
  await tegel.getByRole('button', { name: 'Start process' }).click();
  return pagina.getByRole('dialog', { name: `Start process ${proces}` });
}
