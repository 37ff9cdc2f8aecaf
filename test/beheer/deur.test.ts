import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { makeApp } from '../../beheer/app.ts';
import { PASSWORD, useBeheer } from './helpers/app.ts';

const beheer = useBeheer();

describe('de deur van beheer', () => {
  test('zonder Sec-Fetch-koppen telt de pagina waar het formulier op stond: Origin of anders Referer', async () => {
    const stuur = async (koppen: Record<string, string>): Promise<number> => (await beheer.vraag().post('/post/1/opnieuw').auth('beheer', PASSWORD).set({ host: 'beheer.swv.nl', ...koppen })).status;
    expect(await stuur({ origin: 'https://beheer.swv.nl' })).toBe(303);
    expect(await stuur({ referer: 'https://beheer.swv.nl/post' })).toBe(303);
    for (const vreemd of [{}, { origin: 'https://kwaad.example' }, { origin: 'null' }, { origin: 'https://beheer.swv.nl.kwaad.example' }, { referer: 'https://kwaad.example/?https://beheer.swv.nl' }, { referer: 'onzin' }]) expect(await stuur(vreemd as Record<string, string>), JSON.stringify(vreemd)).toBe(403);
  });

  test('na tien foute wachtwoorden mag het even niet meer, ook niet met het goede; een goede aanmelding telt niet mee', async () => {
    const app = supertest(makeApp(beheer.delen));
    for (let n = 0; n < 30; n++) expect((await app.get('/').auth('beheer', PASSWORD)).status).toBe(200);
    const fout = await Promise.all(Array.from({ length: 14 }, () => app.get('/').auth('beheer', 'geraden')));
    expect(fout.map((antwoord) => antwoord.status).sort()).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
    const dicht = await app.get('/').auth('beheer', PASSWORD);
    expect([dicht.status, dicht.text]).toEqual([429, 'Het wachtwoord is te vaak fout ingevuld. Probeer het over 15 minuten opnieuw.']);
    expect(Number(dicht.headers['retry-after'])).toBeGreaterThan(800);
    expect((await app.get('/').set('authorization', beheer.sleutel())).status).toBe(200);
    expect((await app.get('/gezondheid')).status).toBe(200);
  });

  test('een pagina die er niet is, telt niet als fout wachtwoord', async () => {
    const app = supertest(makeApp(beheer.delen));
    for (let n = 0; n < 12; n++) expect((await app.get('/bestaat-niet').auth('beheer', PASSWORD)).status).toBe(404);
    expect((await app.get('/').auth('beheer', PASSWORD)).status).toBe(200);
  });

  const raad = async (app: ReturnType<typeof supertest>, van: string): Promise<number> => (await app.get('/').auth('beheer', 'geraden').set('x-forwarded-for', van)).status;

  test('zonder eigen proxy telt X-Forwarded-For niet: wie zich steeds een ander adres verzint, raadt niet door', async () => {
    const app = supertest(makeApp(beheer.delen));
    for (let n = 0; n < 10; n++) expect(await raad(app, `203.0.113.${n}`)).toBe(401);
    expect(await raad(app, '203.0.113.99')).toBe(429);
  });

  test('achter de eigen proxy sluit wie raadt alleen zichzelf buiten, ook als hij een adres vóór het zijne zet', async () => {
    const app = supertest(makeApp({ ...beheer.delen, trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] }));
    for (let n = 0; n < 10; n++) expect(await raad(app, `198.51.100.${n}, 203.0.113.7`)).toBe(401);
    expect(await raad(app, '203.0.113.7')).toBe(429);
    expect(await raad(app, '203.0.113.8')).toBe(401);
  });

  test('wat niet te lezen is, is een fout van de vrager en nooit van de toepassing', async () => {
    for (const path of ['/%ff', '/%E0%A4%A', '/post/%ff/opnieuw', '/post?status=%ff', '/post?status[]=a&status[]=b']) expect((await beheer.vraag().get(path).auth('beheer', PASSWORD)).status, path).toBeLessThan(500);
    for (const kop of ['Basic', 'Basic ', 'Basic %%%', 'Bearer ', `Bearer ${'é'.repeat(64)}`, 'Basic YmVoZWVy', 'x']) {
      expect((await beheer.vraag().get('/').set('authorization', Buffer.from(kop).toString('latin1'))).status, kop).toBe(401);
    }
    const stuur = async (koppen: Record<string, string>, inhoud = '{}'): Promise<number> => (await beheer.vraag().post('/casussen').set({ authorization: beheer.sleutel(), 'content-type': 'application/json', ...koppen }).send(inhoud)).status;
    expect(await stuur({ 'content-type': 'application/json; charset=utf-16' })).toBe(400);
    expect(await stuur({ 'content-type': 'application/json; charset=bestaat-niet' })).toBe(400);
    expect(await stuur({ 'content-encoding': 'bestaat-niet' })).toBe(415);
    expect(await stuur({ 'content-encoding': 'gzip' })).toBe(400);
    expect(await stuur({ 'content-type': 'text/plain' })).toBe(400);
  });

  test('niets blijft achter in een tussenliggend geheugen', async () => {
    for (const path of ['/', '/post', '/bestaat-niet', '/gezondheid', '/%ff']) expect((await beheer.vraag().get(path).auth('beheer', PASSWORD)).headers['cache-control'], path).toBe('no-store');
  });
});
