import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import type { Engine } from '../engine/engine.ts';
import { makeCijferdeps } from '../domein/cijfers/bron.ts';
import { makeNormen } from '../domein/kaart/normen.ts';
import type { Gebruikers } from '../domein/gebruikers.ts';
import { casussen } from './casussen.ts';
import { cijferpaginas } from './cijfers/paginas.ts';
import { losgeraakt } from './losgeraakt.ts';
import { incidenten } from './incidenten.ts';
import { healthForMachines, healthPage, type HealthParts } from './health.ts';
import { meldcode } from './meldcode.ts';
import { messagePage } from './page.ts';
import { clientScripts, kaartScript } from './client-bundle.ts';
import { kaartApi } from './kaart-api.ts';
import { kaartExport } from './kaart-export.ts';
import { kaartPagina } from './kaart/pagina.ts';
import { vergelijkPagina } from './vergelijk/pagina.ts';
import { padenApi } from './paden.ts';
import { post } from './post.ts';
import { scholen } from './scholen.ts';
import { home } from './home.ts';
import { stylesheet } from './stylesheet.ts';
import { accountsApi } from './access/accounts-api.ts';
import { makeAccounts } from './access/accounts.ts';
import { signIn } from './access/sign-in.ts';
import { signOut } from './access/sign-out.ts';
import { csrf, isCsrfError } from './access/csrf.ts';
import { signedIn, withKey, authorize, sameOrigin, deny, exceptPrograms } from './access/guards.ts';
import { pageFrame } from './access/page-frame.ts';
import { limitSignIn } from './access/sign-in-limit.ts';
import { findPermission } from './access/permissions.ts';
import { sessions } from './access/session.ts';
import type { SessionDuration } from './access/session-store.ts';
import type { Oidc } from './access/oidc.ts';
import { oidcSignIn } from './access/oidc-sign-in.ts';
import type { Access } from './access/password.ts';

export interface AppParts extends HealthParts {
  /** Adressen van de eigen proxy's, die zeggen van welk adres een vraag echt komt. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly engineCommands: Engine;
  readonly gebruikers: Gebruikers;
  readonly access: Access;
  /** De aanmelddienst; zonder haar gelden de accounts van de toepassing zelf. */
  readonly oidc?: Oidc | undefined;
  /** Waar mensen beheer openen, bijvoorbeeld https://beheer.example.org; leeg als dat niet is ingesteld. */
  readonly url?: string | undefined;
  readonly duur: SessionDuration;
  readonly mailserver: boolean;
  /** Waar een pagina haar fout laat, en de deur haar weigeringen. */
  readonly log: { error(fields: Record<string, unknown>, message: string): void; warn(fields: Record<string, unknown>, message: string): void };
  readonly addresses: { tasklist: string; operate: string };
}

/**
 * De webtoepassing van beheer. Alleen het stijlblad, het script, aanmelden en /gezondheid zijn zonder aanmelden te zien; de laatste zegt dan
 * niets over casussen. Wie verder wat mag staat in access/permissions.ts: een pagina die daar niet in staat, bestaat niet.
 */
