import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Access } from './password.ts';
import { limitSignIn, markGood } from './sign-in-limit.ts';

/** Vergelijkt in vaste tijd; via een afdruk, want twee teksten met letters als é zijn even lang maar niet even groot. */
const afdruk = (tekst: string): Buffer => createHash('sha256').update(tekst).digest();
const equal = (a: string, b: string): boolean => timingSafeEqual(afdruk(a), afdruk(b));

/** Laat alleen de gebruiker `beheer` door (Basic), of een programma met het sleutelbestand (Bearer). */
export function signIn(access: Access): RequestHandler {
  const limit = limitSignIn();
  return (request, response, verder) => {
    const kop = request.headers.authorization ?? '';
    // Een sleutel stuurt een browser nooit vanzelf mee; raden kan niet, want zij is 256 bits.
    if (kop.startsWith('Bearer ') && equal(kop.slice(7), access.key)) return verder();
    // Het wachtwoord stuurt hij wel mee, ook als een vreemde pagina een formulier hierheen stuurt.
    if (!['GET', 'HEAD'].includes(request.method) && !isVanHier(request)) {
      response.status(403).type('text/plain').send('Deze opdracht komt van een andere website.');
      return;
    }
    if (!kop.startsWith('Basic ')) return vraagWachtwoord(response);
    return limit(request, response, (fout?: unknown) => (fout ? verder(fout) : void checkPassword(access, kop, response).then((goed) => (goed ? verder() : vraagWachtwoord(response)), verder)));
  };
}

async function checkPassword(access: Access, kop: string, response: Response): Promise<boolean> {
  const [user, ...rest] = Buffer.from(kop.slice('Basic '.length), 'base64').toString('utf8').split(':');
  const goed = user === 'beheer' && (await access.controleer(rest.join(':')));
  if (goed) markGood(response);
  return goed;
}

function vraagWachtwoord(response: Response): void {
  response.status(401).set('WWW-Authenticate', 'Basic realm="Routeboek beheer", charset="UTF-8"').type('text/plain').send('Meld u aan als beheer.');
}

/**
 * Komt deze opdracht van een pagina van hier? Een nieuwe browser zegt het zelf (Sec-Fetch-Site); van een oude noemt Origin of
 * Referer de pagina. Wie niets noemt is geen pagina van hier.
 */
function isVanHier({ headers }: Request): boolean {
  const vandaan = headers['sec-fetch-site'];
  if (vandaan !== undefined) return vandaan === 'same-origin' || vandaan === 'none';
  const pagina = headers.origin ?? headers.referer;
  if (pagina === undefined || headers.host === undefined || !URL.canParse(pagina)) return false;
  return new URL(pagina).host === headers.host.toLowerCase();
}
