import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
import type { Role } from '../../beheer/access/roles.ts';
import type { VIEWS, Screen } from './screens.ts';
import type { SampleApp } from './sample-app.ts';

/**
 * Bekijkt pagina's van het voorbeeld zoals iemand met een rol ze ziet; elke rol meldt zich één keer aan, langs de aanmeldpagina.
 * @param stijl wat er achter het stijlblad komt
 */
export function makeViewer(browser: Browser, voorbeeld: SampleApp, stijl = '') {
  const open = new Map<string, BrowserContext>();
  const aangemeld = new Map<Role, Cookie[]>();

  async function cookies(rol: Role): Promise<Cookie[]> {
    const bekend = aangemeld.get(rol);
    if (bekend) return bekend;
    const context = await browser.newContext({ locale: 'nl-NL' });
    const pagina = await context.newPage();
    const { naam, wachtwoord } = await voorbeeld.account(rol);
    await pagina.goto(`${voorbeeld.url}/aanmelden`);
    await pagina.getByLabel('Naam van uw account').fill(naam);
    await pagina.getByLabel('Wachtwoord').fill(wachtwoord);
    await pagina.getByRole('button', { name: 'Aanmelden' }).click();
    await pagina.getByRole('button', { name: 'Afmelden' }).waitFor();
    const gekregen = await context.cookies();
    await context.close();
    aangemeld.set(rol, gekregen);
    return gekregen;
  }

  /** Opent een scherm en geeft de pagina; wie haar krijgt sluit haar. `vooraf` krijgt haar voordat zij iets vraagt. */
  return async function bekijk(scherm: Screen, blik: (typeof VIEWS)[number], { bypassCSP = false, vooraf = (_pagina: Page): void => undefined } = {}): Promise<Page> {
    const sleutel = [scherm.rol, blik.achter, bypassCSP].join();
    const context = open.get(sleutel) ?? (await browser.newContext({ locale: 'nl-NL', colorScheme: blik.kleur, viewport: { width: blik.breed, height: blik.hoog }, bypassCSP, reducedMotion: 'reduce' }));
    if (!open.has(sleutel) && scherm.rol) await context.addCookies(await cookies(scherm.rol));
    if (!open.has(sleutel) && stijl !== '') {
      await context.route('**/stijl/*.css', async (route) => {
        // Een verbinding die te lang stilstond, sluit de toepassing; dan nog eens.
        const antwoord = await route.fetch({ maxRetries: 3 });
        await route.fulfill({ response: antwoord, body: `${await antwoord.text()}\n${stijl}` });
      });
    }
    open.set(sleutel, context);
    voorbeeld.anders();
    scherm.klaar?.(voorbeeld);
    const pagina = await context.newPage();
    vooraf(pagina);
    await pagina.goto(voorbeeld.url + scherm.pad);
    return pagina;
  };
}