export function makeApp(parts: AppParts): Express {
  const app = express();
  const https = parts.url?.startsWith('https:') ?? false;
  app.disable('x-powered-by');
  // Zonder instelling telt alleen de verbinding zelf: wat iemand in X-Forwarded-For zet, kan verzonnen zijn.
  if (parts.trustedProxies) app.set('trust proxy', parts.trustedProxies);
  const zelf = ["'self'"];
  // Afmelden gaat als formulier en eindigt soms bij de aanmelddienst: een browser telt die verwijzing mee voor form-action.
  const formAction = [...zelf, () => parts.oidc?.oorsprongen().join(' ') ?? ''];
  // Een blob maakt alleen ons eigen script: de tekening van een heatmap, onderweg naar PNG (client/als-png.ts).
  app.use(helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], styleSrc: zelf, imgSrc: [...zelf, 'blob:'], scriptSrc: zelf, connectSrc: zelf, fontSrc: zelf, formAction, baseUri: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: https ? { maxAge: 15_552_000, includeSubDomains: false } : false,
  }));
  // Een pagina of antwoord kan over een kind gaan: niets blijft in een tussenliggend geheugen of in de browser achter.
  app.use((_vraag, response, verder) => {
    response.set('Cache-Control', 'no-store');
    verder();
  });
  app.use(stylesheet());
  app.use(clientScripts());
  // Alvast, zodat de eerste die een kaart opent er niet op wacht; lukt het niet, dan zegt die pagina het.
  kaartScript().catch(() => undefined);

  const accounts = makeAccounts(parts);
  const limiet = limitSignIn();
  app.use(withKey(parts.access.key));
  app.get('/gezondheid', healthForMachines(parts, { limiet, accounts: parts.oidc ? undefined : accounts }));
  app.use(sameOrigin(parts.url && new URL(parts.url).host));
  const sessie = exceptPrograms(sessions({ ...parts, geheim: parts.access.sessiegeheim, https }));
  // Is het register weg, dan is ook niet te lezen wie er is aangemeld; juist dan moet te zien zijn wat het niet doet.
  app.use((request, response, next) => sessie(request, response, (fout?: unknown) => (fout && request.path === '/gezondheid' ? next() : next(fout))));
  app.use(pageFrame);
  app.get('/gezondheid', healthPage(parts));
  app.use(express.urlencoded({ extended: false, limit: '20kb' }));
  app.use(parts.oidc ? oidcSignIn({ ...parts, oidc: parts.oidc }) : signIn({ ...parts, accounts, limiet }));
  app.use(signedIn, exceptPrograms([csrf]), authorize(parts.log));

  app.use(signOut(async () => parts.oidc?.afmeldadres()));
  const cijferdeps = makeCijferdeps({ db: parts.register.db, engine: parts.engineCommands, klok: parts.klok });
  app.use(home(parts.addresses, cijferdeps));
  app.use(cijferpaginas(cijferdeps));
  app.use(post({ register: parts.register, klok: parts.klok, mailserver: parts.mailserver }));
  app.use(incidenten({ register: parts.register, reads: parts.reads, operate: parts.addresses.operate }));
  app.use(losgeraakt({ register: parts.register, klok: parts.klok }));
  app.use(casussen({ register: parts.register, engine: parts.engineCommands, klok: parts.klok, gebruikers: parts.gebruikers }));
  app.use(scholen({ register: parts.register }));
  app.use(meldcode({ register: parts.register, klok: parts.klok }));
  app.use(accountsApi(accounts));
  app.use(padenApi({ register: parts.register, klok: parts.klok }));
  // Eén keer gemaakt: wat van de termijnen onthouden is geldt voor de kaart, de API, de export en het vergelijken.
  const kaartdeps = { register: parts.register, klok: parts.klok, normen: makeNormen(parts.engineCommands, parts.klok) };
  app.use(kaartApi(kaartdeps));
  app.use(kaartExport(kaartdeps));
  app.use(kaartPagina(kaartdeps));
  app.use(vergelijkPagina(kaartdeps));
  app.use((_vraag, response) => {
    response.status(404).send(messagePage(response, 'Niet gevonden', 'Deze pagina bestaat niet.'));
  });
  const failed: ErrorRequestHandler = (error, request, response, verder) => {
    if (response.headersSent) return verder(error);
    if (isCsrfError(error)) {
      parts.log.warn({ account: request.session.wie?.accountId, methode: request.method }, 'formulier zonder kenmerk');
      return deny(request, response, 403, 'Niet uitgevoerd', 'Deze pagina is verouderd. Laad haar opnieuw en probeer het nog eens.');
    }
    // Een vraag die niet te lezen is (pad, koppen, tekenset) is een fout van de vrager.
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      response.status(status).send(messagePage(response, 'Deze vraag is niet te lezen', 'Controleer het adres en probeer het opnieuw.'));
      return;
    }
    parts.log.error({ fout: error, pad: findPermission(request.method, request.path)?.pad ?? 'buiten de rechtentabel' }, 'pagina mislukt');
    response.status(500).send(messagePage(response, 'Er ging iets mis', 'Probeer het opnieuw. Blijft het zo, kijk dan bij Gezondheid.'));
  };
  app.use(failed);
  return app;
}
