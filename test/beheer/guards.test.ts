import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { makeApp } from '../../beheer/app.ts';
import { kenmerkIn, PASSWORD, useBeheer, VAN_HIER } from './helpers/app.ts';

const beheer = useBeheer();
type App = ReturnType<typeof supertest>;
const probeer = (app: App, wachtwoord: string) => app.post('/aanmelden').set(VAN_HIER).type('form').send({ naam: 'beheer', wachtwoord });

describe('de deur van beheer', () => {
  test('zonder Sec-Fetch-koppen telt de pagina waar het formulier op stond: Origin of anders Referer', async () => {
    const browser = await beheer.als();
    const _csrf = kenmerkIn((await browser.get('/')).text);
    const stuur = async (koppen: Record<string, string>): Promise<number> => (await browser.post('/post/1/opnieuw').set({ host: 'beheer.swv.nl', ...koppen }).type('form').send({ _csrf })).status;
    // De cookie van supertest hoort bij 127.0.0.1; met een andere Host telt alleen de deur ervóór: 401 is erdoor, 403 niet.
    expect(await stuur({ origin: 'https://beheer.swv.nl' })).not.toBe(403);
    expect(await stuur({ referer: 'https://beheer.swv.nl/post' })).not.toBe(403);
    for (const vreemd of [{}, { origin: 'https://kwaad.example' }, { origin: 'null' }, { origin: 'https://beheer.swv.nl.kwaad.example' }, { referer: 'https://kwaad.example/?https://beheer.swv.nl' }, { referer: 'onzin' }]) expect(await stuur(vreemd as Record<string, string>), JSON.stringify(vreemd)).toBe(403);
  });

  test('achter een proxy die Host verandert telt het ingestelde adres', async () => {
    beheer.delen = { ...beheer.delen, url: 'https://beheer.swv.nl' };
    const stuur = async (origin: string): Promise<number> => (await beheer.vraag().post('/post/1/opnieuw').set({ host: 'routeboek:3000', origin })).status;
    expect(await stuur('https://beheer.swv.nl')).toBe(401);
    expect(await stuur('https://kwaad.example')).toBe(403);
  });

  test('na tien foute wachtwoorden mag het even niet meer, ook niet met het goede; een goede aanmelding telt niet mee', async () => {
    const app = supertest(makeApp(beheer.delen));
    for (let n = 0; n < 12; n++) expect((await probeer(app, PASSWORD)).status).toBe(303);
    const fout = await Promise.all(Array.from({ length: 14 }, () => probeer(app, 'geraden')));
    expect(fout.map((antwoord) => antwoord.status).sort()).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
    const dicht = await probeer(app, PASSWORD);
    expect([dicht.status, dicht.text]).toEqual([429, 'Het wachtwoord is te vaak fout ingevuld. Probeer het over 15 minuten opnieuw.']);
    expect(Number(dicht.headers['retry-after'])).toBeGreaterThan(800);
    // Ook langs /gezondheid is er niet verder te raden; een programma met de sleutel en een bewaker zonder merken er niets van.
    expect((await app.get('/gezondheid').auth('beheer', PASSWORD)).status).toBe(429);
    expect((await app.get('/gezondheid').set('authorization', beheer.sleutel())).status).toBe(200);
    expect((await app.get('/gezondheid')).status).toBe(200);
  });

  const raad = async (app: App, van: string): Promise<number> => (await probeer(app, 'geraden').set('x-forwarded-for', van)).status;
  const EIGEN_PROXY = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

  test('zonder eigen proxy telt X-Forwarded-For niet: wie zich steeds een ander adres verzint, raadt niet door', async () => {
    const app = supertest(makeApp(beheer.delen));
    for (let n = 0; n < 10; n++) expect(await raad(app, `203.0.113.${n}`)).toBe(401);
    expect(await raad(app, '203.0.113.99')).toBe(429);
  });

  test('achter de eigen proxy sluit wie raadt alleen zichzelf buiten, ook als hij een adres vóór het zijne zet', async () => {
    const app = supertest(makeApp({ ...beheer.delen, trustedProxies: EIGEN_PROXY }));
    for (let n = 0; n < 10; n++) expect(await raad(app, `198.51.100.${n}, 203.0.113.7`)).toBe(401);
    expect(await raad(app, '203.0.113.7')).toBe(429);
    expect(await raad(app, '203.0.113.8')).toBe(401);
  });

  test('van IPv6 telt het netwerk: wie binnen het zijne steeds een ander adres neemt, raadt niet door', async () => {
    const app = supertest(makeApp({ ...beheer.delen, trustedProxies: EIGEN_PROXY }));
    for (let n = 0; n < 10; n++) expect(await raad(app, `2001:db8:0:1::${n + 1}`)).toBe(401);
    expect(await raad(app, '2001:db8:0:1::ff')).toBe(429);
    expect(await raad(app, '2001:db8:9:1::1')).toBe(401);
  });

  test('wat niet te lezen is, is een fout van de vrager en nooit van de toepassing', async () => {
    const browser = await beheer.als();
    for (const path of ['/%ff', '/%E0%A4%A', '/post/%ff/opnieuw', '/post?status=%ff', '/post?status[]=a&status[]=b', '/aanmelden?naar[]=a&naar[]=b']) expect((await browser.get(path)).status, path).toBeLessThan(500);
    for (const kop of ['Basic', 'Basic ', 'Basic %%%', 'Bearer ', `Bearer ${'é'.repeat(64)}`, 'Basic YmVoZWVy', 'x']) {
      for (const pad of ['/', '/gezondheid']) expect((await beheer.vraag().get(pad).set('authorization', Buffer.from(kop).toString('latin1'))).status, `${pad} ${kop}`).toBe(401);
    }
    for (const inhoud of ['naam[]=a&wachtwoord=b', 'naam=a', '', '%ff=%ff', 'naam=%00&wachtwoord=%00']) expect((await beheer.vraag().post('/aanmelden').set(VAN_HIER).type('form').send(inhoud)).status, inhoud).toBe(401);
    const stuur = async (koppen: Record<string, string>, inhoud = '{}'): Promise<number> => (await beheer.vraag().post('/casussen').set({ authorization: beheer.sleutel(), 'content-type': 'application/json', ...koppen }).send(inhoud)).status;
    expect(await stuur({ 'content-type': 'application/json; charset=utf-16' })).toBe(400);
    expect(await stuur({ 'content-type': 'application/json; charset=bestaat-niet' })).toBe(400);
    expect(await stuur({ 'content-encoding': 'bestaat-niet' })).toBe(415);
    expect(await stuur({ 'content-encoding': 'gzip' })).toBe(400);
    expect(await stuur({ 'content-type': 'text/plain' })).toBe(400);
  });

  test('niets blijft achter in een tussenliggend geheugen, op het stijlblad na', async () => {
    const browser = await beheer.als();
    for (const path of ['/', '/post', '/bestaat-niet', '/gezondheid', '/aanmelden', '/%ff']) expect((await browser.get(path)).headers['cache-control'], path).toBe('no-store');
    const stijlblad = /href="(\/stijl\/[0-9a-f]{12}\.css)"/.exec((await beheer.vraag().get('/aanmelden')).text)?.[1] as string;
    const { status, headers } = await beheer.vraag().get(stijlblad);
    expect([status, headers['cache-control'], headers['content-type']]).toEqual([200, 'public, max-age=31536000, immutable', 'text/css; charset=utf-8']);
  });
});
