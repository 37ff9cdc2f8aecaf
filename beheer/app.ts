import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Engine } from '../engine/engine.ts';
import type { Klok } from '../domein/klok.ts';
import { aanmelden } from './sign-in.ts';
import { casussen } from './casussen.ts';
import { gezondheid, type Onderdelen } from './health.ts';
import { messagePage, page } from './page.ts';
import { post } from './post.ts';
import type { Toegang } from './password.ts';

export interface AppDelen extends Onderdelen {
  readonly opdrachten: Engine;
  readonly klok: Klok;
  readonly toegang: Toegang;
  readonly mailserver: boolean;
  /** Waar een pagina haar fout laat. */
  readonly log: { error(velden: Record<string, unknown>, boodschap: string): void };
  readonly adressen: { tasklist: string; operate: string };
}

/** De webtoepassing van beheer. Alleen /gezondheid is zonder aanmelden te zien; die zegt niets over casussen. */
export function maakApp(delen: AppDelen): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], formAction: ["'self'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false }));
  app.get('/gezondheid', gezondheid(delen));
  app.use(aanmelden(delen.toegang));
  app.get('/', (_vraag, antwoord) => {
    antwoord.send(page('home', 'Routeboek', delen.adressen));
  });
  app.use(post({ register: delen.register, klok: delen.klok, mailserver: delen.mailserver }));
  app.use(casussen({ register: delen.register, engine: delen.opdrachten, klok: delen.klok }));
  app.use((_vraag, antwoord) => {
    antwoord.status(404).send(messagePage('Niet gevonden', 'Deze pagina bestaat niet.'));
  });
  const mislukt: ErrorRequestHandler = (fout, vraag, antwoord, _verder) => {
    delen.log.error({ fout, pad: vraag.path }, 'pagina mislukt');
    antwoord.status(500).send(messagePage('Er ging iets mis', 'Probeer het opnieuw. Blijft het zo, kijk dan bij Gezondheid.'));
  };
  app.use(mislukt);
  return app;
}
