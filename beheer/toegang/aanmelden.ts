import { Router, type RequestHandler } from 'express';
import type { Klok } from '../../domein/klok.ts';
import { page } from '../page.ts';
import type { Accounts } from './accounts.ts';
import { nieuwKenmerk } from './csrf.ts';
import type { DeurLog } from './deur.ts';
import { markGood } from './limiet.ts';
import { veiligPad } from './naar.ts';
import { begin } from './sessie.ts';

export interface AanmeldDelen {
  readonly accounts: Accounts;
  readonly klok: Klok;
  readonly log: DeurLog;
  readonly limiet: RequestHandler;
}

/** Zonder aanmelddienst: `/aanmelden` met naam en wachtwoord. */
export function aanmelden({ accounts, klok, log, limiet }: AanmeldDelen): Router {
  const router = Router();
  router.get('/aanmelden', (request, response) => {
    const naar = veiligPad(request.query['naar']);
    if (request.session.wie) return response.redirect(303, naar);
    response.send(page(response, 'aanmelden', 'Aanmelden', { oidc: false, fout: '', naam: '', naar, afgemeld: request.query['afgemeld'] === 'ja' }));
  });
  router.post('/aanmelden', limiet, async (request, response) => {
    const { naam, wachtwoord, naar } = (request.body ?? {}) as Record<string, unknown>;
    const wie = typeof naam === 'string' && typeof wachtwoord === 'string' ? await accounts.controleer(naam, wachtwoord) : undefined;
    if (!wie) {
      log.warn({}, 'aanmelden mislukt');
      response.status(401).send(page(response, 'aanmelden', 'Aanmelden', { oidc: false, fout: 'Deze naam en dit wachtwoord horen niet bij elkaar.', naam: String(naam ?? '').slice(0, 60), naar: veiligPad(naar), afgemeld: false }));
      return;
    }
    markGood(response);
    await begin(request, { wie, begonnen: klok.nu().getTime(), csrfToken: nieuwKenmerk(), viaOidc: false });
    response.redirect(303, veiligPad(naar));
  });
  return router;
}
