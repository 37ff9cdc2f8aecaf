import { Router } from 'express';
import { page, type Tegel } from './page.ts';
import { scopesOf, PERMISSIONS } from './access/permissions.ts';
import { ROLES, type Role } from './access/roles.ts';

const UITLEG: Record<string, string> = {
  '/post': 'De mails die het systeem verstuurt, en wat niet aankwam.',
  '/scholen': 'De naam van een school wijzigen.',
  '/incidenten': 'Wat is blijven steken en wat u eraan doet.',
  '/meldcode': 'Wat er bij de meldcode op uw school is vastgelegd.',
  '/gezondheid': 'Doet alles het?',
};
const TASKLIST: readonly Role[] = ['regisseur-swv', 'ib-er', 'applicatiebeheer'];
const OPERATE: readonly Role[] = ['swv-management', 'regisseur-swv', 'applicatiebeheer'];

/** `/`: waar iemand met zijn rol heen kan. */
export function home({ tasklist, operate }: { tasklist: string; operate: string }): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const rollen = request.session.wie?.rollen ?? [];
    const eigen = PERMISSIONS.filter((recht) => recht.menu !== undefined && recht.pad !== '/' && scopesOf(recht, rollen).length > 0);
    const tegels: Tegel[] = eigen.map(({ pad, menu }) => ({ href: pad, titel: menu as string, uitleg: UITLEG[pad] ?? '' }));
    if (rollen.some((rol) => TASKLIST.includes(rol))) tegels.push({ href: tasklist, titel: 'Tasklist', uitleg: 'Taken doen en een kind aanmelden.' });
    if (rollen.some((rol) => OPERATE.includes(rol))) tegels.push({ href: operate, titel: 'Operate', uitleg: 'De lopende routes bekijken.' });
    response.send(page(response, 'home', 'Routeboek', { rol: rollen.map((rol) => ROLES[rol]).join(' en '), tegels }));
  });
  return router;
}
