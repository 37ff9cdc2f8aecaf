import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';
import { makeOidc, type Oidc } from '../../../beheer/access/oidc.ts';
import { freePort } from '../../helpers/free-port.ts';

/** Wat de dienst over iemand zegt. */
export interface Persoon {
  readonly sub: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly school_brin?: string;
  readonly realm_access?: { readonly roles: readonly string[] };
}

export interface Dienst {
  readonly issuer: string;
  /** Wie zich meldt bij het volgende bezoek aan haar aanmeldpagina. */
  persoon: Persoon;
  /** De aanmelddienst zoals de toepassing haar kent, voor een beheer op dit adres. */
  oidc(url: string, anders?: Partial<Parameters<typeof makeOidc>[0]>): Oidc;
  sluit(): Promise<void>;
}

/**
 * Een echte aanmelddienst (oidc-provider) op deze machine. Haar aanmeldpagina heeft één knop, want wachtwoorden zijn haar zaak; PKCE is
 * verplicht. Zonder `inIdToken` geeft zij groepen alleen bij userinfo, zoals de norm wil.
 * @param terug de adressen waarnaar zij mag terugsturen
 */
export async function startAanmelddienst(terug: readonly string[], { inIdToken = false, poort = undefined as number | undefined } = {}): Promise<Dienst> {
  poort ??= await freePort();
  const issuer = `http://127.0.0.1:${poort}`;
  const instelling: Configuration = {
    clients: [{
      client_id: 'routeboek', client_secret: 'geheim-van-de-proef', grant_types: ['authorization_code'], response_types: ['code'], token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: terug.map((url) => `${url}/aanmelden/terug`), post_logout_redirect_uris: terug.map((url) => `${url}/aanmelden?afgemeld=ja`),
    }],
    cookies: { keys: ['proef'] },
    conformIdTokenClaims: !inIdToken,
    claims: { openid: ['sub'], profile: ['name', 'groups', 'school_brin', 'realm_access'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...dienst.persoon }) }),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/bij-ons/${uid}` },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
  };
  const provider = new Provider(issuer, instelling);
  const verder = provider.callback();
  const server: Server = createServer((vraag, antwoord) => {
    if (!vraag.url?.startsWith('/bij-ons/')) return void verder(vraag, antwoord);
    if (vraag.method === 'GET') return void antwoord.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><html lang="nl"><title>Aanmelddienst</title><form method="post"><button>Ga door als medewerker</button></form></html>');
    void (async () => {
      const { params, prompt } = await provider.interactionDetails(vraag, antwoord);
      const grant = new provider.Grant({ accountId: dienst.persoon.sub, clientId: params['client_id'] as string });
      grant.addOIDCScope(params['scope'] as string);
      const grantId = await grant.save();
      await provider.interactionFinished(vraag, antwoord, { login: { accountId: dienst.persoon.sub }, ...(prompt.name === 'consent' || grantId ? { consent: { grantId } } : {}) });
    })().catch((fout: unknown) => antwoord.writeHead(500).end(String(fout)));
  });
  await new Promise<void>((klaar) => void server.listen(poort, '127.0.0.1', klaar));
  const dienst: Dienst = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    persoon: { sub: 'p-1', name: 'Marieke de Vries', groups: ['SWV Management'] },
    oidc: (url, anders = {}) => makeOidc({
      issuer, clientId: 'routeboek', clientSecret: 'geheim-van-de-proef', scope: 'openid profile', url, rolClaim: 'groups', schoolClaim: 'school_brin',
      rollen: [{ rol: 'swv-management', waarde: 'SWV Management' }, { rol: 'applicatiebeheer', waarde: 'ICT' }, { rol: 'ib-er', waarde: 'ib-er-{brin}' }], ...anders,
    }),
    sluit: () => new Promise((klaar) => { server.closeAllConnections(); server.close(() => klaar()); }),
  };
  return dienst;
}
