import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openAccount } from '../../beheer/password.ts';
import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import { open } from '../helpers/casus.ts';
import { KLOK, MELDCODE_PASSWORD, PASSWORD, useBeheer } from './helpers/app.ts';

const fouten: Record<string, unknown>[] = [];
const beheer = useBeheer(() => ({ log: { error: (velden) => void fouten.push(velden) } }));
let casusId: string;
let casusnummer: string;
beforeEach(async () => {
  fouten.length = 0;
  ({ casusId, casusnummer } = await open(beheer.register));
  const regel = { traject: '77', casusId, tijdstip: KLOK.nu(), stap: 'CA-16-1', formulier: 'meldcode-signalen', actie: 'Signalen in kaart brengen', rol: 'ib-er' };
  await beheer.register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, uitkomst: 'Signalen: blauwe plek <b>op de arm</b>\nBesproken met: de directeur', sleutel: 'a' }));
  await beheer.register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, actie: 'Collega raadplegen', uitkomst: 'Wie: Veilig Thuis', sleutel: 'b' }));
});
const lees = (path: string, gebruiker = 'meldcode', wachtwoord = MELDCODE_PASSWORD) => beheer.vraag().get(path).auth(gebruiker, wachtwoord);
const inzagen = () => beheer.register.db.selectFrom('meldcodeInzage').select(['account', 'op']).execute();

describe('errata §2.3, S-05: het log van de meldcode heeft een eigen toegang', () => {
  test('wie de meldcode uitvoert leest per casusnummer wat is vastgelegd, in volgorde en als tekst', async () => {
    expect((await lees('/meldcode')).text).toContain(`<a href="/meldcode/${casusnummer}">Casus ${casusnummer}</a>`);
    const { status, text, headers } = await lees(`/meldcode/${casusnummer}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('<h3>1. Signalen in kaart brengen</h3>');
    expect(text.indexOf('1. Signalen')).toBeLessThan(text.indexOf('2. Collega raadplegen'));
    expect(text).toContain('<li>Signalen: blauwe plek &lt;b&gt;op de arm&lt;/b&gt;</li><li>Besproken met: de directeur</li>');
    expect(text, 'de pagina noemt het kind bij zijn casusnummer').not.toMatch(/Milan|Koster/);
  });

  test.each([['beheer', PASSWORD], ['beheer', MELDCODE_PASSWORD], ['meldcode', PASSWORD], ['meldcode', '']])('%s met een wachtwoord dat hier niet past komt niet binnen', async (gebruiker, wachtwoord) => {
    for (const path of ['/meldcode', `/meldcode/${casusnummer}`]) expect((await lees(path, gebruiker, wachtwoord)).status).toBe(401);
    expect(await inzagen()).toEqual([]);
  });

  test('zonder aanmelden of met de sleutel van programma\'s ook niet', async () => {
    expect((await beheer.vraag().get(`/meldcode/${casusnummer}`)).status).toBe(401);
    expect((await beheer.vraag().get(`/meldcode/${casusnummer}`).set('authorization', beheer.sleutel())).status).toBe(401);
  });

  test('het account van de meldcode opent niets anders van beheer', async () => {
    for (const path of ['/', '/post', '/scholen', '/incidenten']) expect((await lees(path)).status).toBe(401);
  });

  test('na tien foute wachtwoorden moet wie raadt wachten', async () => {
    const agent = beheer.vraag();
    const standen: number[] = [];
    for (let i = 0; i < 11; i += 1) standen.push((await agent.get('/meldcode').auth('meldcode', 'fout')).status);
    expect(standen).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  test('elke keer openen staat in het register en op de pagina, niet in het logboek van de casus', async () => {
    const voor = await beheer.register.db.selectFrom('logboekRegel').selectAll().execute();
    await lees(`/meldcode/${casusnummer}`);
    const { text } = await lees(`/meldcode/${casusnummer}`);
    expect(await inzagen()).toEqual([{ account: 'meldcode', op: KLOK.nu() }, { account: 'meldcode', op: KLOK.nu() }]);
    expect(text.match(/<li>8 september 2025 om 09:00<\/li>/g)).toHaveLength(2);
    expect(await beheer.register.db.selectFrom('logboekRegel').selectAll().execute()).toEqual(voor);
  });

  test('kan de inzage niet worden vastgelegd, dan is er geen pagina; het technische log noemt geen inhoud', async () => {
    beheer.delen = { ...beheer.delen, register: { ...beheer.register, transaction: () => Promise.reject(new Error('weg')) } };
    const { status, text } = await lees(`/meldcode/${casusnummer}`);
    expect(status).toBe(500);
    expect(text).not.toContain('blauwe plek');
    expect(JSON.stringify(fouten)).not.toMatch(/blauwe plek|Milan|Koster/);
  });

  test.each(['2025-9999', 'Milan', '%27%3B--', '1'])('een nummer zonder meldcode (%s) is niet gevonden en verraadt niets', async (nummer) => {
    const { status, text } = await lees(`/meldcode/${nummer}`);
    expect(status).toBe(404);
    expect(text).toContain('Bij dit casusnummer hoort geen meldcode.');
    expect(await inzagen()).toEqual([]);
  });

  test('is er geen meldcode, dan zegt de lijst dat', async () => {
    await beheer.register.db.deleteFrom('meldcodeTraject').execute();
    expect((await lees('/meldcode')).text).toContain('Er is nog geen meldcode doorlopen.');
    expect((await lees(`/meldcode/${casusnummer}`)).status).toBe(404);
  });

  test('zonder ingesteld wachtwoord maakt de eerste start er een, dat maar één keer te zien is', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'routeboek-meldcode-'));
    try {
      const eerst = openAccount(dir, 'meldcode');
      expect(await eerst.controleer(eerst.newPassword ?? '')).toBe(true);
      expect(openAccount(dir, 'meldcode').newPassword).toBeUndefined();
      expect(readFileSync(join(dir, 'meldcode-wachtwoord'), 'utf8')).not.toContain(eerst.newPassword);
      expect(statSync(join(dir, 'meldcode-wachtwoord')).mode & 0o777).toBe(0o600);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
