/**
 * Waar iemand na het aanmelden heen wil, alleen als dat een pagina van hier is: anders kan een link in een mail iemand via onze
 * aanmeldpagina op een nagemaakte laten belanden.
 */
export function safePath(gevraagd: unknown): string {
  if (typeof gevraagd !== 'string' || gevraagd.length > 2000 || !/^\/(?![/\\])/.test(gevraagd)) return '/';
  const hier = 'http://hier.invalid';
  if (!URL.canParse(gevraagd, hier)) return '/';
  const url = new URL(gevraagd, hier);
  return url.origin === hier && !/^\/a(anmelden|fmelden)(\/|$)/.test(url.pathname) ? url.pathname + url.search : '/';
}
