import { makeKalenders } from '../../domein/kalender/schoolkalender.ts';
import { withExampleDates } from '../../scripts/casus/example-dates.ts';
import supertest from 'supertest';
import { makeApp } from '../../beheer/app.ts';
import type { Register } from '../../registratie/register.ts';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openAccess } from '../../beheer/access/password.ts';
import { makeCasusOpenen } from '../../workers/casus-openen.ts';
import { weigerAanmelding } from '../../registratie/aanmelding-weigeren.ts';
import { voegBerichtToe } from '../../registratie/outbox-toevoegen.ts';
import type { Engine } from '../../engine/engine.ts';
import { aanmelding } from '../helpers/aanmelding.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { IEDEREEN } from '../helpers/gebruikers.ts';
import { fakeTakenbord } from '../helpers/takenbord.ts';
import { kenmerkIn, KLOK, PASSWORD, useBeheer } from './helpers/app.ts';

const beheer = useBeheer(() => ({ engineCommands: engineDieOpent(), workers: () => [{ type: 'casus-openen', lastPoll: KLOK.nu(), ok: true }] }));
let starts: Record<string, unknown>[];
beforeEach(() => void (starts = []));
/** Een engine die bij het starten van de route meteen casus-openen draait, zoals de werker dat doet. */
function engineDieOpent(): Engine {
  const engine = fakeEngine();
  return {
    ...engine,
    async start(_proces, variabelen) {
      starts.push(variabelen);
      const nummer = String(starts.length);
      const job = { key: nummer, type: 'casus-openen', elementId: 'KT_00', elementInstanceKey: nummer, processInstanceKey: nummer, bpmnProcessId: 'kernteam', processVersion: 1, attemptsLeft: 3 };
      void makeCasusOpenen({ register: beheer.register, engine, klok: KLOK, gebruikers: IEDEREEN, takenbord: fakeTakenbord() }).run(variabelen, { route: 'kernteam' }, job).catch(() => undefined);
      return nummer;
    },
  };
}

const meldAan = (inhoud: unknown) => beheer.vraag().post('/casussen').set('authorization', beheer.sleutel()).send(inhoud as object);

describe('gezondheid', () => {
  test('alles goed: 200, zonder aanmelden', async () => {
    const { status, body } = await beheer.vraag().get('/gezondheid');
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'gezond', engine: 'goed', register: 'goed', post: 'goed', incidenten: 'geen', losgeraakt: 'geen', geschiedenis: 'nog niet gelezen', werkers: 'goed' });
  });

  test('een geweigerde uitrol is te zien, ook als niemand het scherm zag, en maakt het systeem niet ongezond', async () => {
    beheer.delen = { ...beheer.delen, refusedRollOut: async () => ({ op: '2026-11-12T08:14:00Z', regels: ['een', 'twee'] }) };
    const { status, body } = await beheer.vraag().get('/gezondheid');
    expect([status, body.status, body.uitrol]).toEqual([200, 'gezond', 'geweigerd op donderdag 12 november 2026 om 09:14: er kloppen 2 dingen niet; npm run lint zegt wat']);
    expect((await (await beheer.als()).get('/gezondheid').set('accept', 'text/html')).text).toContain('er kloppen 2 dingen niet');
  });

  test('een stille werker of een engine die weg is: 503 en de naam van wat het niet doet', async () => {
    beheer.delen = { ...beheer.delen, engine: async () => { throw new Error('weg'); }, workers: () => [{ type: 'melding-versturen', lastPoll: null, ok: false }] };
    const { status, body } = await beheer.vraag().get('/gezondheid');
    expect(status).toBe(503);
    expect(body).toMatchObject({ status: 'niet gezond', engine: 'geen antwoord', register: 'goed', werkers: 'zonder werk te kunnen vragen: melding-versturen' });
  });

  test('in een browser is het een pagina, ook als het register weg is en dus niet te lezen is wie er is aangemeld', async () => {
    const browser = await beheer.als();
    const bekijk = async () => browser.get('/gezondheid').set('accept', 'text/html');
    expect([(await bekijk()).status, (await bekijk()).text]).toEqual([200, expect.stringContaining('Het systeem doet het.')]);
    const weg = new Proxy({}, { get: () => { throw new Error('ECONNREFUSED'); } }) as Register['db'];
    const zonder = supertest(makeApp({ ...beheer.delen, register: { ...beheer.register, db: weg } }));
    const cookie = (browser.jar.getCookie('routeboek', { domain: '127.0.0.1', path: '/', secure: false, script: false })?.toValueString()) as string;
    const { status, text } = await zonder.get('/gezondheid').set({ accept: 'text/html', cookie });
    expect([status, text]).toEqual([503, expect.stringMatching(/Niet alles doet het[\s\S]*Register<\/th><td class="mis">geen antwoord/)]);
    const elders = await zonder.get('/post').set({ accept: 'text/html', cookie });
    expect([elders.status, elders.text]).toEqual([500, expect.stringContaining('kijk dan bij Gezondheid')]);
  });

  test('net na de start is nog niet bewezen dat elke werker werk krijgt: 503, maar niet alsof er iets stuk is', async () => {
    const vers = { type: 'melding-versturen', lastPoll: null, ok: false };
    beheer.delen = { ...beheer.delen, workers: () => [vers, { type: 'casus-openen', lastPoll: KLOK.nu(), ok: true }] };
    const { status, body } = await beheer.vraag().get('/gezondheid');
    expect([status, body.status, body.werkers]).toEqual([503, 'start nog', 'wachten op het antwoord op hun eerste vraag om werk: melding-versturen']);
    beheer.delen = { ...beheer.delen, workers: () => [vers, { type: 'casus-openen', lastPoll: KLOK.nu(), ok: false }] };
    expect((await beheer.vraag().get('/gezondheid')).body).toMatchObject({ status: 'niet gezond', werkers: expect.stringContaining('casus-openen') });
  });
});

