import * as client from 'openid-client';
import { principalFromClaims, type ClaimMapping } from './claims.ts';
import type { Principal } from './roles.ts';

/** De instellingen van de aanmelddienst (OpenID Connect). */
export interface OidcSettings extends ClaimMapping {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Waar mensen beheer openen; daarvan komt het adres waar de dienst hen terugstuurt, en nooit van wat een vraag zelf zegt. */
  readonly url: string;
}

/** Wat tussen heengaan en terugkomen in de sessie blijft. */
export interface Onderweg {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** De aanmelddienst antwoordt niet; later nog eens proberen kan helpen. */
export class ProviderUnavailable extends Error {}

export interface Oidc {
  /** @returns waar de browser heen gaat, en wat daarna nodig is om het antwoord te keuren @throws ProviderUnavailable als de dienst niet antwoordt */
  heen(): Promise<{ adres: string; onderweg: Onderweg }>;
  /**
   * Keurt het antwoord van de dienst: state, nonce, PKCE en de handtekening van het id-token.
   * @param vraag het pad met vraagdeel waarop de browser terugkwam
   * @returns wie het is; zonder een rol die hier geldt heeft `wie` geen rollen
   * @throws als het antwoord niet bij `onderweg` hoort of niet echt is
   */
  terug(vraag: string, onderweg: Onderweg): Promise<Principal>;
  /** Waar iemand ook bij de dienst wordt afgemeld; niets als zij dat niet kan of niet antwoordt. */
  afmeldadres(): Promise<string | undefined>;
  /** Websites van de dienst waar een formulier van hier op mag uitkomen. */
  oorsprongen(): string[];
}

export const CALLBACK_PATH = '/aanmelden/terug';
const DEZE_MACHINE = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/;

/** De aanmelddienst. Haar eigen beschrijving wordt pas bij het eerste gebruik gelezen: beheer start ook als zij even weg is. */
export function makeOidc(instelling: OidcSettings): Oidc {
  let gelezen: Promise<client.Configuration> | undefined;
  let afmeldOorsprong: string | undefined;

  const dienst = (): Promise<client.Configuration> => {
    gelezen ??= client
      .discovery(new URL(instelling.issuer), instelling.clientId, instelling.clientSecret, undefined, DEZE_MACHINE.test(instelling.issuer) ? { execute: [client.allowInsecureRequests] } : undefined)
      .then((gevonden) => {
        const einde = gevonden.serverMetadata().end_session_endpoint;
        if (einde && URL.canParse(einde)) afmeldOorsprong = new URL(einde).origin;
        return gevonden;
      })
      .catch((oorzaak: unknown) => {
        gelezen = undefined;
        throw new ProviderUnavailable('De aanmelddienst antwoordt niet.', { cause: oorzaak });
      });
    return gelezen;
  };

  return {
    async heen() {
      const config = await dienst();
      const onderweg = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
      const adres = client.buildAuthorizationUrl(config, {
        redirect_uri: new URL(CALLBACK_PATH, instelling.url).href, scope: instelling.scope, state: onderweg.state, nonce: onderweg.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(onderweg.verifier), code_challenge_method: 'S256',
      });
      return { adres: adres.href, onderweg };
    },
    async terug(vraag, { state, nonce, verifier }) {
      const config = await dienst();
      const { search } = new URL(vraag, instelling.url);
      const hier = new URL(CALLBACK_PATH + search, instelling.url);
      const tokens = await client.authorizationCodeGrant(config, hier, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
      const bewijs = tokens.claims() as client.IDToken;
      // Een dienst mag rollen in het id-token zetten of alleen bij userinfo geven.
      const meer = config.serverMetadata().userinfo_endpoint ? await client.fetchUserInfo(config, tokens.access_token, bewijs.sub) : {};
      return principalFromClaims({ ...meer, ...bewijs }, instelling);
    },
    async afmeldadres() {
      const config = await dienst().catch(() => undefined);
      if (!config?.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: new URL('/aanmelden?afgemeld=ja', instelling.url).href }).href;
    },
    oorsprongen: () => [...new Set([new URL(instelling.issuer).origin, ...(afmeldOorsprong === undefined ? [] : [afmeldOorsprong])])],
  };
}
