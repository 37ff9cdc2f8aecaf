import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { messagePage } from '../page.ts';
import { isVanHier } from './csrf.ts';
import { omvangVan, zoekRecht, type Deelnemer } from './rechten.ts';
import { ROLLEN } from './rollen.ts';

/** Waar een weigering in het technische log komt: het account, de rol en het patroon van het pad; geen naam en geen casusnummer. */
export interface DeurLog {
  warn(fields: Record<string, unknown>, message: string): void;
}

/** Vergelijkt in vaste tijd; via een afdruk, want twee teksten met letters als é zijn even lang maar niet even groot. */
const afdruk = (tekst: string): Buffer => createHash('sha256').update(tekst).digest();
const gelijk = (a: string, b: string): boolean => timingSafeEqual(afdruk(a), afdruk(b));

export const isProgramma = (response: Response): boolean => response.locals['programma'] === true;
/** Een mens met een browser, en niet een programma of een script op een pagina. */
export const wilPagina = (request: Request): boolean => (request.headers.accept ?? '').includes('text/html');

/** Herkent wie zich met het sleutelbestand meldt. Een sleutel stuurt een browser nooit vanzelf mee; raden kan niet, want zij is 256 bits. */
export function metSleutel(sleutel: string): RequestHandler {
  return (request, response, next) => {
    const kop = request.headers.authorization ?? '';
    if (!kop.startsWith('Bearer ')) return next();
    if (!gelijk(kop.slice('Bearer '.length), sleutel)) return weiger(request, response, 401, 'Niet aangemeld', 'Deze sleutel klopt niet.');
    response.locals['programma'] = true;
    next();
  };
}

/** Slaat deze stappen over voor een programma: dat heeft geen sessie en geen formulier. */
export function zonderProgramma(stappen: readonly RequestHandler[]): RequestHandler {
  return (request, response, next) => {
    if (isProgramma(response)) return next();
    const vanaf = (nr: number): void => {
      const stap = stappen[nr];
      if (!stap) return next();
      void stap(request, response, (fout?: unknown) => (fout ? next(fout) : vanaf(nr + 1)));
    };
    vanaf(0);
  };
}

/** Weigert een opdracht die op een andere website begon. */
export function vanHier(eigenHost: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (isProgramma(response) || ['GET', 'HEAD'].includes(request.method) || isVanHier(request, eigenHost)) return next();
    weiger(request, response, 403, 'Geweigerd', 'Deze opdracht komt van een andere website.');
  };
}

/** Wie nog niet is aangemeld gaat eerst naar de aanmeldpagina, en daarna naar wat hij vroeg. */
export const aangemeld: RequestHandler = (request, response, next) => {
  if (isProgramma(response) || request.session.wie) return next();
  if (request.method === 'GET' && wilPagina(request)) return response.redirect(303, `/aanmelden?naar=${encodeURIComponent(request.originalUrl)}`);
  weiger(request, response, 401, 'Niet aangemeld', 'Meld u eerst aan bij Beheer.');
};

/** Laat alleen door wie volgens de rechtentabel op deze pagina mag; wat daar niet in staat bestaat niet. */
export function toelaten(log: DeurLog): RequestHandler {
  return (request, response, next) => {
    const wie = request.session?.wie;
    const deelnemers: readonly Deelnemer[] = isProgramma(response) ? ['programma'] : (wie?.rollen ?? []);
    const recht = zoekRecht(request.method, request.path);
    if (!recht) return void response.status(404).send(messagePage(response, 'Niet gevonden', 'Deze pagina bestaat niet.'));
    const omvang = omvangVan(recht, deelnemers);
    if (omvang.length === 0) {
      log.warn({ account: wie?.accountId ?? 'programma', rollen: deelnemers, methode: recht.methode, pad: recht.pad }, 'geen toegang');
      const rollen = (wie?.rollen ?? []).map((rol) => ROLLEN[rol]).join(' en ') || 'programma';
      return weiger(request, response, 403, 'Geen toegang', `U bent aangemeld als ${rollen}. Met die rol is deze pagina niet te zien. Heeft u haar nodig voor uw werk, vraag het dan aan wie de accounts beheert.`);
    }
    response.locals['omvang'] = omvang;
    next();
  };
}

/** Een pagina voor een mens, en anders één zin als JSON. */
export function weiger(request: Request, response: Response, status: number, titel: string, zin: string): void {
  response.status(status);
  if (wilPagina(request)) response.send(messagePage(response, titel, zin));
  else response.json({ melding: zin });
}
