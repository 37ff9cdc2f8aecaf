import { expect, test } from 'vitest';
import { makeAccounts } from '../../beheer/access/accounts.ts';
import { makeFirstAccounts } from '../../beheer/access/first-accounts.ts';
import { digest, openAccess } from '../../beheer/access/password.ts';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useBeheer, VAN_HIER } from './helpers/app.ts';

const beheer = useBeheer();
const maak = (inhoud: object) => beheer.vraag().post('/accounts').set('authorization', beheer.sleutel()).send(inhoud);
const meldAan = (naam: string, wachtwoord: string) => beheer.vraag().post('/aanmelden').set(VAN_HIER).type('form').send({ naam, wachtwoord });

test('npm run account maakt een account met een rol en geeft het wachtwoord één keer', async () => {
  const { status, body } = await maak({ naam: 'Ingrid', rol: 'ib-er', school: '10ab' });
  expect([status, body]).toEqual([201, { naam: 'ingrid', wachtwoord: expect.any(String) }]);
  expect((await meldAan('ingrid', body.wachtwoord)).status).toBe(303);
  const lijst = await beheer.vraag().get('/accounts').set('authorization', beheer.sleutel());
  expect(lijst.body).toEqual({ accounts: [{ naam: 'ingrid', rol: 'ib-er', schoolBrin: '10AB' }] });
  // Nog eens: een nieuw wachtwoord, en het oude is niets meer waard.
  const opnieuw = (await maak({ naam: 'ingrid', rol: 'swv-management' })).body;
  expect((await meldAan('ingrid', body.wachtwoord)).status).toBe(401);
  expect((await meldAan('ingrid', opnieuw.wachtwoord)).status).toBe(303);
  const weg = () => beheer.vraag().post('/accounts/ingrid/weg').set('authorization', beheer.sleutel());
  expect([(await weg()).status, (await weg()).status]).toEqual([200, 404]);
});

test('wat niet klopt wordt geweigerd met een zin die zegt wat er verwacht wordt', async () => {
  const zin = async (inhoud: object): Promise<string> => {
    const { status, body } = await maak(inhoud);
    expect(status).toBe(422);
    return body.melding as string;
  };
  expect(await zin({})).toMatch(/naam van het account ontbreekt[\s\S]*rol ontbreekt; kies uit swv-management/);
  expect(await zin({ naam: 'x y', rol: 'ib-er' })).toMatch(/kleine letters, cijfers/);
  expect(await zin({ naam: 'directie', rol: 'baas' })).toContain('Deze rol bestaat niet');
  expect(await zin({ naam: 'directie', rol: 'ib-er' })).toContain('hoort bij een school: geef het BRIN mee');
  expect(await zin({ naam: 'directie', rol: 'swv-management', school: '10AB' })).toContain('hoort niet bij een school');
  expect(await zin({ naam: 'directie', rol: 'ib-er', school: 'Wilg' })).toContain('bijvoorbeeld 10AB');
  expect(await zin({ naam: 'beheer', rol: 'applicatiebeheer' })).toContain('Het account beheer bestaat altijd');
  expect(await makeAccounts(beheer.delen).lijst()).toEqual([]);
});

test('een opstelling van vóór de accounts: het getoonde wachtwoord van beheer blijft gelden, met rol applicatiebeheer', async () => {
  const dir = mkdtempSync(join(beheer.dir, 'oud-'));
  writeFileSync(join(dir, 'beheer-wachtwoord'), digest('van-de-eerste-start'));
  beheer.delen = { ...beheer.delen, access: openAccess(dir) };
  expect(beheer.delen.access.newPassword).toBeUndefined();
  expect((await meldAan('beheer', 'van-de-eerste-start')).status).toBe(303);
  expect(await makeAccounts(beheer.delen).controleer('beheer', 'van-de-eerste-start')).toEqual({ accountId: 'beheer', naam: 'beheer', rollen: ['applicatiebeheer'], schoolBrin: null });
});

test('krijgt beheer een ander wachtwoord, dan is iedereen afgemeld; een herstart met hetzelfde meldt niemand af', async () => {
  const dir = mkdtempSync(join(beheer.dir, 'wissel-'));
  const start = (wachtwoord: string): void => void (beheer.delen = { ...beheer.delen, access: openAccess(dir, wachtwoord) });
  start('eerste-wachtwoord');
  const cookie = ((await meldAan('beheer', 'eerste-wachtwoord')).headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] as string;
  const mag = async (): Promise<number> => (await beheer.vraag().get('/').set('cookie', cookie)).status;
  start('eerste-wachtwoord');
  expect(await mag()).toBe(200);
  start('tweede-wachtwoord');
  expect(await mag()).toBe(401);
});

test('de eerste start toont beheer, en in een proefopstelling ook een account dat de cijfers mag zien', async () => {
  const accounts = makeAccounts(beheer.delen);
  const access = openAccess(mkdtempSync(join(beheer.dir, 'vers-')));
  expect((await makeFirstAccounts({ access, accounts, proef: false })).map(({ naam }) => naam)).toEqual(['beheer']);
  const nieuw = await makeFirstAccounts({ access, accounts, proef: true });
  expect(nieuw.map(({ naam, rol }) => [naam, rol])).toEqual([['beheer', 'applicatiebeheer'], ['management', 'management SWV']]);
  expect(await accounts.controleer('management', nieuw[1]?.wachtwoord ?? '')).toMatchObject({ rollen: ['swv-management'] });
  expect((await makeFirstAccounts({ access: { ...access, newPassword: undefined as never }, accounts, proef: true }))).toEqual([]);
});
