import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeApp } from '../../beheer/app.ts';
import { startAanmelddienst, type Dienst } from './helpers/oidc-provider.ts';
import { kenmerkIn, PASSWORD, useBeheer, VAN_HIER, type Browser } from './helpers/app.ts';

const URL_BEHEER = 'http://beheer.proef';
const beheer = useBeheer();
let dienst: Dienst;
beforeAll(async () => { dienst = await startAanmelddienst([URL_BEHEER, 'https://beheer.swv.nl']); });
afterAll(() => dienst.sluit());
beforeEach(() => {
  beheer.delen = { ...beheer.delen, url: URL_BEHEER, oidc: dienst.oidc(URL_BEHEER) };
  dienst.persoon = { sub: 'p-1', name: 'Marieke de Vries', groups: ['SWV Management'] };
});

const waarheen = (antwoord: supertest.Response): URL => new URL(antwoord.headers['location'] as string, URL_BEHEER);
const pad = (url: URL): string => url.pathname + url.search;

/** Gaat met een browser naar de dienst en meldt zich daar aan. @returns waar de dienst de browser terugstuurt */
async function bijDeDienst(browser: Browser, naar = '/'): Promise<URL> {
  const vertrek = waarheen(await browser.get(`/aanmelden/dienst?naar=${encodeURIComponent(naar)}`).expect(303));
  const daar = supertest.agent(dienst.issuer);
  let plek = waarheen(await daar.get(pad(vertrek)).expect(303));
  expect(plek.pathname).toMatch(/^\/bij-ons\//);
  plek = waarheen(await daar.post(pad(plek)).expect(303));
  return waarheen(await daar.get(pad(plek)).expect(303));
}
const browser = (): Browser => supertest.agent(makeApp(beheer.delen));

describe('aanmelden met een aanmelddienst', () => {
  test('wie daar een rol heeft komt binnen, met die rol, op de pagina die hij vroeg', async () => {
    const van = browser();
    const terug = await bijDeDienst(van, '/kaart?jaar=2025');
    expect(terug.origin + terug.pathname).toBe(`${URL_BEHEER}/aanmelden/terug`);
    const binnen = await van.get(pad(terug));
    expect([binnen.status, binnen.headers['location']]).toEqual([303, '/kaart?jaar=2025']);
    const { text } = await van.get('/').set(VAN_HIER).expect(200);
    expect(text).toContain('Marieke de Vries');
    expect(text).toContain('management SWV');
    expect((await van.get('/post').set(VAN_HIER)).status).toBe(403);
    // In logs heet zij naar een afdruk; haar naam staat daar niet.
    expect(JSON.stringify(beheer.gelogd)).toMatch(/oidc-[0-9a-f]{16}/);
    expect(JSON.stringify(beheer.gelogd)).not.toContain('Marieke');
  });

  test('heengaan stuurt PKCE, state en nonce mee, en een terugadres uit de instelling en niet uit de vraag', async () => {
    beheer.delen = { ...beheer.delen, url: 'https://beheer.swv.nl', oidc: dienst.oidc('https://beheer.swv.nl') };
    const vertrek = waarheen(await beheer.vraag().get('/aanmelden/dienst').set({ host: 'kwaad.example', 'x-forwarded-host': 'kwaad.example' }));
    const gevraagd = Object.fromEntries(vertrek.searchParams);
    expect(gevraagd).toMatchObject({ redirect_uri: 'https://beheer.swv.nl/aanmelden/terug', code_challenge_method: 'S256', response_type: 'code', scope: 'openid profile', client_id: 'routeboek' });
    for (const geheim of ['code_challenge', 'state', 'nonce'] as const) expect(gevraagd[geheim], geheim).toMatch(/^[\w-]{40,}$/);
    const nog = waarheen(await beheer.vraag().get('/aanmelden/dienst')).searchParams;
    for (const geheim of ['code_challenge', 'state', 'nonce']) expect(nog.get(geheim)).not.toBe(gevraagd[geheim]);
  });

  test('de sessie van het heengaan is na het aanmelden een andere', async () => {
    const van = browser();
    const kenmerk = async (): Promise<string[]> => (await beheer.register.db.selectFrom('beheerSessie').select('sessie').execute()).map(({ sessie }) => sessie);
    const terug = await bijDeDienst(van);
    const eerst = await kenmerk();
    await van.get(pad(terug)).expect(303);
    const daarna = await kenmerk();
    expect([eerst.length, daarna.length]).toEqual([1, 1]);
    expect(daarna).not.toEqual(eerst);
  });

  test('een antwoord geldt één keer, alleen in de browser die heenging, en alleen met de state die meeging', async () => {
    const van = browser();
    const terug = await bijDeDienst(van);
    expect((await browser().get(pad(terug))).status, 'in een andere browser').toBe(400);
    await van.get(pad(terug)).expect(303);
    const nieuw = browser();
    await nieuw.get('/aanmelden/dienst').expect(303);
    expect((await nieuw.get(pad(terug))).status, 'de state van een ander').toBe(401);
    expect((await nieuw.get(pad(terug))).status, 'nog eens').toBe(400);
    expect((await nieuw.get('/')).status).toBe(401);
  });

  test('wat aan het antwoord is veranderd wordt geweigerd, en laat niemand binnen', async () => {
    const verander: [string, (terug: URL) => void][] = [
      ['zonder code', (t) => t.searchParams.delete('code')], ['andere code', (t) => t.searchParams.set('code', 'verzonnen')],
      ['zonder state', (t) => t.searchParams.delete('state')], ['andere state', (t) => t.searchParams.set('state', 'verzonnen')],
      ['andere dienst', (t) => t.searchParams.set('iss', 'https://kwaad.example')], ['een weigering', (t) => { t.searchParams.delete('code'); t.searchParams.set('error', 'access_denied'); }],
    ];
    for (const [wat, doe] of verander) {
      const van = browser();
      const terug = await bijDeDienst(van);
      doe(terug);
      expect((await van.get(pad(terug))).status, wat).toBe(401);
      expect((await van.get('/')).status, wat).toBe(401);
    }
  });

  test('een antwoord met de nonce of de sleutel (PKCE) van een ander heengaan wordt geweigerd', async () => {
    for (const wat of ['nonce', 'verifier']) {
      const van = browser();
      const terug = await bijDeDienst(van);
      const rij = await beheer.register.db.selectFrom('beheerSessie').selectAll().executeTakeFirstOrThrow();
      const gegevens = rij.gegevens as { oidc: Record<string, string> };
      await beheer.register.db.updateTable('beheerSessie').set({ gegevens: JSON.stringify({ ...gegevens, oidc: { ...gegevens.oidc, [wat]: 'x'.repeat(43) } }) }).execute();
      expect((await van.get(pad(terug))).status, wat).toBe(401);
      await beheer.register.db.deleteFrom('beheerSessie').execute();
    }
  });

  test('wie hier geen rol heeft, of een IB-er zonder school, komt er niet in en leest waarom', async () => {
    for (const groups of [[], ['Personeel'], ['swv management'], ['ib-er-XX'], ['ib-er-10AB', 'ib-er-11CD']]) {
      dienst.persoon = { sub: 'p-2', name: 'Jan', groups };
      const van = browser();
      const { status, text } = await van.get(pad(await bijDeDienst(van)));
      expect([status, text], groups.join()).toEqual([403, expect.stringContaining('geen rol voor Routeboek')]);
      expect((await van.get('/')).status).toBe(401);
    }
  });

  test('de groep noemt de school van een IB-er; meer groepen geven meer rollen', async () => {
    dienst.persoon = { sub: 'p-3', name: 'Ingrid', groups: ['ib-er-10ab', 'ICT', 'Personeel'] };
    const van = browser();
    await van.get(pad(await bijDeDienst(van))).expect(303);
    const { text } = await van.get('/').set(VAN_HIER);
    expect(text).toMatch(/class="kop__rol">applicatiebeheer, IB-er van 10AB</);
    expect((await van.get('/post').set(VAN_HIER)).status).toBe(200);
  });

  test('rollen mogen genest staan, en de school in een eigen gegeven', async () => {
    beheer.delen = { ...beheer.delen, oidc: dienst.oidc(URL_BEHEER, { rolClaim: 'realm_access.roles', rollen: [{ rol: 'ib-er', waarde: 'IB' }] }) };
    dienst.persoon = { sub: 'p-4', name: 'Ingrid', realm_access: { roles: ['IB'] }, school_brin: '10AB' };
    const van = browser();
    await van.get(pad(await bijDeDienst(van))).expect(303);
    expect((await van.get('/').set(VAN_HIER)).text).toContain('IB-er van 10AB');
  });

  test('wie zich afmeldt gaat ook bij de dienst uit; de browser mag daarheen', async () => {
    const van = browser();
    await van.get(pad(await bijDeDienst(van))).expect(303);
    const start = await van.get('/').set(VAN_HIER);
    expect(start.headers['content-security-policy']).toContain(`form-action 'self' ${dienst.issuer}`);
    const uit = await van.post('/afmelden').set(VAN_HIER).type('form').send({ _csrf: kenmerkIn(start.text) }).expect(303);
    const adres = waarheen(uit);
    expect([adres.origin, adres.pathname, adres.searchParams.get('post_logout_redirect_uri')]).toEqual([dienst.issuer, '/session/end', `${URL_BEHEER}/aanmelden?afgemeld=ja`]);
    expect(await beheer.register.db.selectFrom('beheerSessie').select('sessie').execute()).toEqual([]);
  });

  test('met een aanmelddienst opent een eigen wachtwoord niets meer', async () => {
    const pagina = await beheer.vraag().get('/aanmelden').set(VAN_HIER);
    expect(pagina.text).toContain('Aanmelden bij uw organisatie');
    expect(pagina.text).not.toContain('type="password"');
    expect((await beheer.vraag().post('/aanmelden').set(VAN_HIER).type('form').send({ naam: 'beheer', wachtwoord: PASSWORD })).status).toBe(401);
    expect((await beheer.vraag().get('/gezondheid').auth('beheer', PASSWORD)).status).toBe(401);
    expect((await beheer.vraag().get('/gezondheid').set('authorization', beheer.sleutel())).status).toBe(200);
  });

  test('antwoordt de dienst niet, dan staat dat er; komt zij terug, dan lukt het weer', async () => {
    const weg = await startAanmelddienst([URL_BEHEER]);
    beheer.delen = { ...beheer.delen, oidc: weg.oidc(URL_BEHEER) };
    await weg.sluit();
    const app = supertest(makeApp(beheer.delen));
    const { status, text } = await app.get('/aanmelden/dienst').set(VAN_HIER);
    expect([status, text]).toEqual([503, expect.stringContaining('De aanmelddienst van uw organisatie antwoordt niet')]);
    expect((await app.get('/aanmelden').set(VAN_HIER)).status).toBe(200);
    const terug = await startAanmelddienst([URL_BEHEER], { poort: Number(new URL(weg.issuer).port) });
    expect((await app.get('/aanmelden/dienst').set(VAN_HIER)).status).toBe(303);
    await terug.sluit();
  });
});

test('een dienst die groepen in het id-token zet werkt net zo', async () => {
  const ander = await startAanmelddienst([URL_BEHEER], { inIdToken: true });
  const eerder = dienst;
  try {
    dienst = ander;
    beheer.delen = { ...beheer.delen, oidc: ander.oidc(URL_BEHEER) };
    const van = browser();
    await van.get(pad(await bijDeDienst(van))).expect(303);
    expect((await van.get('/').set(VAN_HIER)).text).toContain('management SWV');
  } finally {
    dienst = eerder;
    await ander.sluit();
  }
});
