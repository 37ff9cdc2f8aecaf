import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Klok } from '../../domein/klok.ts';
import type { Register } from '../../registratie/register.ts';
import { SessionStore, type SessionDuration } from './session-store.ts';
import type { Principal } from './roles.ts';

declare module 'express-session' {
  interface SessionData {
    wie: Principal;
    /** Wanneer iemand zich aanmeldde, in milliseconden van de klok van de toepassing. */
    begonnen: number;
    /** Wat nodig is om het antwoord van de aanmelddienst te keuren, zolang dat onderweg is. */
    oidc: { state: string; nonce: string; verifier: string; naar: string };
    /** Meldt iemand zich af, dan ook bij de aanmelddienst. */
    viaOidc: boolean;
  }
}

export interface SessionParts {
  readonly register: Register;
  readonly klok: Klok;
  readonly duur: SessionDuration;
  /** Ondertekent de cookie; blijft gelijk over een herstart heen. */
  readonly geheim: string;
  /** Waar is als mensen beheer via https openen: dan gaat de cookie nooit onversleuteld over de lijn. */
  readonly https: boolean;
}

/**
 * De sessie van wie zich aanmeldt. De cookie is een sessiecookie, alleen leesbaar voor de server. `lax`, want het antwoord van een
 * aanmelddienst en een link in een mail komen van een andere website; wat iets verandert heeft daarom ook een eigen kenmerk nodig.
 */
export function sessions({ https, geheim, ...opslag }: SessionParts): RequestHandler[] {
  return [
    (request, _response, next) => {
      // Achter een proxy ziet Express http; de instelling weet hoe mensen er komen.
      if (https) Object.defineProperty(request, 'secure', { value: true });
      next();
    },
    session({
      name: https ? '__Host-routeboek' : 'routeboek', secret: geheim, store: new SessionStore(opslag), genid: () => randomBytes(32).toString('base64url'),
      resave: false, saveUninitialized: false, unset: 'destroy',
      cookie: { httpOnly: true, sameSite: 'lax', path: '/', secure: 'auto' },
    }),
  ];
}

/**
 * Meldt iemand aan op een nieuwe sessie: wie het oude kenmerk kende heeft daar niets meer aan. Komt pas terug als de sessie bewaard
 * is, want de browser volgt de verwijzing die erna komt sneller dan een databank schrijft.
 */
export async function beginSession(request: Request, gegevens: { wie: Principal; begonnen: number; csrfToken: string; viaOidc: boolean }): Promise<void> {
  await belofte((klaar) => request.session.regenerate(klaar));
  Object.assign(request.session, gegevens);
  await saveSession(request);
}

export const saveSession = (request: Request): Promise<void> => belofte((klaar) => request.session.save(klaar));
export const endSession = (request: Request): Promise<void> => belofte((klaar) => request.session.destroy(klaar));

const belofte = (werk: (klaar: (fout?: unknown) => void) => unknown): Promise<void> =>
  new Promise((goed, mis) => void werk((fout) => (fout ? mis(fout as Error) : goed())));
