import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Account } from './password.ts';
import { limitSignIn, markGood } from './sign-in-limit.ts';

/** Vergelijkt in vaste tijd; via een afdruk, want twee teksten met letters als é zijn even lang maar niet even groot. */
const afdruk = (tekst: string): Buffer => createHash('sha256').update(tekst).digest();
const equal = (a: string, b: string): boolean => timingSafeEqual(afdruk(a), afdruk(b));

/** Wie er door een deur mag: een gebruiker met zijn wachtwoord (Basic), en een programma met het sleutelbestand (Bearer) als de deur er een heeft. */
export interface Door extends Account {
  readonly user: string;
  readonly key?: string;
}

/** Laat alleen door wie bij deze deur hoort. Elke deur telt haar eigen mislukte pogingen. */
export function signIn(door: Door): RequestHandler {
  const limit = limitSignIn();
  return (request, response, verder) => {
    const kop = request.headers.authorization ?? '';
    // Een sleutel stuurt een browser nooit vanzelf mee; raden kan niet, want zij is 256 bits.
    if (door.key !== undefined && kop.startsWith('Bearer ') && equal(kop.slice(7), door.key)) return verder();
    // Het wachtwoord stuurt hij wel mee, ook als een vreemde pagina een formulier hierheen stuurt.
    if (!['GET', 'HEAD'].includes(request.method) && !isVanHier(request)) {
      response.status(403).type('text/plain').send('Deze opdracht komt van een andere website.');
      return;
    }
    if (!kop.startsWith('Basic ')) return vraagWachtwoord(door, response);
    return limit(request, response, (fout?: unknown) => (fout ? verder(fout) : void checkPassword(door, kop, response).then((goed) => (goed ? verder() : vraagWachtwoord(door, response)), verder)));
  };
}

async function checkPassword(door: Door, kop: string, response: Response): Promise<boolean> {
  const [user, ...rest] = Buffer.from(kop.slice('Basic '.length), 'base64').toString('utf8').split(':');
  const goed = user === door.user && (await door.controleer(rest.join(':')));
  if (goed) markGood(response);
  return goed;
}

function vraagWachtwoord({ user }: Door, response: Response): void {
  response.status(401).set('WWW-Authenticate', `Basic realm="Routeboek ${user}", charset="UTF-8"`).type('text/plain').send(`Meld u aan als ${user}.`);
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
