import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Engine } from '../engine/engine.ts';
import type { Klok } from '../domein/klok.ts';
import { signIn } from './sign-in.ts';
import { casussen } from './casussen.ts';
import { health, type HealthParts } from './health.ts';
import { page } from './page.ts';
import { post } from './post.ts';
import type { Access } from './password.ts';

export interface AppParts extends HealthParts {
  readonly engineCommands: Engine;
  readonly klok: Klok;
  readonly access: Access;
  readonly mailserver: boolean;
  /** Waar een pagina haar fout laat. */
  readonly log: { error(fields: Record<string, unknown>, message: string): void };
  readonly addresses: { tasklist: string; operate: string };
}

/** De webtoepassing van beheer. Alleen /gezondheid is zonder aanmelden te zien; die zegt niets over casussen. */
export function makeApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet({ contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], formAction: ["'self'"], upgradeInsecureRequests: null } }, strictTransportSecurity: false }));
  app.get('/gezondheid', health(parts));
  app.use(signIn(parts.access));
  app.get('/', (_vraag, response) => {
    response.send(page('Routeboek', `<ul><li><a href="${parts.addresses.tasklist}">Tasklist</a>: taken doen en een kind aanmelden</li><li><a href="${parts.addresses.operate}">Operate</a>: de lopende routes bekijken</li><li><a href="/post">Post</a>: de mails die het systeem verstuurt</li><li><a href="/gezondheid">Gezondheid</a>: doet alles het?</li></ul>`));
  });
  app.use(post({ register: parts.register, klok: parts.klok, mailserver: parts.mailserver }));
  app.use(casussen({ register: parts.register, engine: parts.engineCommands, klok: parts.klok }));
  app.use((_vraag, response) => {
    response.status(404).send(page('Niet gevonden', '<p>Deze pagina bestaat niet.</p>'));
  });
  const failed: ErrorRequestHandler = (error, request, response, _verder) => {
    parts.log.error({ fout: error, pad: request.path }, 'pagina mislukt');
    response.status(500).send(page('Er ging iets mis', '<p>Probeer het opnieuw. Blijft het zo, kijk dan bij Gezondheid.</p>'));
  };
  app.use(failed);
  return app;
}
