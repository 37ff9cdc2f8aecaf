import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeApp, type AppParts } from '../../beheer/app.ts';
import { openAccess } from '../../beheer/password.ts';
import { openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';

const klok = { nu: () => new Date('2025-09-08T09:00:00+02:00') };
const stil = { info: () => undefined, warn: () => undefined, error: () => undefined };
const password = 'proefwachtwoord';
let databank: TestDatabase;
let dir: string;
let delen: AppParts;

beforeAll(async () => {
  databank = await openTestDatabase('pglite');
  dir = mkdtempSync(join(tmpdir(), 'routeboek-deur-'));
});
afterAll(async () => {
  await databank.close();
  rmSync(dir, { recursive: true, force: true });
});
beforeEach(() => {
  delen = {
    register: databank.register, klok, log: stil, mailserver: false, access: openAccess(dir, password), engineCommands: fakeEngine(),
    engine: async () => undefined, workers: () => [], reads: undefined as never, addresses: { tasklist: 'http://localhost:8080/tasklist', operate: 'http://localhost:8080/operate' },
  };
});
const vraag = (): ReturnType<typeof supertest> => supertest(makeApp(delen));
const sleutel = (): string => `Bearer ${delen.access.key}`;

describe('de deur van beheer', () => {
  test('zonder Sec-Fetch-koppen telt de pagina waar het formulier op stond: Origin of anders Referer', async () => {
    const stuur = async (koppen: Record<string, string>): Promise<number> => (await vraag().post('/post/1/opnieuw').auth('beheer', password).set({ host: 'beheer.swv.nl', ...koppen })).status;
    expect(await stuur({ origin: 'https://beheer.swv.nl' })).toBe(303);
    expect(await stuur({ referer: 'https://beheer.swv.nl/post' })).toBe(303);
    for (const vreemd of [{}, { origin: 'https://kwaad.example' }, { origin: 'null' }, { origin: 'https://beheer.swv.nl.kwaad.example' }, { referer: 'https://kwaad.example/?https://beheer.swv.nl' }, { referer: 'onzin' }]) expect(await stuur(vreemd as Record<string, string>), JSON.stringify(vreemd)).toBe(403);
  });

  test('na tien foute wachtwoorden mag het even niet meer, ook niet met het goede; een goede aanmelding telt niet mee', async () => {
    const app = supertest(makeApp(delen));
    for (let n = 0; n < 30; n++) expect((await app.get('/').auth('beheer', password)).status).toBe(200);
    const fout = await Promise.all(Array.from({ length: 14 }, () => app.get('/').auth('beheer', 'geraden')));
    expect(fout.map((antwoord) => antwoord.status).sort()).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
    const dicht = await app.get('/').auth('beheer', password);
    expect([dicht.status, dicht.text]).toEqual([429, 'Het wachtwoord is te vaak fout ingevuld. Probeer het over 15 minuten opnieuw.']);
    expect(Number(dicht.headers['retry-after'])).toBeGreaterThan(800);
    expect((await app.get('/').set('authorization', sleutel())).status).toBe(200);
    expect((await app.get('/gezondheid')).status).toBe(200);
  });

  test('wat niet te lezen is, is een fout van de vrager en nooit van de toepassing', async () => {
    for (const path of ['/%ff', '/%E0%A4%A', '/post/%ff/opnieuw', '/post?status=%ff', '/post?status[]=a&status[]=b']) expect((await vraag().get(path).auth('beheer', password)).status, path).toBeLessThan(500);
    for (const kop of ['Basic', 'Basic ', 'Basic %%%', 'Bearer ', `Bearer ${'é'.repeat(64)}`, 'Basic YmVoZWVy', 'x']) {
      expect((await vraag().get('/').set('authorization', Buffer.from(kop).toString('latin1'))).status, kop).toBe(401);
    }
    const stuur = async (koppen: Record<string, string>, inhoud = '{}'): Promise<number> => (await vraag().post('/casussen').set({ authorization: sleutel(), 'content-type': 'application/json', ...koppen }).send(inhoud)).status;
    expect(await stuur({ 'content-type': 'application/json; charset=utf-16' })).toBe(400);
    expect(await stuur({ 'content-type': 'application/json; charset=bestaat-niet' })).toBe(400);
    expect(await stuur({ 'content-encoding': 'bestaat-niet' })).toBe(415);
    expect(await stuur({ 'content-encoding': 'gzip' })).toBe(400);
    expect(await stuur({ 'content-type': 'text/plain' })).toBe(400);
  });

  test('niets blijft achter in een tussenliggend geheugen', async () => {
    for (const path of ['/', '/post', '/bestaat-niet', '/gezondheid', '/%ff']) expect((await vraag().get(path).auth('beheer', password)).headers['cache-control'], path).toBe('no-store');
  });
});
