import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Toegang } from './password.ts';

const gelijk = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Laat alleen de gebruiker `beheer` door (Basic), of een programma met het sleutelbestand (Bearer). */
export function aanmelden(toegang: Toegang): RequestHandler {
  return (vraag, antwoord, verder) => {
    // De browser stuurt het wachtwoord vanzelf mee, ook als een vreemde pagina een formulier hierheen stuurt.
    const vandaan = vraag.headers['sec-fetch-site'];
    if (vraag.method !== 'GET' && vandaan !== undefined && vandaan !== 'same-origin' && vandaan !== 'none') {
      antwoord.status(403).type('text/plain').send('Deze opdracht komt van een andere website.');
      return;
    }
    const kop = vraag.headers.authorization ?? '';
    if (kop.startsWith('Bearer ') && gelijk(kop.slice(7), toegang.sleutel)) return verder();
    if (kop.startsWith('Basic ')) {
      const [gebruiker, ...rest] = Buffer.from(kop.slice(6), 'base64').toString('utf8').split(':');
      if (gebruiker === 'beheer' && toegang.controleer(rest.join(':'))) return verder();
    }
    antwoord.status(401).set('WWW-Authenticate', 'Basic realm="Routeboek beheer", charset="UTF-8"').type('text/plain').send('Meld u aan als beheer.');
  };
}
