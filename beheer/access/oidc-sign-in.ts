import { Router, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Klok } from '../../domein/klok.ts';
import { messagePage, page } from '../page.ts';
import { newToken } from './csrf.ts';
import type { AccessLog } from './guards.ts';
import { safePath } from './safe-path.ts';
import { ProviderUnavailable, CALLBACK_PATH, type Oidc } from './oidc.ts';
import { beginSession, saveSession } from './session.ts';

/** Elke keer heengaan bewaart een sessie, en elke keer terugkomen is een vraag aan de dienst: vanaf één adres hoeft dat niet vaker. */
const limiet = (): RequestHandler =>
  rateLimit({
    windowMs: 15 * 60_000, limit: 300, standardHeaders: false, legacyHeaders: false, validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, response) => void response.status(429).send(messagePage(response, 'Even wachten', 'Er is vanaf dit adres te vaak aangemeld. Probeer het over een kwartier opnieuw.')),
  });

/** Met een aanmelddienst: `/aanmelden` stuurt erheen, `/aanmelden/terug` keurt wat zij terugstuurt. */
export function oidcSignIn({ oidc, klok, log }: { oidc: Oidc; klok: Klok; log: AccessLog }): Router {
  const router = Router();
  const grens = limiet();
  router.get('/aanmelden', (request, response) => {
    const naar = safePath(request.query['naar']);
    if (request.session.wie) return response.redirect(303, naar);
    response.send(page(response, 'aanmelden', 'Aanmelden', { oidc: true, fout: '', naam: '', naar: encodeURIComponent(naar), afgemeld: request.query['afgemeld'] === 'ja' }));
  });

  router.get('/aanmelden/dienst', grens, async (request, response) => {
    try {
      const { adres, onderweg } = await oidc.heen();
      request.session.oidc = { ...onderweg, naar: safePath(request.query['naar']) };
      await saveSession(request);
      response.redirect(303, adres);
    } catch (fout) {
      if (!(fout instanceof ProviderUnavailable)) throw fout;
      log.warn({ fout: fout.cause }, 'aanmelddienst antwoordt niet');
      response.status(503).send(messagePage(response, 'Aanmelden kan nu niet', 'De aanmelddienst van uw organisatie antwoordt niet. Probeer het over een paar minuten opnieuw.'));
    }
  });

  router.get(CALLBACK_PATH, grens, async (request, response) => {
    const { oidc: onderweg } = request.session;
    if (!onderweg) return void response.status(400).send(messagePage(response, 'Niet aangemeld', 'Dit aanmelden duurde te lang of is al gebruikt. Begin opnieuw bij Aanmelden.'));
    // Eén keer: ook na een mislukking is dit antwoord niet nog eens te gebruiken.
    delete request.session.oidc;
    await saveSession(request);
    let wie;
    try {
      wie = await oidc.terug(request.originalUrl, onderweg);
    } catch (fout) {
      log.warn({ fout }, 'antwoord van de aanmelddienst geweigerd');
      return void response.status(401).send(messagePage(response, 'Niet aangemeld', 'De aanmelddienst heeft u niet aangemeld, of haar antwoord klopt niet. Begin opnieuw bij Aanmelden.'));
    }
    if (wie.rollen.length === 0) {
      log.warn({ account: wie.accountId }, 'aangemeld zonder rol');
      return void response.status(403).send(messagePage(response, 'Geen toegang', 'U bent aangemeld bij uw organisatie, maar heeft daar geen rol voor Routeboek. Vraag die aan wie de accounts beheert.'));
    }
    await beginSession(request, { wie, begonnen: klok.nu().getTime(), csrfToken: newToken(), viaOidc: true });
    response.redirect(303, onderweg.naar);
  });
  return router;
}
