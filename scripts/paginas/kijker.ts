import type { Browser, BrowserContext, Cookie, Page } from 'playwright-core';
import type { Rol } from '../../beheer/toegang/rollen.ts';
import type { BLIKKEN, Scherm } from './schermen.ts';
import type { Voorbeeld } from './voorbeeld.ts';

/** Bekijkt pagina's van het voorbeeld zoals iemand met een rol ze ziet; elke rol meldt zich één keer aan, langs de aanmeldpagina. */
export function maakKijker(browser: Browser, voorbeeld: Voorbeeld) {
  const open = new Map<string, BrowserContext>();
  const aangemeld = new Map<Rol, Cookie[]>();

  async function cookies(rol: Rol): Promise<Cookie[]> {
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

  /** Opent een scherm en geeft de pagina; wie haar krijgt sluit haar. */
  return async function bekijk(scherm: Scherm, blik: (typeof BLIKKEN)[number], { bypassCSP = false } = {}): Promise<Page> {
    const sleutel = [scherm.rol, blik.achter, bypassCSP].join();
    const context = open.get(sleutel) ?? (await browser.newContext({ locale: 'nl-NL', colorScheme: blik.kleur, viewport: { width: blik.breed, height: blik.hoog }, bypassCSP, reducedMotion: 'reduce' }));
    if (!open.has(sleutel) && scherm.rol) await context.addCookies(await cookies(scherm.rol));
    open.set(sleutel, context);
    voorbeeld.anders();
    scherm.klaar?.(voorbeeld);
    const pagina = await context.newPage();
    await pagina.goto(voorbeeld.url + scherm.pad);
    return pagina;
  };
}
