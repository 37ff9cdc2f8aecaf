import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { makeApp } from '../../beheer/app.ts';
import { makeAccounts } from '../../beheer/access/accounts.ts';
import { wisVerlopenSessies } from '../../registratie/beheer-sessies.ts';
import { open } from '../helpers/casus.ts';
import { DATABASES } from '../helpers/databases.ts';
import { kenmerkIn, KLOK, PASSWORD, useBeheer, VAN_HIER } from './helpers/app.ts';

const MINUUT = 60_000;

describe.each(DATABASES)('aanmelden bij beheer (%s)', (soort) => {
  const beheer = useBeheer(() => ({}), soort);
  const meldAan = (app: ReturnType<typeof supertest>, velden: Record<string, string> = {}) => app.post('/aanmelden').set(VAN_HIER).type('form').send({ naam: 'beheer', wachtwoord: PASSWORD, ...velden });
  const sessies = () => beheer.register.db.selectFrom('beheerSessie').select(['sessie', 'accountId']).execute();
  const cookieVan = (antwoord: supertest.Response): string => ((antwoord.headers['set-cookie'] as unknown as string[] | undefined) ?? []).join();
  /** Een klok die de test vooruitzet. */
  const metKlok = () => {
    let nu = KLOK.nu().getTime();
    beheer.delen = { ...beheer.delen, klok: { nu: () => new Date(nu) } };
    return (ms: number): void => void (nu += ms);
  };

  test('wie zich aanmeldt gaat naar wat hij vroeg; een adres buiten beheer wordt Start', async () => {
    expect((await meldAan(beheer.vraag(), { naar: '/post?status=dood' })).headers['location']).toBe('/post?status=dood');
    for (const naar of ['https://kwaad.example', '//kwaad.example', '/\\kwaad.example', '/\t/kwaad.example', 'javascript:alert(1)', '/afmelden', '/aanmelden/dienst', '']) expect((await meldAan(beheer.vraag(), { naar })).headers['location'], naar).toBe('/');
  });

  test('een onbekende naam en een fout wachtwoord geven hetzelfde antwoord, en dat noemt het wachtwoord niet', async () => {
    const [fout, onbekend] = [await meldAan(beheer.vraag(), { wachtwoord: 'geraden-zeker' }), await meldAan(beheer.vraag(), { naam: 'niemand', wachtwoord: 'geraden-zeker' })];
    for (const { status, text } of [fout, onbekend]) {
      expect(status).toBe(401);
      expect(text).toContain('Deze naam en dit wachtwoord horen niet bij elkaar.');
      expect(text).not.toContain('geraden-zeker');
    }
    expect(JSON.stringify(beheer.gelogd)).not.toMatch(/niemand|geraden-zeker/);
    expect(await sessies()).toEqual([]);
  });

  test('de cookie is alleen voor de server, niet voor andere websites, en staat niet leesbaar in het register', async () => {
    const cookie = cookieVan(await meldAan(beheer.vraag()));
    expect(cookie).toMatch(/^routeboek=s%3A[^;]{43}[^;]*; Path=\/; HttpOnly; SameSite=Lax$/);
    const kenmerk = /routeboek=s%3A([^.]+)\./.exec(cookie)?.[1] as string;
    const [sessie] = await sessies();
    expect(sessie).toMatchObject({ accountId: 'beheer' });
    expect(sessie?.sessie).not.toContain(kenmerk);
  });

  test('achter https heet en vlagt de cookie daarnaar, ook als de proxy niets zegt; zonder instelling telt wat de eigen proxy zegt', async () => {
    beheer.delen = { ...beheer.delen, url: 'https://beheer.swv.nl' };
    const antwoord = await meldAan(beheer.vraag());
    expect(cookieVan(antwoord)).toMatch(/^__Host-routeboek=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(antwoord.headers['strict-transport-security']).toBe('max-age=15552000');
    beheer.delen = { ...beheer.delen, url: undefined, trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] };
    expect(cookieVan(await meldAan(beheer.vraag()).set('x-forwarded-proto', 'https'))).toContain('; Secure;');
  });

  test('een sessie van vóór het aanmelden is daarna niets waard: wie iemand een cookie opdringt, komt er niet mee binnen', async () => {
    const app = supertest(makeApp(beheer.delen));
    const eerst = cookieVan(await meldAan(app)).split(';')[0] as string;
    const daarna = cookieVan(await meldAan(app).set('cookie', eerst)).split(';')[0] as string;
    expect(daarna).not.toBe(eerst);
    expect((await app.get('/').set('cookie', eerst)).status).toBe(401);
    expect((await app.get('/').set('cookie', daarna)).status).toBe(200);
    // Een kenmerk dat de aanvaller zelf koos, is niet door ons ondertekend.
    expect((await app.get('/').set('cookie', 'routeboek=s%3Agekozen.geraden')).status).toBe(401);
  });

  test('wie zich afmeldt is overal uit: ook een bewaarde cookie komt er niet meer in', async () => {
    const app = makeApp(beheer.delen);
    const aangemeld = await meldAan(supertest(app));
    const cookie = cookieVan(aangemeld).split(';')[0] as string;
    const _csrf = kenmerkIn((await supertest(app).get('/').set('cookie', cookie)).text);
    const uit = await supertest(app).post('/afmelden').set(VAN_HIER).set('cookie', cookie).type('form').send({ _csrf });
    expect([uit.status, uit.headers['location']]).toEqual([303, '/aanmelden?afgemeld=ja']);
    expect(cookieVan(uit)).toContain('routeboek=; Path=/; Expires=Thu, 01 Jan 1970');
    expect(await sessies()).toEqual([]);
    expect((await supertest(app).get('/').set('cookie', cookie)).status).toBe(401);
  });

  test('een formulier zonder het kenmerk, of met dat van een ander, doet niets', async () => {
    const browser = await beheer.als();
    const ander = kenmerkIn((await (await beheer.als()).get('/')).text);
    const eigen = kenmerkIn((await browser.get('/')).text);
    expect(eigen).toMatch(/^[\w-]{43}$/);
    const naam = async (): Promise<unknown> => (await beheer.register.db.selectFrom('school').select('naam').execute())[0]?.naam;
    await open(beheer.register);
    for (const velden of [{}, { _csrf: '' }, { _csrf: ander }]) {
      const { status, text } = await browser.post('/scholen/10AB').set(VAN_HIER).type('form').send({ naam: 'Gekaapt', ...velden });
      expect([status, text.includes('Laad haar opnieuw')]).toEqual([403, true]);
    }
    expect((await browser.post('/afmelden').set(VAN_HIER).type('form').send({})).status).toBe(403);
    expect(await naam()).toBe('OBS De Wilgenbrug');
    expect((await browser.post('/scholen/10AB').set(VAN_HIER).type('form').send({ naam: 'De Brug', _csrf: eigen })).status).toBe(303);
    expect(await naam()).toBe('De Brug');
    // Een script op een pagina van hier stuurt het als kop.
    expect((await browser.post('/scholen/10AB').set(VAN_HIER).set('x-csrf-token', eigen).type('form').send({ naam: 'De Brug' })).status).toBe(303);
  });

  test('wie een half uur niets doet moet zich opnieuw aanmelden; wie bezig blijft niet, tot de dag om is', async () => {
    const vooruit = metKlok();
    const browser = await beheer.als();
    for (let n = 0; n < 20; n++) {
      vooruit(29 * MINUUT);
      expect((await browser.get('/')).status, `na ${(n + 1) * 29} minuten`).toBe(200);
    }
    vooruit(29 * MINUUT);
    expect((await browser.get('/')).status, 'na ruim tien uur').toBe(401);
    const stil = await beheer.als();
    vooruit(30 * MINUUT);
    expect((await stil.get('/')).status).toBe(401);
    const zoekt = await stil.get('/post').set('accept', 'text/html');
    expect(zoekt.headers['location']).toBe('/aanmelden?naar=%2Fpost');
  });

  test('een verlopen sessie wordt opgeruimd, een lopende niet', async () => {
    const vooruit = metKlok();
    await beheer.als();
    vooruit(20 * MINUUT);
    await beheer.als();
    vooruit(15 * MINUUT);
    await wisVerlopenSessies(beheer.register.db, beheer.delen.klok.nu());
    expect(await sessies()).toHaveLength(1);
  });

  test('een aanmelding overleeft een herstart', async () => {
    const cookie = cookieVan(await meldAan(beheer.vraag())).split(';')[0] as string;
    expect((await supertest(makeApp(beheer.delen)).get('/').set('cookie', cookie)).status).toBe(200);
  });

  test('een account dat een ander wachtwoord krijgt of verdwijnt, is overal afgemeld', async () => {
    const accounts = makeAccounts(beheer.delen);
    const eerste = await beheer.als('swv-management');
    const nieuw = await accounts.maak('swv-management', 'swv-management', null);
    expect((await eerste.get('/')).status).toBe(401);
    const aangemeld = await meldAan(beheer.vraag(), { naam: ' SWV-Management ', wachtwoord: nieuw });
    expect(aangemeld.status).toBe(303);
    const tweede = cookieVan(aangemeld).split(';')[0] as string;
    expect(await accounts.wis('swv-management')).toBe(true);
    expect((await beheer.vraag().get('/').set('cookie', tweede)).status).toBe(401);
    expect((await meldAan(beheer.vraag(), { naam: 'swv-management', wachtwoord: nieuw })).status).toBe(401);
  });

  test('een wachtwoord staat nergens leesbaar, en een rol die niet meer bestaat komt er niet in', async () => {
    const accounts = makeAccounts(beheer.delen);
    const wachtwoord = await accounts.maak('directie', 'swv-management', null);
    expect(wachtwoord.length).toBeGreaterThanOrEqual(16);
    const rij = await beheer.register.db.selectFrom('beheerAccount').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(rij)).not.toContain(wachtwoord);
    expect(await accounts.controleer('directie', wachtwoord)).toMatchObject({ rollen: ['swv-management'] });
    await beheer.register.db.updateTable('beheerAccount').set({ rol: 'vervallen' }).execute();
    expect(await accounts.controleer('directie', wachtwoord)).toBeUndefined();
    await beheer.register.db.updateTable('beheerAccount').set({ rol: 'ib-er' }).execute();
    expect(await accounts.controleer('directie', wachtwoord), 'een IB-er zonder school').toBeUndefined();
  });
});
