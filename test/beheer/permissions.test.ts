import { describe, expect, test } from 'vitest';
import { findPermission } from '../../beheer/access/permissions.ts';
import { ROLES, type Role } from '../../beheer/access/roles.ts';
import { useBeheer, VAN_HIER } from './helpers/app.ts';

const beheer = useBeheer();
const MENSEN = Object.keys(ROLES) as Role[];

describe('wie wat ziet', () => {
  test('casusnummers van incidenten op /gezondheid alleen voor applicatiebeheer en programma', async () => {
    beheer.delen = {
      ...beheer.delen,
      reads: { incidents: async () => [{ key: '1', processInstance: '7', kind: 'JOB_NO_RETRIES', message: 'x', since: '2025-09-05T08:00:00.000Z' }], placeOf: async () => ({ processId: null, elementId: null, casusnummer: '2025-0001' }) },
    };
    for (const rol of MENSEN) {
      const browser = await beheer.als(rol);
      expect((await browser.get('/gezondheid').set('accept', 'text/html')).text, rol).not.toContain('2025-0001');
      expect((await browser.get('/incidenten').set(VAN_HIER)).text.includes('2025-0001'), rol).toBe(rol === 'applicatiebeheer');
    }
    expect((await beheer.vraag().get('/gezondheid').set('authorization', beheer.sleutel())).text).toContain('2025-0001');
  });

  test('het menu toont wat iemand mag, en niets anders', async () => {
    const menu = async (rol: Role): Promise<string[]> => [...(await (await beheer.als(rol)).get('/')).text.matchAll(/class="menu__link" href="([^"]+)"/g)].map(([, href]) => href as string);
    expect(await menu('applicatiebeheer')).toEqual(['/', '/post', '/scholen', '/incidenten', '/gezondheid']);
    for (const rol of ['swv-management', 'regisseur-swv'] as const) expect(await menu(rol), rol).toEqual(['/', '/kaart', '/cijfers/klok', '/cijfers', '/vergelijk']);
    expect(await menu('ib-er')).toEqual(['/']);
  });

  test('wie er niet mag komen leest waarom, in het Nederlands; het log noemt het account en het patroon, geen naam en geen casus', async () => {
    const browser = await beheer.als('ib-er');
    const { status, text } = await browser.get('/kaart/casus-2025-0001?naam=Milan').set(VAN_HIER);
    expect([status, text]).toEqual([403, expect.stringContaining('U bent aangemeld als IB-er. Met die rol is deze pagina niet te zien.')]);
    const regel = beheer.gelogd.at(-1);
    expect(regel).toMatchObject({ zin: 'geen toegang', account: expect.stringMatching(/^[0-9a-f-]{36}$/), rollen: ['ib-er'], pad: '/kaart/*' });
    expect(JSON.stringify(beheer.gelogd)).not.toMatch(/Milan|2025-0001|10AB/);
  });

  test('een script op een pagina hoort het als JSON', async () => {
    const { status, body } = await (await beheer.als('ib-er')).get('/api/kaart/kernteam').set('accept', 'application/json');
    expect([status, body]).toEqual([403, { melding: expect.stringContaining('U bent aangemeld als IB-er') }]);
  });

  test('wat niet in de tabel staat bestaat voor niemand, hoe iemand het pad ook schrijft', async () => {
    const browser = await beheer.als('ib-er');
    for (const pad of ['/POST', '/p%6Fst', '/post/', '//post', '/./post', '/post;a=b', '/post/1', '/post%2f', '/incidenten/x', '/Scholen']) expect((await browser.get(pad)).status, pad).toBeGreaterThanOrEqual(400);
    expect(findPermission('DELETE', '/post')).toBeUndefined();
    expect(findPermission('HEAD', '/post')?.pad).toBe('/post');
    expect(findPermission('GET', '/kaart/')?.pad).toBe('/kaart');
    expect(findPermission('GET', '/kaartje')).toBeUndefined();
  });

  test('errata §4.3: applicatiebeheer beheert zonder inhoud van een casus te lezen', async () => {
    await beheer.register.transaction(async (tx) => {
      const { voegBerichtToe } = await import('../../registratie/outbox-toevoegen.ts');
      await voegBerichtToe(tx, { casusId: null, melding: 'N-02', aanRol: 'ib-er', adres: 'ingrid.bakker@wilgenbrug.nl', onderwerp: 'Bericht', tekst: 'Over een kind', sleutel: 'a', op: beheer.delen.klok.nu() });
    });
    beheer.delen = { ...beheer.delen, mailserver: true };
    const { text } = await beheer.bekijk('/post');
    expect(text).not.toMatch(/Over een kind|ingrid\.bakker/);
    expect(text).toContain('i…@wilgenbrug.nl');
    // Is zij niet aangekomen, dan moet hij het adres kunnen nakijken.
    await beheer.register.db.updateTable('uitgaand').set({ status: 'onzeker' }).execute();
    expect((await beheer.bekijk('/post')).text).toContain('ingrid.bakker@wilgenbrug.nl');
    // In een proefopstelling zonder mailserver is dit de enige plaats waar de tekst te lezen is.
    beheer.delen = { ...beheer.delen, mailserver: false };
    expect((await beheer.bekijk('/post')).text).toContain('Over een kind');
  });
});
