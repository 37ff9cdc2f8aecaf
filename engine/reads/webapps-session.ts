import { isXml, RestFout } from '../rest.ts';

/**
 * Praat met Tasklist en Operate 8.6, die een sessiekoekje willen. Meldt zich aan bij de eerste vraag en opnieuw zodra de
 * sessie is verlopen (401): de client van de SDK doet dat laatste niet.
 */
export function maakWebappsSessie(adres: string, aanmelding: { gebruiker: string; wachtwoord: string }, geduldMs = 20_000) {
  const basis = adres.replace(/\/$/, '');
  let koekje: Promise<string> | undefined;

  async function meldAan(): Promise<string> {
    const vorm = new URLSearchParams({ username: aanmelding.gebruiker, password: aanmelding.wachtwoord });
    const antwoord = await fetch(`${basis}/api/login`, { method: 'POST', body: vorm, redirect: 'manual', signal: AbortSignal.timeout(geduldMs) });
    await antwoord.arrayBuffer();
    if (antwoord.status >= 300) throw new RestFout(antwoord.status, 'aanmelden geweigerd', '/api/login');
    return antwoord.headers.getSetCookie().map((k) => k.split(';')[0]).join('; ');
  }

  /** Zonder inhoud is het een GET. Een model komt terug als tekst, al het andere als JSON. */
  return async function vraag(pad: string, inhoud?: unknown): Promise<unknown> {
    for (let poging = 1; ; poging++) {
      const cookie = await (koekje ??= meldAan()).catch((fout: unknown) => { koekje = undefined; throw fout; });
      const antwoord = await fetch(basis + pad, {
        headers: { accept: 'application/json, text/xml', cookie }, signal: AbortSignal.timeout(geduldMs),
        ...(inhoud === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', cookie }, body: JSON.stringify(inhoud) }),
      });
      if (antwoord.ok) return isXml(antwoord) ? antwoord.text() : antwoord.json();
      await antwoord.arrayBuffer();
      if (antwoord.status !== 401 || poging > 1) throw new RestFout(antwoord.status, 'webapps', pad);
      koekje = undefined;
    }
  };
}
