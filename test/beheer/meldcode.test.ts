import { beforeEach, describe, expect, test } from 'vitest';
import { voegMeldcodeToe } from '../../registratie/meldcode-toevoegen.ts';
import type { Role } from '../../beheer/access/roles.ts';
import { open } from '../helpers/casus.ts';
import { KLOK, useBeheer, VAN_HIER } from './helpers/app.ts';

const fouten: Record<string, unknown>[] = [];
const beheer = useBeheer(() => ({ log: { error: (velden) => void fouten.push(velden), warn: () => undefined } }));
let casusId: string;
let casusnummer: string;
beforeEach(async () => {
  fouten.length = 0;
  ({ casusId, casusnummer } = await open(beheer.register));
  const regel = { traject: '77', casusId, tijdstip: KLOK.nu(), stap: 'CA-16-1', formulier: 'meldcode-signalen', actie: 'Signalen in kaart brengen', rol: 'ib-er' };
  await beheer.register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, uitkomst: 'Signalen: blauwe plek <b>op de arm</b>\nBesproken met: de directeur', sleutel: 'a' }));
  await beheer.register.transaction((tx) => voegMeldcodeToe(tx, { ...regel, actie: 'Collega raadplegen', uitkomst: 'Wie: Veilig Thuis', sleutel: 'b' }));
});
const lees = async (path: string, rol: Role = 'meldcode') => (await beheer.als(rol)).get(path).set(VAN_HIER);
const inzagen = () => beheer.register.db.selectFrom('meldcodeInzage').select(['account', 'op']).execute();

describe('errata §2.3, S-05: het log van de meldcode heeft een eigen toegang', () => {
  test('wie de meldcode uitvoert leest per casusnummer wat is vastgelegd, in volgorde en als tekst', async () => {
    expect((await lees('/meldcode')).text).toContain(`href="/meldcode/${casusnummer}">Casus ${casusnummer}</a>`);
    const { status, text, headers } = await lees(`/meldcode/${casusnummer}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('1. Signalen in kaart brengen</h3>');
    expect(text.indexOf('1. Signalen')).toBeLessThan(text.indexOf('2. Collega raadplegen'));
    expect(text).toContain('<li>Signalen: blauwe plek &lt;b&gt;op de arm&lt;/b&gt;</li><li>Besproken met: de directeur</li>');
    expect(text, 'de pagina noemt het kind bij zijn casusnummer').not.toMatch(/Milan|Koster/);
  });

  test.each(['applicatiebeheer', 'swv-management', 'regisseur-swv', 'ib-er'] as const)('%s komt er niet bij', async (rol) => {
    for (const path of ['/meldcode', `/meldcode/${casusnummer}`]) expect((await lees(path, rol)).status).toBe(403);
    expect(await inzagen()).toEqual([]);
  });

  test('zonder aanmelden of met de sleutel van programma\'s ook niet', async () => {
    expect((await beheer.vraag().get(`/meldcode/${casusnummer}`)).status).toBe(401);
    expect((await beheer.vraag().get(`/meldcode/${casusnummer}`).set('authorization', beheer.sleutel())).status).toBe(403);
    expect(await inzagen()).toEqual([]);
  });

  test('wie de meldcode op een andere school uitvoert ziet dit log niet, ook niet als het kind later naar zijn school gaat', async () => {
    await beheer.register.db.insertInto('school').values({ brin: '20CD', naam: 'De Beemd', schooltype: 'BAO', plaats: 'Sliedrecht', email: 'info@beemd.example', heeftKernteam: true, gebied: 'Sliedrecht', schoolbestuur: 'De Brug' }).execute();
    await beheer.register.db.updateTable('casus').set({ brin: '20CD' }).where('casusId', '=', casusId).execute();
    expect((await lees(`/meldcode/${casusnummer}`)).status, 'de school die de meldcode doorliep blijft haar lezen').toBe(200);
    await beheer.register.db.updateTable('meldcodeTraject').set({ brin: '20CD' }).execute();
    expect((await lees(`/meldcode/${casusnummer}`)).status).toBe(404);
    expect((await lees('/meldcode')).text).not.toContain(casusnummer);
  });

  test('de rol van de meldcode opent niets anders van beheer', async () => {
    for (const path of ['/post', '/scholen', '/incidenten']) expect((await lees(path)).status).toBe(403);
  });

  test('elke keer openen staat in het register en op de pagina, niet in het logboek van de casus', async () => {
    const voor = await beheer.register.db.selectFrom('logboekRegel').selectAll().execute();
    await lees(`/meldcode/${casusnummer}`);
    const { text } = await lees(`/meldcode/${casusnummer}`);
    expect(await inzagen()).toEqual([{ account: 'meldcode', op: KLOK.nu() }, { account: 'meldcode', op: KLOK.nu() }]);
    expect(text.match(/<li>8 september 2025 om 09:00, door meldcode<\/li>/g)).toHaveLength(2);
    expect(await beheer.register.db.selectFrom('logboekRegel').selectAll().execute()).toEqual(voor);
  });

  test('kan de inzage niet worden vastgelegd, dan is er geen pagina; het technische log noemt geen inhoud', async () => {
    const browser = await beheer.als('meldcode');
    await beheer.register.db.schema.alterTable('meldcode_inzage').renameTo('meldcode_inzage_weg').execute();
    try {
      const { status, text } = await browser.get(`/meldcode/${casusnummer}`).set(VAN_HIER);
      expect(status).toBe(500);
      expect(text).not.toContain('blauwe plek');
      expect(JSON.stringify(fouten)).not.toMatch(/blauwe plek|Milan|Koster/);
    } finally {
      await beheer.register.db.schema.alterTable('meldcode_inzage_weg').renameTo('meldcode_inzage').execute();
    }
  });

  test.each(['2025-9999', 'Milan', '%27%3B--', '1'])('een nummer zonder meldcode (%s) is niet gevonden en verraadt niets', async (nummer) => {
    const { status, text } = await lees(`/meldcode/${nummer}`);
    expect(status).toBe(404);
    expect(text).toContain('Bij dit casusnummer hoort op uw school geen meldcode.');
    expect(await inzagen()).toEqual([]);
  });

  test('is er geen meldcode, dan zegt de lijst dat', async () => {
    await beheer.register.db.deleteFrom('meldcodeTraject').execute();
    expect((await lees('/meldcode')).text).toContain('Er is op uw school nog geen meldcode doorlopen.');
    expect((await lees(`/meldcode/${casusnummer}`)).status).toBe(404);
  });
});
