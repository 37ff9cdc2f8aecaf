import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeSmtpTransport } from '../../../koppelingen/mail/smtp.ts';
import { makeSender, type SenderOptions } from '../../../koppelingen/mail/sender.ts';
import { BACKOFF, waitAfter } from '../../../retry/backoff.ts';
import { voegBerichtToe } from '../../../registratie/outbox-toevoegen.ts';
import { verstuurOpnieuw, vinkVerzondenAf } from '../../../registratie/outbox-afhandelen.ts';
import { makeMailbox } from '../../../registratie/outbox-versturen.ts';
import type { Register } from '../../../registratie/register.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../../helpers/databases.ts';
import { flakyRegister } from '../../helpers/flaky-register.ts';
import { smtpError, startMailserver, type TestMailserver } from '../../helpers/mailserver.ts';

describe.each(DATABASES)('post versturen op %s', (soort) => {
  let proef: TestDatabase;
  let server: TestMailserver | undefined;
  let nu: Date;
  const klok = { nu: () => nu };
  const later = (ms: number): void => void (nu = new Date(nu.getTime() + ms));

  beforeAll(async () => {
    proef = await openTestDatabase(soort);
  }, 60_000);
  beforeEach(async () => {
    await proef.clear();
    nu = new Date('2025-09-08T09:00:00+02:00');
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });
  afterAll(() => proef.close());

  const legIn = (...namen: string[]) =>
    proef.register.db.transaction().execute(async (tx) => {
      for (const naam of namen) {
        await voegBerichtToe(tx, { casusId: null, melding: 'N-02', aanRol: 'schoolbestuur', adres: `${naam}@example.org`, onderwerp: `Casus ${naam}`, tekst: 'Beste collega,\nénige tekst', sleutel: naam, op: nu });
      }
    });
  const rijen = () => proef.register.db.selectFrom('uitgaand').selectAll().orderBy('id').execute();
  const verzender = (meer: Partial<SenderOptions> & { url?: string; geduldMs?: number } = {}) => {
    const { url = server?.url ?? 'smtp://127.0.0.1:1', geduldMs: patienceMs = 2_000, ...rest } = meer;
    return makeSender({ mailbox: makeMailbox(proef.register), transport: makeSmtpTransport({ url, van: 'Routeboek <routeboek@swv.example>', patienceMs }), klok, ...rest });
  };

  /** De postbus van een register dat kan wegvallen: elke vraag gaat opnieuw langs het register. */
  const viaWankel = (register: Register): ReturnType<typeof makeMailbox> => ({
    take: async (...a) => makeMailbox(register).take(...a), sent: async (...a) => makeMailbox(register).sent(...a), failed: async (...a) => makeMailbox(register).failed(...a),
    uncertain: async (...a) => makeMailbox(register).uncertain(...a), abandoned: async (...a) => makeMailbox(register).abandoned(...a),
  });

  test('een bericht komt aan met zijn vaste Message-ID en wordt afgevinkt', async () => {
    server = await startMailserver();
    await legIn('a');
    expect(await verzender().round()).toBe(1);
    const [rij] = await rijen();
    expect(rij).toMatchObject({ status: 'verzonden', pogingen: 1, verzondenOp: nu, laatsteFout: null });
    expect(server.ontvangen).toHaveLength(1);
    expect(server.ontvangen[0]).toMatchObject({ messageId: rij?.messageId, subject: 'Casus a', text: 'Beste collega,\nénige tekst\n' });
    expect(server.ontvangen[0]?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await verzender().round()).toBe(0);
  });

  test('4xx: later opnieuw met groeiende wachttijd, dan gelukt', async () => {
    let attempts = 0;
    server = await startMailserver({ onRcptTo: (_adres, _sessie, done) => ((attempts += 1) <= 2 ? done(smtpError(451)) : done()) });
    await legIn('a');
    const v = verzender({ backoff: BACKOFF.mail });
    await v.round();
    expect(await rijen()).toMatchObject([{ status: 'wacht', pogingen: 1, volgendePoging: new Date(nu.getTime() + 60_000), laatsteFout: 'Bezorgen lukte nog niet (EENVELOPE 451).' }]);
    later(59_000);
    expect(await v.round()).toBe(0);
    later(1_000);
    await v.round();
    expect(await rijen()).toMatchObject([{ status: 'wacht', pogingen: 2, volgendePoging: new Date(nu.getTime() + 120_000) }]);
    later(120_000);
    await v.round();
    expect(await rijen()).toMatchObject([{ status: 'verzonden', pogingen: 3, laatsteFout: null }]);
    expect(server.ontvangen).toHaveLength(1);
  });

  test('5xx op het adres: meteen dood, en de rest gaat door', async () => {
    server = await startMailserver({ onRcptTo: (adres, _sessie, done) => (adres.address.startsWith('weg') ? done(smtpError(550, 'no such user weg@example.org')) : done()) });
    await legIn('weg', 'b');
    const v = verzender();
    await v.round();
    expect(await rijen()).toMatchObject([
      { status: 'dood', pogingen: 1, laatsteFout: 'De mailserver weigert dit bericht (EENVELOPE 550).' },
      { status: 'verzonden' },
    ]);
    later(86_400_000);
    expect(await v.round()).toBe(0);
  });

  test('een dood bericht kan een beheerder opnieuw klaarleggen', async () => {
    let weiger = true;
    server = await startMailserver({ onRcptTo: (_a, _s, done) => (weiger ? done(smtpError(550)) : done()) });
    await legIn('a');
    const v = verzender();
    await v.round();
    weiger = false;
    const [rij] = await rijen();
    expect(await verstuurOpnieuw(proef.register.db, rij?.id ?? 0, nu)).toBe(true);
    await v.round();
    expect(await rijen()).toMatchObject([{ status: 'verzonden', messageId: rij?.messageId }]);
  });

  test('na het laatste van een aantal pogingen is een bericht dood', async () => {
    await legIn('a');
    const v = verzender({ attempts: 3, backoff: { firstMs: 1, maxMs: 1_000, jitter: 0 } });
    for (let i = 0; i < 5; i += 1) {
      await v.round();
      later(10_000);
    }
    expect(await rijen()).toMatchObject([{ status: 'dood', pogingen: 3 }]);
    expect((await rijen())[0]?.laatsteFout).toMatch(/^Bezorgen lukte nog niet/);
  });

  test('een mailserver die niets zegt houdt de verzender niet vast', async () => {
    server = await startMailserver({ onConnect: () => undefined });
    await legIn('a');
    const begin = performance.now();
    await verzender({ geduldMs: 300 }).round();
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(await rijen()).toMatchObject([{ status: 'wacht', pogingen: 1 }]);
  });

  test('de oudste gaat eerst', async () => {
    server = await startMailserver();
    await legIn('a', 'b', 'c', 'd', 'e');
    await verzender({ count: 2 }).round();
    await verzender({ count: 10 }).round();
    expect(server.ontvangen.map((m) => m.subject)).toEqual(['Casus a', 'Casus b', 'Casus c', 'Casus d', 'Casus e']);
  });

  test('twee verzenders tegelijk sturen niets dubbel en laten niets liggen', async () => {
    server = await startMailserver();
    const namen = Array.from({ length: 40 }, (_, i) => `n${i}`);
    await legIn(...namen);
    const leegmaken = async () => {
      const v = verzender({ count: 3 });
      while ((await v.round()) > 0);
    };
    await Promise.all([leegmaken(), leegmaken()]);
    expect(server.ontvangen.map((m) => m.subject).sort()).toEqual(namen.map((n) => `Casus ${n}`).sort());
    expect((await rijen()).every((r) => r.status === 'verzonden')).toBe(true);
  });

  const KWARTIER = 15 * 60_000;

  test('een verzender die omviel: de mail gaat niet vanzelf nog eens, wordt onzeker, en een mens stuurt haar met hetzelfde Message-ID', async () => {
    server = await startMailserver();
    await legIn('a', 'b');
    const gepakt = await makeMailbox(proef.register).take(nu);
    expect(await verzender().round()).toBe(1);
    expect(server.ontvangen.map((m) => m.subject)).toEqual(['Casus b']);
    expect((await rijen())[0]).toMatchObject({ status: 'wacht', wordtVerstuurdSinds: nu });
    later(KWARTIER);
    expect(await verzender().round()).toBe(0);
    expect((await rijen())[0]).toMatchObject({ status: 'onzeker', laatsteFout: expect.stringContaining('niet afgevinkt') });
    later(86_400_000);
    expect(await verzender().round()).toBe(0);
    expect(await verstuurOpnieuw(proef.register.db, gepakt?.id ?? 0, nu)).toBe(true);
    expect(await verzender().round()).toBe(1);
    expect(server.ontvangen[1]?.messageId).toBe(gepakt?.messageId);
    // De eerste blijkt toch te leven en meldt een fout: die mag een verzonden bericht niet terugzetten.
    if (gepakt) await makeMailbox(proef.register).failed(gepakt, 'te laat', nu);
    expect((await rijen())[0]).toMatchObject({ status: 'verzonden', pogingen: 1 });
  });

  test('het register valt weg ná het versturen: de mail gaat niet nog eens, en wordt afgevinkt als het terug is', async () => {
    const wankel = flakyRegister(proef.register);
    // De mail is aangenomen en dan is het register weg, nog voor er kan worden afgevinkt.
    server = await startMailserver({ onRcptTo: (_a, _s, done) => (wankel.goDown(), done()) });
    await legIn('a');
    const v = verzender({ mailbox: viaWankel(wankel.register) });
    await expect(v.round()).rejects.toThrow('het register is weg');
    expect(server.ontvangen).toHaveLength(1);
    const verstuurdOp = nu;
    for (let i = 0; i < 8; i += 1) {
      later(KWARTIER);
      await expect(v.round()).rejects.toThrow('het register is weg');
    }
    wankel.comeBack();
    expect(await v.round()).toBe(0);
    expect(await rijen()).toMatchObject([{ status: 'verzonden', verzondenOp: verstuurdOp, wordtVerstuurdSinds: null }]);
    expect(server.ontvangen).toHaveLength(1);
  });

  test('het register valt weg ná het versturen en het programma ook: onzeker, en een mens vinkt af', async () => {
    const wankel = flakyRegister(proef.register);
    server = await startMailserver({ onRcptTo: (_a, _s, done) => (wankel.goDown(), done()) });
    await legIn('a');
    await expect(verzender({ mailbox: viaWankel(wankel.register) }).round()).rejects.toThrow();
    later(KWARTIER);
    const naHerstart = verzender();
    await naHerstart.round();
    await naHerstart.round();
    const [rij] = await rijen();
    expect(rij).toMatchObject({ status: 'onzeker' });
    expect(await vinkVerzondenAf(proef.register.db, rij?.id ?? 0, nu)).toBe(true);
    expect(await rijen()).toMatchObject([{ status: 'verzonden', verzondenOp: nu }]);
    expect(server.ontvangen).toHaveLength(1);
  });

  test('de verbinding breekt nadat het hele bericht is overhandigd: onzeker en niet opnieuw', async () => {
    const eigen: TestMailserver = await startMailserver({ onData: (stream) => void stream.on('end', () => eigen.breakConnections()).resume() });
    server = eigen;
    await legIn('a');
    const v = verzender();
    await v.round();
    expect(await rijen()).toMatchObject([{ status: 'onzeker', laatsteFout: expect.stringMatching(/^Het bericht is overhandigd/) }]);
    later(86_400_000);
    expect(await v.round()).toBe(0);
  });

  test('de verbinding breekt vóór het bericht is overhandigd: gewoon later opnieuw', async () => {
    const eigen: TestMailserver = await startMailserver({ onRcptTo: () => eigen.breakConnections() });
    server = eigen;
    await legIn('a');
    await verzender().round();
    expect(await rijen()).toMatchObject([{ status: 'wacht', pogingen: 1, wordtVerstuurdSinds: null }]);
  });

  test('stoppen midden in een stapel stopt vóór de volgende mail', async () => {
    let laatDoor: () => void = () => undefined;
    let begonnen = 0;
    server = await startMailserver({ onMailFrom: (_a, _s, done) => ((begonnen += 1), (laatDoor = done)) });
    await legIn('a', 'b', 'c');
    const v = verzender();
    v.start();
    await expect.poll(() => begonnen, { timeout: 10_000 }).toBe(1);
    const gestopt = v.stop();
    laatDoor();
    await gestopt;
    expect((await rijen()).map((r) => [r.status, r.pogingen, r.wordtVerstuurdSinds])).toEqual([['verzonden', 1, null], ['wacht', 0, null], ['wacht', 0, null]]);
    expect(server.ontvangen.map((m) => m.subject)).toEqual(['Casus a']);
  });

  test('zonder mailserver in de instellingen blijft alles wachten', async () => {
    await legIn('a');
    expect(await makeSender({ mailbox: makeMailbox(proef.register), transport: undefined, klok }).round()).toBe(0);
    expect(await rijen()).toMatchObject([{ status: 'wacht', pogingen: 0 }]);
  });

  test('de lus verstuurt, overleeft een fout van het register en stopt', async () => {
    server = await startMailserver();
    await legIn('a');
    const echt = makeMailbox(proef.register);
    let storingen = 2;
    const postbus = { ...echt, take: async (...a: Parameters<typeof echt.take>) => { if ((storingen -= 1) >= 0) throw new Error('even weg'); return echt.take(...a); } };
    const v = verzender({ mailbox: postbus, idleMs: 5 });
    v.start();
    await expect.poll(() => server?.ontvangen.length, { timeout: 5_000 }).toBe(1);
    await v.stop();
    await legIn('b');
    expect(await rijen()).toMatchObject([{ status: 'verzonden' }, { status: 'wacht' }]);
  });

  test('hetzelfde bericht komt maar één keer in de postbus; zonder adres is het zichtbaar dood', async () => {
    await legIn('a', 'a');
    await proef.register.db.transaction().execute((tx) =>
      voegBerichtToe(tx, { casusId: null, melding: 'N-02', aanRol: 'schoolbestuur', adres: null, onderwerp: 'x', tekst: 'x', sleutel: 'z', op: nu }),
    );
    expect(await rijen()).toMatchObject([{ status: 'wacht' }, { status: 'dood', laatsteFout: 'geen adres bekend voor rol schoolbestuur', adres: null }]);
  });
});

test('de wachttijd verdubbelt tot een grens', () => {
  expect([1, 2, 3, 4, 40].map((p) => waitAfter(p, { firstMs: 1_000, maxMs: 5_000, jitter: 0 }, () => 0))).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
});
