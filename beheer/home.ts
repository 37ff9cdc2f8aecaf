import { Router } from 'express';
import type { Cijferdeps } from '../domein/cijfers/bron.ts';
import { maakStartbeeld } from './cijfers/startbeeld.ts';
import { metNormen } from './cijfers/zonder-normen.ts';
import { page, type Tegel } from './page.ts';
import { scopesOf, PERMISSIONS } from './access/permissions.ts';
import { ROLES, type Role } from './access/roles.ts';

const UITLEG: Record<string, string> = {
  '/kaart': 'Waar kinderen nu zijn, hoe lang een stap duurt en waar het over de termijn gaat.',
  '/cijfers/klok': 'Hoe lang kinderen thuis zijn, wie erbij kwam en waardoor, per maand.',
  '/cijfers': 'De afspraken van het samenwerkingsverband, elk met doel, aantal en verloop.',
  '/vergelijk': 'Twee schooljaren, besturen of scholen naast elkaar, met het verschil.',
  '/post': 'De mails die het systeem verstuurt, en wat niet aankwam.',
  '/scholen': 'De naam van een school wijzigen.',
  '/incidenten': 'Wat is blijven steken en wat u eraan doet.',
  '/meldcode': 'Wat er bij de meldcode op uw school is vastgelegd.',
  '/gezondheid': 'Doet alles het?',
};
const TASKLIST: readonly Role[] = ['regisseur-swv', 'ib-er', 'applicatiebeheer'];
const OPERATE: readonly Role[] = ['swv-management', 'regisseur-swv', 'applicatiebeheer'];

/** `/`: voor wie cijfers ziet hoe het er nu voor staat, en voor iedereen waar hij met zijn rol heen kan. */
export function home({ tasklist, operate }: { tasklist: string; operate: string }, cijfers: Cijferdeps): Router {
  const router = Router();
  router.get('/', metNormen(async (request, response) => {
    const rollen = request.session.wie?.rollen ?? [];
    const eigen = PERMISSIONS.filter((recht) => recht.menu !== undefined && recht.pad !== '/' && scopesOf(recht, rollen).length > 0);
    const tegels: Tegel[] = eigen.map(({ pad, menu }) => ({ href: pad, titel: menu as string, uitleg: UITLEG[pad] ?? '' }));
    if (rollen.some((rol) => TASKLIST.includes(rol))) tegels.push({ href: tasklist, titel: 'Tasklist', uitleg: 'Taken doen en een kind aanmelden.' });
    if (rollen.some((rol) => OPERATE.includes(rol))) tegels.push({ href: operate, titel: 'Operate', uitleg: 'De lopende routes bekijken.' });
    // Wie bij de cijfers mag begint met hoe het ervoor staat.
    if (eigen.some(({ pad }) => pad === '/cijfers')) response.send(page(response, 'start', 'Hoe het ervoor staat', { ...(await maakStartbeeld(cijfers)), tegels }));
    else response.send(page(response, 'home', 'Routeboek', { rol: rollen.map((rol) => ROLES[rol]).join(' en '), tegels }));
  }));
  return router;
}
