import { json, Router } from 'express';
import { z } from 'zod';
import { ACCOUNT_NAME, FIXED_ACCOUNT, type Accounts } from './accounts.ts';
import { ROLES, SCHOOL_ROLES, isRole, type Role } from './roles.ts';

const rollen = Object.keys(ROLES).join(', ');
const opdracht = z
  .object({
    naam: z.string({ error: 'De naam van het account ontbreekt.' }).trim().toLowerCase().regex(ACCOUNT_NAME, { error: 'De naam van een account heeft 2 tot 40 kleine letters, cijfers, punten, streepjes of lage streepjes.' })
      .refine((naam) => naam !== FIXED_ACCOUNT, { error: `Het account ${FIXED_ACCOUNT} bestaat altijd; zijn wachtwoord is dat van de eerste start of BEHEER_WACHTWOORD.` }),
    rol: z.string({ error: `De rol ontbreekt; kies uit ${rollen}.` }).refine(isRole, { error: `Deze rol bestaat niet; kies uit ${rollen}.` }),
    school: z.string().trim().toUpperCase().regex(/^\d{2}[A-Z]{2}$/, { error: 'De school is een BRIN: twee cijfers en twee letters, bijvoorbeeld 10AB.' }).optional(),
  })
  .check(({ value: { rol, school }, issues }) => {
    if (!isRole(rol)) return;
    if (SCHOOL_ROLES.includes(rol) && school === undefined) issues.push({ code: 'custom', input: school, message: `De rol ${rol} hoort bij een school: geef het BRIN mee.` });
    if (!SCHOOL_ROLES.includes(rol) && school !== undefined) issues.push({ code: 'custom', input: school, message: `De rol ${rol} hoort niet bij een school: laat het BRIN weg.` });
  });

/** `/accounts`: voor `npm run account`, dat zich met het sleutelbestand meldt. Het wachtwoord gaat één keer terug en staat nergens. */
export function accountsApi(accounts: Accounts): Router {
  const router = Router();
  router.get('/accounts', async (_request, response) => {
    response.json({ accounts: await accounts.lijst() });
  });
  router.post('/accounts', json({ limit: '2kb' }), async (request, response) => {
    const keuring = opdracht.safeParse(request.body ?? {});
    if (!keuring.success) return void response.status(422).json({ melding: keuring.error.issues.map((kwestie) => kwestie.message).join('\n') });
    const { naam, rol, school } = keuring.data;
    response.status(201).json({ naam, wachtwoord: await accounts.maak(naam, rol as Role, school ?? null) });
  });
  router.post('/accounts/:naam/weg', async (request, response) => {
    const weg = await accounts.wis(request.params['naam']);
    response.status(weg ? 200 : 404).json({ melding: weg ? 'Het account is verwijderd en overal afgemeld.' : 'Dit account bestaat niet.' });
  });
  return router;
}
