import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Engine } from '../engine/engine.ts';
import type { Gebruikers } from '../domein/gebruikers.ts';
import { signIn } from './sign-in.ts';
import { casussen } from './casussen.ts';
import { incidenten } from './incidenten.ts';
import { health, type HealthParts } from './health.ts';
import { kaartApi } from './kaart-api.ts';
import { messagePage, page } from './page.ts';
import { post } from './post.ts';
import { scholen } from './scholen.ts';
import type { Access } from './password.ts';

export interface AppParts extends HealthParts {
  /** Adressen van de eigen proxy's, die zeggen van welk adres een vraag echt komt. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly engineCommands: Engine;
  readonly gebruikers: Gebruikers;
  readonly access: Access;
  readonly mailserver: boolean;
  /** Waar een pagina haar fout laat. */
  readonly log: { error(fields: Record<string, unknown>, message: string): void };
  readonly addresses: { tasklist: string; operate: string };
}

/**
 * De webtoepassing van beheer. Alleen /gezondheid is zonder aanmelden te zien en zegt dan niets over casussen; wie zich daar
 * aanmeldt ziet ook welke casussen zijn blijven steken.
 */
export function makeApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  // Zonder instelling telt alleen de verbinding zelf: wat iemand in X-Forwarded-For zet, kan verzonnen zijn.
  if (parts.trustedProxies) app.set('trust proxy', parts.trustedProxies);
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], formAction: ["'self'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false }));
  // Een pagina of antwoord kan over een kind gaan: niets blijft in een tussenliggend geheugen of in de browser achter.
  app.use((_vraag, response, verder) => {
    response.set('Cache-Control', 'no-store');
    verder();
  });
  const signedIn = signIn(parts.access);
  app.get('/gezondheid', (request, response, next) => (request.headers.authorization === undefined ? next() : signedIn(request, response, next)), health(parts));
  app.use(signedIn);
  app.get('/', (_vraag, response) => {
    response.send(page('home', 'Routeboek', parts.addresses));
  });
  app.use(post({ register: parts.register, klok: parts.klok, mailserver: parts.mailserver }));
  app.use(incidenten({ register: parts.register, reads: parts.reads, operate: parts.addresses.operate }));
  app.use(casussen({ register: parts.register, engine: parts.engineCommands, klok: parts.klok, gebruikers: parts.gebruikers }));
  app.use(scholen({ register: parts.register }));
  app.use(kaartApi({ register: parts.register, engine: parts.engineCommands, klok: parts.klok }));
  app.use((_vraag, response) => {
    response.status(404).send(messagePage('Niet gevonden', 'Deze pagina bestaat niet.'));
  });
  const failed: ErrorRequestHandler = (error, request, response, verder) => {
    if (response.headersSent) return verder(error);
    // Een vraag die niet te lezen is (pad, koppen, tekenset) is een fout van de vrager.
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      response.status(status).send(messagePage('Deze vraag is niet te lezen', 'Controleer het adres en probeer het opnieuw.'));
      return;
    }
    parts.log.error({ fout: error, pad: request.path }, 'pagina mislukt');
    response.status(500).send(messagePage('Er ging iets mis', 'Probeer het opnieuw. Blijft het zo, kijk dan bij Gezondheid.'));
  };
  app.use(failed);
  return app;
}
