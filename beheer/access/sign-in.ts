import { Router, type RequestHandler } from 'express';
import type { Klok } from '../../domein/klok.ts';
import { page } from '../page.ts';
import type { Accounts } from './accounts.ts';
import { newToken } from './csrf.ts';
import type { AccessLog } from './guards.ts';
import { markGood } from './sign-in-limit.ts';
import { safePath } from './safe-path.ts';
import { beginSession } from './session.ts';

export interface SignInParts {
  readonly accounts: Accounts;
  readonly klok: Klok;
  readonly log: AccessLog;
  readonly limiet: RequestHandler;
}

/** Zonder aanmelddienst: `/aanmelden` met naam en wachtwoord. */
export function signIn({ accounts, klok, log, limiet }: SignInParts): Router {
  const router = Router();
  router.get('/aanmelden', (request, response) => {
    const naar = safePath(request.query['naar']);
    if (request.session.wie) return response.redirect(303, naar);
    response.send(page(response, 'aanmelden', 'Aanmelden', { oidc: false, fout: '', naam: '', naar, afgemeld: request.query['afgemeld'] === 'ja' }));
  });
  router.post('/aanmelden', limiet, async (request, response) => {
    const { naam, wachtwoord, naar } = (request.body ?? {}) as Record<string, unknown>;
    const wie = typeof naam === 'string' && typeof wachtwoord === 'string' ? await accounts.controleer(naam, wachtwoord) : undefined;
    if (!wie) {
      log.warn({}, 'aanmelden mislukt');
      response.status(401).send(page(response, 'aanmelden', 'Aanmelden', { oidc: false, fout: 'Deze naam en dit wachtwoord horen niet bij elkaar.', naam: String(naam ?? '').slice(0, 60), naar: safePath(naar), afgemeld: false }));
      return;
    }
    markGood(response);
    await beginSession(request, { wie, begonnen: klok.nu().getTime(), csrfToken: newToken(), viaOidc: false });
    response.redirect(303, safePath(naar));
  });
  return router;
}
