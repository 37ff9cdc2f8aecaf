import { createServer } from 'node:net';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openPglite } from '../../registratie/pglite.ts';
import { freePort } from '../helpers/free-port.ts';
import { legePglite } from '../helpers/pglite-copy.ts';
import { certainlyNotDone, isTransient } from '../../retry/transient.ts';

const withCode = (code: unknown, message = 'x'): Error => Object.assign(new Error(message), { code });
const caught = async (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error);

describe('wat vanzelf over kan gaan', () => {
  it.each([[1, 'CANCELLED'], [2, 'UNKNOWN'], [4, 'DEADLINE_EXCEEDED'], [8, 'RESOURCE_EXHAUSTED'], [10, 'ABORTED'], [13, 'INTERNAL'], [14, 'UNAVAILABLE'], [16, 'UNAUTHENTICATED']])('gRPC %i %s', (code) => {
    expect(isTransient(withCode(code))).toBe(true);
  });
  it.each(['08006', '08001', '53300', '57P01', '57P02', '57P03', '40001', '40P01', '57014', '25006'])('PostgreSQL %s', (code) => {
    expect(isTransient(withCode(code))).toBe(true);
  });
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])('netwerk %s', (code) => {
    expect(isTransient(withCode(code))).toBe(true);
  });
  it.each([401, 429, 500, 502, 503, 504])('HTTP %i', (status) => {
    expect(isTransient(Object.assign(new Error('x'), { status }))).toBe(true);
  });
  it('de oorzaak in een fout van fetch, en alle adressen van een naam', async () => {
    expect(isTransient(await caught(fetch(`http://127.0.0.1:${await freePort()}/`)))).toBe(true);
    expect(isTransient(new AggregateError([withCode('ECONNREFUSED')]))).toBe(true);
  });
  it('een verzoek dat te lang duurt', () => {
    expect(isTransient(new DOMException('te laat', 'TimeoutError'))).toBe(true);
  });
  it('een server die er niet is, en een die midden in de vraag wegvalt', async () => {
    const hangUp = createServer((socket) => socket.destroy());
    await new Promise<void>((done) => hangUp.listen(0, '127.0.0.1', done));
    const { port } = hangUp.address() as { port: number };
    expect(isTransient(await caught(new pg.Pool({ host: '127.0.0.1', port }).query('select 1')))).toBe(true);
    hangUp.close();
    expect(isTransient(await caught(new pg.Pool({ host: '127.0.0.1', port: 1 }).query('select 1')))).toBe(true);
  });
  it('een register dat al dicht is: het programma stopt', async () => {
    const database = openPglite({ copy: legePglite() });
    await database.waitReady;
    await database.close();
    expect(isTransient(await caught(database.query('select 1')))).toBe(true);
    const pool = new pg.Pool();
    await pool.end();
    expect(isTransient(await caught(pool.query('select 1')))).toBe(true);
  });
});

describe('wat niet overgaat', () => {
  it.each([3, 5, 6, 7, 9, 11, 12])('gRPC %i', (code) => expect(isTransient(withCode(code))).toBe(false));
  it.each(['23505', '23503', '42P01', '22P02'])('PostgreSQL %s', (code) => expect(isTransient(withCode(code))).toBe(false));
  it.each([400, 403, 404, 409])('HTTP %i', (status) => expect(isTransient(Object.assign(new Error('x'), { status }))).toBe(false));
  it('een te groot bericht, hoewel de code dezelfde is als van drukte', () => {
    expect(isTransient(withCode(8, '8 RESOURCE_EXHAUSTED: Sent message larger than max (5 vs. 4)'))).toBe(false);
  });
  it('een DOMException, die toevallig een getal als code heeft', () => {
    expect(isTransient(new DOMException('x', 'NotFoundError'))).toBe(false);
  });
  it('een fout in het programma, en wat geen fout is', () => {
    expect([new TypeError('x is not a function'), 'tekst', null, undefined].map((error) => isTransient(error))).toEqual([false, false, false, false]);
  });
});

it('starten mag alleen meteen nog eens als de opdracht zeker niet aankwam', () => {
  expect(certainlyNotDone(withCode(14, '14 UNAVAILABLE: No connection established. ECONNREFUSED'))).toBe(true);
  expect([withCode(14, '14 UNAVAILABLE: Connection dropped'), withCode(4), withCode(13), withCode(1)].map(certainlyNotDone)).toEqual([false, false, false, false]);
});
