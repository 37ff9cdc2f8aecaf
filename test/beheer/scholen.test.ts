import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp, type AppParts } from '../../beheer/app.ts';
import { openAccess } from '../../beheer/password.ts';
import { aanmelding } from '../helpers/aanmelding.ts';
import { open } from '../helpers/casus.ts';
import { openTestDatabase, type TestDatabase } from '../helpers/databases.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { IEDEREEN } from '../helpers/gebruikers.ts';

const klok = { nu: () => new Date('2025-09-08T09:00:00+02:00') };
const password = 'proefwachtwoord';
let databank: TestDatabase;
let dir: string;
let delen: AppParts;
beforeAll(async () => {
  databank = await openTestDatabase('pglite');
  dir = mkdtempSync(join(tmpdir(), 'routeboek-scholen-'));
  delen = {
    register: databank.register, klok, gebruikers: IEDEREEN, log: { error: () => undefined }, mailserver: false, access: openAccess(dir, password), engineCommands: fakeEngine(),
    engine: async () => undefined, reads: undefined as never, workers: () => [], addresses: { tasklist: 'http://localhost:8080/tasklist', operate: 'http://localhost:8080/operate' },
  };
  await open(databank.register);
});
afterAll(async () => {
  await databank.close();
  rmSync(dir, { recursive: true, force: true });
});
const vraag = (): ReturnType<typeof supertest> => supertest(makeApp(delen));
const meldAan = (inhoud: object) => vraag().post('/casussen').auth('beheer', password).set('Sec-Fetch-Site', 'same-origin').send(inhoud);

describe('scholen', () => {
  test('een aanmelding kan een school niet hernoemen: geweigerd met beide namen; de beheerder kan het wel', async () => {
    const { status, body } = await meldAan(aanmelding({ leerlingLeerlingId: 'L-2018-0044', schoolNaam: 'OBS De Nieuwe Brug' }));
    expect(status).toBe(422);
    expect(body.errors[0].melding).toMatch(/"OBS De Wilgenbrug".*"OBS De Nieuwe Brug"/);
    expect((await vraag().get('/scholen').auth('beheer', password)).text).toContain('10AB: OBS De Wilgenbrug');
    await vraag().post('/scholen/10AB').auth('beheer', password).set('Sec-Fetch-Site', 'same-origin').type('form').send({ naam: ' OBS De  Nieuwe Brug ' }).expect(303);
    expect((await vraag().get('/scholen').auth('beheer', password)).text).toContain('10AB: OBS De Nieuwe Brug');
  });

  test('een lege naam of een onbekende school wordt geweigerd, en zonder aanmelden komt niemand erin', async () => {
    const bewaar = (brin: string, naam: string) => vraag().post(`/scholen/${brin}`).auth('beheer', password).set('Sec-Fetch-Site', 'same-origin').type('form').send({ naam });
    await bewaar('10AB', ' ').expect(422);
    await bewaar('99ZZ', 'Een school').expect(404);
    await vraag().get('/scholen').expect(401);
  });

  test('een gebruikersnaam die niet bestaat wordt ook hier geweigerd', async () => {
    const { status, body } = await meldAan(aanmelding({ leerlingLeerlingId: 'L-2018-0045', schoolBrin: '99ZZ', ibErUserId: 'onbekend' }));
    expect(status).toBe(422);
    expect(body.errors[0].melding).toMatch(/^Gebruikersnaam IB-er: deze gebruikersnaam bestaat niet/);
  });
});
