import type supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { PERMISSIONS, type Actor } from '../../beheer/access/permissions.ts';
import { ROLES, type Role } from '../../beheer/access/roles.ts';
import { kenmerkIn, useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';

const beheer = useBeheer(() => ({}), 'pglite', { leeg: false });
const MENSEN = Object.keys(ROLES) as Role[];
const DEELNEMERS: readonly Actor[] = [...MENSEN, 'programma'];
const browsers = new Map<Role, Browser>();
/** Iedere rol meldt zich één keer aan. */
async function als(rol: Role): Promise<Browser> {
  const browser = browsers.get(rol) ?? (await beheer.als(rol));
  browsers.set(rol, browser);
  return browser;
}

/**
 * Spec deel 3 §4.3 met errata §3, zoals mensen haar lezen, voor zover het pagina's zijn: per pagina wie er mag komen. Met de hand
 * geschreven en niet uit rechten.ts: swv-management en de regisseur lezen cijfers (M), applicatiebeheer houdt het systeem draaiende en
 * de codes bij (N) zonder inhoud van een casus, en een IB-er heeft in beheer nog niets dan zijn startpagina.
 */
const VERWACHT: Record<string, readonly Actor[]> = {
  'GET /': MENSEN,
  'GET /kaart': ['swv-management', 'regisseur-swv'],
  'GET /kaart/:proces/tabel.csv': ['swv-management', 'regisseur-swv'],
  'GET /kaart/:proces/tabel.xlsx': ['swv-management', 'regisseur-swv'],
  'GET /kaart/*': ['swv-management', 'regisseur-swv'],
  'GET /api/kaart': ['swv-management', 'regisseur-swv'],
  'GET /api/kaart/*': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/klok': ['swv-management', 'regisseur-swv'],
  'GET /cijfers': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/afdruk': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/tabel.csv': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/tabel.xlsx': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/klok/afdruk': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/klok/tabel.csv': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/klok/tabel.xlsx': ['swv-management', 'regisseur-swv'],
  'GET /cijfers/*': ['swv-management', 'regisseur-swv'],
  'GET /vergelijk': ['swv-management', 'regisseur-swv'],
  'GET /vergelijk/tabel.csv': ['swv-management', 'regisseur-swv'],
  'GET /vergelijk/tabel.xlsx': ['swv-management', 'regisseur-swv'],
  'GET /post': ['applicatiebeheer'],
  'POST /post/:id/opnieuw': ['applicatiebeheer'],
  'POST /post/:id/aangekomen': ['applicatiebeheer'],
  'GET /scholen': ['applicatiebeheer'],
  'POST /scholen/:brin': ['applicatiebeheer'],
  'GET /incidenten': ['applicatiebeheer'],
  'POST /incidenten/los/:instantie/af': ['applicatiebeheer'],
  'GET /meldcode': ['meldcode'],
  'GET /meldcode/:casusnummer': ['meldcode'],
  'GET /gezondheid': ['applicatiebeheer', 'programma'],
  'POST /casussen': ['programma'],
  'GET /paden': ['programma'],
  'GET /accounts': ['programma'],
  'POST /accounts': ['programma'],
  'POST /accounts/:naam/weg': ['programma'],
  'POST /afmelden': MENSEN,
};
/** Een pad van deze rij. */
const voorbeeld = (pad: string): string => pad.replace('*', 'kernteam').replace(/:\w+/g, '1');
const CELLEN = Object.entries(VERWACHT).flatMap(([rij, mag]) => DEELNEMERS.map((wie) => ({ rij, wie, mag: mag.includes(wie) })));

describe('de rechtentabel', () => {
  test('heeft precies de rijen die hier staan', () => {
    expect(PERMISSIONS.map(({ methode, pad }) => `${methode} ${pad}`).sort()).toEqual(Object.keys(VERWACHT).sort());
  });

  test.each(CELLEN)('$rij voor $wie: $mag', async ({ rij, wie, mag }) => {
    const [methode = '', pad = ''] = rij.split(' ');
    const stuur = async (): Promise<supertest.Response> => {
      if (wie === 'programma') return beheer.vraag()[methode === 'GET' ? 'get' : 'post'](voorbeeld(pad)).set('authorization', beheer.sleutel());
      const browser = await als(wie);
      if (methode === 'GET') return browser.get(voorbeeld(pad)).set(VAN_HIER);
      const _csrf = kenmerkIn((await browser.get('/').set(VAN_HIER)).text);
      if (pad === '/afmelden') browsers.delete(wie);
      return browser.post(voorbeeld(pad)).set(VAN_HIER).type('form').send({ _csrf });
    };
    const { status, text } = await stuur();
    // Hoe het gaat is voor iedereen; de rij van /gezondheid gaat over de casusnummers, en die houdt een eigen test.
    if (rij === 'GET /gezondheid') return expect([status, pad]).toEqual([200, '/gezondheid']);
    if (mag) expect(status, text).not.toBe(403);
    else {
      expect(status).toBe(403);
      expect(beheer.gelogd).toContainEqual(expect.objectContaining({ zin: 'geen toegang', methode, pad, rollen: [wie] }));
    }
  });
});
