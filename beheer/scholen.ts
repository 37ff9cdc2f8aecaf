import { Router } from 'express';
import { z } from 'zod';
import { alsZinnen, tekst } from '../domein/aanmelding/velden.ts';
import { hernoemSchool, leesScholen } from '../registratie/scholen.ts';
import type { Register } from '../registratie/register.ts';
import { messagePage, page } from './page.ts';

/** Zoals een aanmelding de naam van een school keurt. */
const formulier = z.object({ naam: tekst('Naam van de school', { max: 120 }) });

/**
 * `/scholen`: de scholen die uit aanmeldingen bekend zijn. Een aanmelding kan een school niet hernoemen, want een verkeerd getypt
 * BRIN zou dan een andere school raken; wie haar naam echt wil wijzigen doet dat hier.
 */
export function scholen({ register }: { register: Register }): Router {
  const router = Router();
  router.get('/scholen', async (_vraag, antwoord) => {
    antwoord.send(page(antwoord, 'scholen', 'Scholen', { scholen: await leesScholen(register.db) }));
  });
  router.post('/scholen/:brin', async (vraag, antwoord) => {
    const keuring = formulier.safeParse(vraag.body ?? {});
    if (!keuring.success) {
      antwoord.status(422).send(messagePage(antwoord, 'Niet opgeslagen', alsZinnen(keuring.error).join(' ')));
      return;
    }
    const gevonden = await hernoemSchool(register.db, String(vraag.params['brin']), keuring.data.naam);
    if (!gevonden) antwoord.status(404).send(messagePage(antwoord, 'Niet gevonden', 'Deze school is niet bekend.'));
    else antwoord.redirect(303, '/scholen');
  });
  return router;
}
