import { Router } from 'express';
import { leesVersheid } from '../domein/geschiedenis/versheid.ts';
import { leesKaart } from '../domein/kaart/lees-kaart.ts';
import type { Normen } from '../domein/kaart/normen.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import type { Klok } from '../domein/klok.ts';
import { ROUTES } from '../domein/routes/index.ts';
import { leesKeuzes } from '../registratie/kaart/keuzes.ts';
import type { Register } from '../registratie/register.ts';
import { leesKaartfilter } from './kaartfilter.ts';

/**
 * `GET /api/kaart/<proces>`: de cijfers van een proces (domein/kaart/kaart.ts zegt wat elk veld is), met het filter in het adres.
 * `GET /api/kaart`: waaruit te kiezen is. Verkeerd filter: 400 met een zin per veld; onbekend proces: 404.
 */
export function kaartApi({ register, klok, normen }: { register: Register; klok: Klok; normen: Normen }): Router {
  const router = Router();
  router.get('/api/kaart', async (_vraag, antwoord) => {
    antwoord.json({ ...(await leesKeuzes(register.db)), routes: ROUTES.map((r) => r.proces), versheid: await leesVersheid(register.db, klok) });
  });
  router.get('/api/kaart/:proces', async (vraag, antwoord) => {
    const { filter, fouten } = leesKaartfilter(vraag.query, vandaag(klok));
    if (fouten !== undefined) {
      antwoord.status(400).type('application/problem+json').json({ type: 'about:blank', title: 'Dit filter klopt niet', status: 400, detail: fouten.map((f) => f.melding).join(' '), errors: fouten });
      return;
    }
    const kaart = await leesKaart({ db: register.db, klok, normen }, String(vraag.params['proces']), filter);
    if (kaart === undefined) antwoord.status(404).type('application/problem+json').json({ type: 'about:blank', title: 'Niet gevonden', status: 404, detail: 'Er is geen proces met deze naam.' });
    else antwoord.json(kaart);
  });
  return router;
}
