import { Router, urlencoded } from 'express';
import { hernoemSchool, leesScholen } from '../registratie/scholen.ts';
import type { Register } from '../registratie/register.ts';
import { messagePage, page } from './page.ts';

const MAX_NAAM = 120;

/**
 * `/scholen`: de scholen die uit aanmeldingen bekend zijn. Een aanmelding kan een school niet hernoemen, want een verkeerd getypt
 * BRIN zou dan een andere school raken; wie haar naam echt wil wijzigen doet dat hier.
 */
export function scholen({ register }: { register: Register }): Router {
  const router = Router();
  router.get('/scholen', async (_vraag, antwoord) => {
    antwoord.send(page('scholen', 'Scholen', { scholen: await leesScholen(register.db) }));
  });
  router.post('/scholen/:brin', urlencoded({ extended: false, limit: '2kb' }), async (vraag, antwoord) => {
    const { naam: ingevuld } = (vraag.body ?? {}) as { naam?: unknown };
    const naam = typeof ingevuld === 'string' ? ingevuld.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
    if (naam === '' || naam.length > MAX_NAAM || /\p{C}/u.test(naam)) {
      antwoord.status(422).send(messagePage('Niet opgeslagen', `Naam van de school: vul een naam van hoogstens ${MAX_NAAM} tekens in.`));
      return;
    }
    const gevonden = await hernoemSchool(register.db, String(vraag.params['brin']), naam);
    if (!gevonden) antwoord.status(404).send(messagePage('Niet gevonden', 'Deze school is niet bekend.'));
    else antwoord.redirect(303, '/scholen');
  });
  return router;
}