describe('toegang', () => {
  test('alles behalve gezondheid vraagt om aanmelden: een browser gaat erheen, een programma hoort het', async () => {
    for (const path of ['/', '/post', '/incidenten?a=b', '/bestaat-niet']) {
      expect((await beheer.vraag().get(path)).status, path).toBe(401);
      const browser = await beheer.vraag().get(path).set('accept', 'text/html');
      expect([browser.status, browser.headers['location']], path).toEqual([303, `/aanmelden?naar=${encodeURIComponent(path)}`]);
    }
    expect((await beheer.vraag().post('/casussen').set('sec-fetch-site', 'same-origin').send({})).status).toBe(401);
    expect((await beheer.bekijk('/')).status).toBe(200);
  });

  test('het wachtwoord meesturen in een kop (Basic) opent geen pagina meer: dat deed een browser ook voor een vreemde website', async () => {
    expect((await beheer.vraag().get('/post').auth('beheer', PASSWORD)).status).toBe(401);
    expect((await beheer.vraag().get('/gezondheid').auth('beheer', PASSWORD)).status).toBe(200);
  });

  test('een programma met het sleutelbestand meldt aan en ziet hoe het gaat, en opent geen pagina', async () => {
    const met = (path: string) => beheer.vraag().get(path).set('authorization', beheer.sleutel());
    expect((await met('/gezondheid')).status).toBe(200);
    expect((await met('/post')).status).toBe(403);
    expect((await beheer.vraag().get('/gezondheid').set('authorization', 'Bearer geraden')).status).toBe(401);
  });

  test('een formulier vanaf een andere website wordt geweigerd, ook van wie is aangemeld', async () => {
    const browser = await beheer.als();
    const _csrf = kenmerkIn((await browser.get('/')).text);
    expect((await browser.post('/post/1/opnieuw').set('sec-fetch-site', 'cross-site').type('form').send({ _csrf })).status).toBe(403);
  });

  test('het eerste wachtwoord wordt één keer gegeven en staat alleen als afdruk op schijf', async () => {
    const eigen = join(beheer.dir, 'vers');
    const eerst = openAccess(eigen);
    expect(await eerst.controleer(eerst.newPassword ?? '')).toBe(true);
    const tweede = openAccess(eigen);
    expect(tweede.newPassword).toBeUndefined();
    expect(await tweede.controleer(eerst.newPassword ?? '')).toBe(true);
    expect(readFileSync(join(eigen, 'beheer-wachtwoord'), 'utf8')).not.toContain(eerst.newPassword);
    for (const file of ['beheer-wachtwoord', 'beheer-sleutel']) expect(statSync(join(eigen, file)).mode & 0o777).toBe(0o600);
  });

  test('de koppen die een browser beschermen', async () => {
    const { headers } = await beheer.bekijk('/');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('POST /casussen', () => {
  test('een goede aanmelding wordt een casus; de namen gaan niet door de engine', async () => {
    const { status, body } = await meldAan(aanmelding());
    expect([status, body]).toEqual([201, { casusnummer: '2025-0001', nieuw: true }]);
    expect(JSON.stringify(starts)).not.toContain('Milan');
  });

  test('een kind dat al een casus heeft: de aanmelder hoort welke, en dat het verzuim daar nu telt', async () => {
    await meldAan(aanmelding());
    const { status, body } = await meldAan(aanmelding({ signaalDatumSignaal: '2025-09-07' }));
    expect(status).toBe(200);
    expect(body).toEqual({ casusnummer: '2025-0001', nieuw: false, melding: 'Deze leerling heeft al een lopende casus: 2025-0001. Het verzuim uit deze aanmelding is als verzuimstand aan die casus doorgegeven.' });
  });

  test('dezelfde aanmelding twee keer, ook tegelijk, is één casus', async () => {
    const antwoorden = await Promise.all([meldAan(aanmelding()), meldAan(aanmelding())]);
    expect(antwoorden.map((a) => a.body.casusnummer)).toEqual(['2025-0001', '2025-0001']);
    expect((await meldAan(aanmelding())).body).toEqual({ casusnummer: '2025-0001', nieuw: false });
    expect(starts).toHaveLength(1);
  });

  test('alle fouten tegelijk, met het pad van het veld en zonder de ingevulde waarde', async () => {
    const { status, body, headers } = await meldAan(aanmelding({ leerlingGroep: 12, schoolBrin: 'geheim!', ibErNaam: '', extra: 1, ouders: [{ naam: 'A', relatie: 'buur', gezag: true }] }));
    expect(status).toBe(422);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 422, code: 'ONVOLDOENDE_GEGEVENS', detail: expect.any(String) });
    const codes = Object.fromEntries(body.errors.map((f: { pad: string; code: string }) => [f.pad, f.code]));
    expect(codes).toMatchObject({ leerlingGroep: 'ONGELDIG', schoolBrin: 'ONGELDIG', ibErNaam: 'VERPLICHT', extra: 'ONBEKEND_VELD', 'ouders.0.relatie': 'ONGELDIG' });
    expect(JSON.stringify(body)).not.toContain('geheim!');
    expect(starts).toEqual([]);
  });

  test('een geweigerde aanmelding zegt waarom, en de verbeterde wordt wel een casus', async () => {
    const opent = beheer.delen.engineCommands;
    const redenen = ['BRIN: 10AB is bekend als een andere school.'];
    beheer.delen = { ...beheer.delen, engineCommands: { ...opent, start: async (_proces, { aanmeldingId }) => (await weigerAanmelding(beheer.register.db, String(aanmeldingId), redenen), '1') } };
    const geweigerd = await meldAan(aanmelding());
    expect([geweigerd.status, geweigerd.body]).toMatchObject([409, { code: 'GEWEIGERD', detail: 'De aanmelding is geweigerd; er is geen casus geopend.', errors: [{ melding: redenen[0] }] }]);
    beheer.delen = { ...beheer.delen, engineCommands: opent };
    expect((await meldAan(aanmelding({ leerlingRoepnaam: 'Mila' }))).body).toMatchObject({ casusnummer: '2025-0001', nieuw: true });
    expect((await beheer.register.db.selectFrom('leerling').select('roepnaam').execute()).map((l) => l.roepnaam)).toEqual(['Mila']);
  });

  test('een veld dat er twee keer staat, een tikfout en een andere tekenset worden met de regel genoemd', async () => {
    const kaal = async (tekst: string | Buffer): Promise<string> => (await beheer.vraag().post('/casussen').set('authorization', beheer.sleutel()).set('content-type', 'application/json').serialize((x) => x as string).send(tekst as string)).body.detail as string;
    expect(await kaal('{\n"a": 1,\n"a": 2}')).toBe('De aanmelding is niet te lezen: regel 3: het veld "a" staat er twee keer; laat er één staan.');
    expect(await kaal('{\n"a": 1,,\n"b": 2}')).toContain('regel 2: dit is geen geldige JSON');
  });

  test('geen JSON, geen object en te groot krijgen elk een eigen code', async () => {
    const kaal = (tekst: string) => beheer.vraag().post('/casussen').set('authorization', beheer.sleutel()).set('content-type', 'application/json').send(tekst);
    expect((await kaal('{nee')).body).toMatchObject({ status: 400, code: 'JSON' });
    expect((await kaal('[]')).body).toMatchObject({ status: 400, code: 'VORM' });
    expect((await kaal(JSON.stringify({ a: 'x'.repeat(300_000) }))).body).toMatchObject({ status: 413, code: 'PAYLOAD_TE_GROOT' });
  });

  test('de voorbeelden in docs zijn goed, op het voorbeeld met fouten na', async () => {
    const voorbeeld = (naam: string): unknown =>
      JSON.parse(withExampleDates(readFileSync(new URL(`../../docs/voorbeelden/aanmelding-${naam}.json`, import.meta.url), 'utf8'), '2025-09-08', makeKalenders()()));
    expect((await meldAan(voorbeeld('milan'))).status).toBe(201);
    expect((await meldAan(voorbeeld('sofie'))).status).toBe(201);
    expect((await meldAan(voorbeeld('met-fouten'))).status).toBe(422);
  });
});

describe('post', () => {
  const bericht = (sleutel: string, adres: string | null) => ({
    casusId: null, melding: 'N-02', aanRol: 'ib-er', adres, onderwerp: `Bericht ${sleutel}`, tekst: '<script>alert(1)</script>', sleutel, op: KLOK.nu(),
  });

  test('toont de mails met hun stand, en nooit opmaak uit de tekst', async () => {
    await beheer.register.db.transaction().execute(async (tx) => { await voegBerichtToe(tx, bericht('a', 'ib@example.org')); await voegBerichtToe(tx, bericht('b', null)); });
    const { text } = await beheer.bekijk('/post');
    expect(text).toContain('wacht (1)');
    expect(text).toContain('niet te bezorgen (1)');
    expect(text).toContain('geen adres bekend');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
    expect((await beheer.bekijk('/post?status=dood')).text).not.toContain('Bericht a');
  });

  test('vijandige tekst komt in geen enkel veld als opmaak op de pagina', async () => {
    const kwaad = `"'><img src=x onerror=alert(1)>`;
    await beheer.register.db.transaction().execute((tx) => voegBerichtToe(tx, { ...bericht('d', kwaad), melding: kwaad, aanRol: kwaad, onderwerp: kwaad, tekst: kwaad }));
    await beheer.register.db.updateTable('uitgaand').set({ status: 'dood', volgendePoging: null, laatsteFout: kwaad }).execute();
    const { text } = await beheer.bekijk('/post');
    expect(text).not.toMatch(/<img|"'>/);
    expect(text.match(/&lt;img/g)).toHaveLength(6);
    beheer.delen = { ...beheer.delen, addresses: { tasklist: kwaad, operate: kwaad } };
    expect((await beheer.bekijk('/')).text).not.toMatch(/<img|"'>/);
  });

  test('een dood bericht met een adres kan opnieuw', async () => {
    await beheer.register.db.transaction().execute((tx) => voegBerichtToe(tx, bericht('c', 'ib@example.org')));
    const { id } = await beheer.register.db.updateTable('uitgaand').set({ status: 'dood', volgendePoging: null }).returning('id').executeTakeFirstOrThrow();
    expect((await beheer.bekijk('/post')).text).toContain('Opnieuw versturen');
    expect((await beheer.druk(`/post/${id}/opnieuw`)).status).toBe(303);
    expect(await beheer.register.db.selectFrom('uitgaand').select('status').executeTakeFirst()).toEqual({ status: 'wacht' });
    expect((await beheer.druk('/post/onzin/opnieuw')).status).toBe(404);
    for (const nummer of ['99999999999', '-1', '1e3', '0x1', '%20']) expect((await beheer.druk(`/post/${nummer}/opnieuw`)).status, nummer).toBe(404);
  });

  test('een onzekere mail telt in gezondheid en op de pagina; een mens kiest', async () => {
    await beheer.register.transaction(async (tx) => { await voegBerichtToe(tx, bericht('d', 'ib@example.org')); await voegBerichtToe(tx, bericht('e', 'ib@example.org')); });
    const rijen = await beheer.register.db.updateTable('uitgaand').set({ status: 'onzeker', wordtVerstuurdSinds: KLOK.nu() }).returning('id').execute();
    const gezondheid = await beheer.vraag().get('/gezondheid');
    expect([gezondheid.status, gezondheid.body.post]).toEqual([200, 'kijk op /post: 2 onzeker verzonden']);
    const { text } = await beheer.bekijk('/post?status=onzeker');
    expect(text).toContain('onzeker verzonden (2)');
    expect(text).toContain('Is aangekomen');
    const [d, e] = rijen.map((rij) => rij.id).sort((a, b) => a - b);
    expect((await beheer.druk(`/post/${d}/aangekomen`)).status).toBe(303);
    expect((await beheer.druk(`/post/${e}/opnieuw`)).status).toBe(303);
    expect(await beheer.register.db.selectFrom('uitgaand').select(['status', 'wordtVerstuurdSinds']).orderBy('id').execute()).toEqual([
      { status: 'verzonden', wordtVerstuurdSinds: null }, { status: 'wacht', wordtVerstuurdSinds: null },
    ]);
  });
});
