import { isXml, OWN_CONNECTION, RestError } from '../rest.ts';

/**
 * Praat met Tasklist en Operate 8.6, die een sessiekoekje willen. Meldt zich aan bij de eerste vraag en opnieuw zodra de
 * sessie is verlopen (401): de client van de SDK doet dat laatste niet.
 */
export function makeWebappsSession(address: string, credentials: { user: string; password: string }, patienceMs = 20_000) {
  const base = address.replace(/\/$/, '');
  let session: Promise<string> | undefined;

  async function signIn(): Promise<string> {
    const vorm = new URLSearchParams({ username: credentials.user, password: credentials.password });
    const response = await fetch(`${base}/api/login`, { method: 'POST', body: vorm, headers: OWN_CONNECTION, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    await response.arrayBuffer();
    if (response.status >= 300) throw new RestError(response.status, 'aanmelden geweigerd', '/api/login');
    return response.headers.getSetCookie().map((k) => k.split(';')[0]).join('; ');
  }

  /** Zonder inhoud is het een GET. Een model komt terug als tekst, al het andere als JSON. */
  return async function vraag(path: string, content?: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      const cookie = await (session ??= signIn()).catch((error: unknown) => { session = undefined; throw error; });
      const response = await fetch(base + path, {
        headers: { accept: 'application/json, text/xml', cookie, ...OWN_CONNECTION }, signal: AbortSignal.timeout(patienceMs),
        ...(content === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', cookie, ...OWN_CONNECTION }, body: JSON.stringify(content) }),
      });
      if (response.ok) return isXml(response) ? response.text() : response.json();
      await response.arrayBuffer();
      if (response.status !== 401 || attempt > 1) throw new RestError(response.status, 'webapps', path);
      session = undefined;
    }
  };
}
