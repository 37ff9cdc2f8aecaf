import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { messagePage } from '../page.ts';
import { isSameOrigin } from './csrf.ts';
import { scopesOf, findPermission, type Actor } from './permissions.ts';
import { ROLES } from './roles.ts';

/** Waar een weigering in het technische log komt: het account, de rol en het patroon van het pad; geen naam en geen casusnummer. */
export interface AccessLog {
  warn(fields: Record<string, unknown>, message: string): void;
}

/** Vergelijkt in vaste tijd; via een afdruk, want twee teksten met letters als é zijn even lang maar niet even groot. */
const afdruk = (tekst: string): Buffer => createHash('sha256').update(tekst).digest();
const gelijk = (a: string, b: string): boolean => timingSafeEqual(afdruk(a), afdruk(b));

export const isProgram = (response: Response): boolean => response.locals['programma'] === true;
/** Een mens met een browser, en niet een programma of een script op een pagina. */
export const wantsPage = (request: Request): boolean => (request.headers.accept ?? '').includes('text/html');

/** Herkent wie zich met het sleutelbestand meldt. Een sleutel stuurt een browser nooit vanzelf mee; raden kan niet, want zij is 256 bits. */
export function withKey(sleutel: string): RequestHandler {
  return (request, response, next) => {
    const kop = request.headers.authorization ?? '';
    if (!kop.startsWith('Bearer ')) return next();
    if (!gelijk(kop.slice('Bearer '.length), sleutel)) return deny(request, response, 401, 'Niet aangemeld', 'Deze sleutel klopt niet.');
    response.locals['programma'] = true;
    next();
  };
}

/** Slaat deze stappen over voor een programma: dat heeft geen sessie en geen formulier. */
export function exceptPrograms(stappen: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    if (isProgram(response)) return next();
    const vanaf = (nr: number): void => {
      const stap = stappen[nr];
      if (!stap) return next();
      void stap(request, response, (fout?: unknown) => (fout ? next(fout) : vanaf(nr + 1)));
    };
    vanaf(0);
  };
}

/** Weigert een opdracht die op een andere website begon. */
export function sameOrigin(eigenHost: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (isProgram(response) || ['GET', 'HEAD'].includes(request.method) || isSameOrigin(request, eigenHost)) return next();
    deny(request, response, 403, 'Geweigerd', 'Deze opdracht komt van een andere website.');
  };
}

/** Wie nog niet is aangemeld gaat eerst naar de aanmeldpagina, en daarna naar wat hij vroeg. */
export const signedIn: RequestHandler = (request, response, next) => {
  if (isProgram(response) || request.session.wie) return next();
  if (request.method === 'GET' && wantsPage(request)) return response.redirect(303, `/aanmelden?naar=${encodeURIComponent(request.originalUrl)}`);
  deny(request, response, 401, 'Niet aangemeld', 'Meld u eerst aan bij Beheer.');
};

/** Laat alleen door wie volgens de rechtentabel op deze pagina mag; wat daar niet in staat bestaat niet. */
export function authorize(log: AccessLog): RequestHandler {
  return (request, response, next) => {
    const wie = request.session?.wie;
    const deelnemers: readonly Actor[] = isProgram(response) ? ['programma'] : (wie?.rollen ?? []);
    const recht = findPermission(request.method, request.path);
    if (!recht) return void response.status(404).send(messagePage(response, 'Niet gevonden', 'Deze pagina bestaat niet.'));
    const omvang = scopesOf(recht, deelnemers);
    if (omvang.length === 0) {
      log.warn({ account: wie?.accountId ?? 'programma', rollen: deelnemers, methode: recht.methode, pad: recht.pad }, 'geen toegang');
      const rollen = (wie?.rollen ?? []).map((rol) => ROLES[rol]).join(' en ') || 'programma';
      return deny(request, response, 403, 'Geen toegang', `U bent aangemeld als ${rollen}. Met die rol is deze pagina niet te zien. Heeft u haar nodig voor uw werk, vraag het dan aan wie de accounts beheert.`);
    }
    response.locals['omvang'] = omvang;
    next();
  };
}

/** Een pagina voor een mens, en anders één zin als JSON. */
export function deny(request: Request, response: Response, status: number, titel: string, zin: string): void {
  response.status(status);
  if (wantsPage(request)) response.send(messagePage(response, titel, zin));
  else response.json({ melding: zin });
}
