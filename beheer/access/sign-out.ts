import { Router } from 'express';
import { endSession } from './session.ts';

/**
 * `POST /afmelden`: de sessie gaat uit het register, dus haar cookie is daarna niets meer waard.
 * @param bijDeDienst het adres waar de aanmelddienst iemand ook daar afmeldt, of niets als die dat niet kan
 */
export function signOut(bijDeDienst: () => Promise<string | undefined>): Router {
  const router = Router();
  router.post('/afmelden', async (request, response) => {
    const { viaOidc } = request.session;
    await endSession(request);
    response.clearCookie('routeboek', { path: '/' }).clearCookie('__Host-routeboek', { path: '/', secure: true });
    response.redirect(303, (viaOidc ? await bijDeDienst() : undefined) ?? '/aanmelden?afgemeld=ja');
  });
  return router;
}
