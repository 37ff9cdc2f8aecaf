import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Access } from './password.ts';

const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Laat alleen de gebruiker `beheer` door (Basic), of een programma met het sleutelbestand (Bearer). */
export function signIn(access: Access): RequestHandler {
  return (request, response, verder) => {
    // De browser stuurt het wachtwoord vanzelf mee, ook als een vreemde pagina een formulier hierheen stuurt.
    const vandaan = request.headers['sec-fetch-site'];
    if (request.method !== 'GET' && vandaan !== undefined && vandaan !== 'same-origin' && vandaan !== 'none') {
      response.status(403).type('text/plain').send('Deze opdracht komt van een andere website.');
      return;
    }
    const kop = request.headers.authorization ?? '';
    if (kop.startsWith('Bearer ') && equal(kop.slice(7), access.key)) return verder();
    if (kop.startsWith('Basic ')) {
      const [user, ...rest] = Buffer.from(kop.slice(6), 'base64').toString('utf8').split(':');
      if (user === 'beheer' && access.controleer(rest.join(':'))) return verder();
    }
    response.status(401).set('WWW-Authenticate', 'Basic realm="Routeboek beheer", charset="UTF-8"').type('text/plain').send('Meld u aan als beheer.');
  };
}
