import { BACKOFF, waitAfter } from '../../../retry/backoff.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeSender } from '../../../koppelingen/mail/sender.ts';
import { verstuurOpnieuw } from '../../../registratie/outbox-afhandelen.ts';
import { voegBerichtToe } from '../../../registratie/outbox-toevoegen.ts';
import { makeMailbox } from '../../../registratie/outbox-versturen.ts';
import { DATABASES } from '../../helpers/databases.ts';
import { smtpError } from '../../helpers/mailserver.ts';
import { openMailRig, type MailRig } from './rig.ts';

describe.each(DATABASES)('post versturen op %s', (soort) => {
  let rig: MailRig;
  beforeAll(async () => void (rig = await openMailRig(soort)), 120_000);
  beforeEach(() => rig.clear());
  afterEach(() => rig.stopServer());
  afterAll(() => rig.close());

  test('een bericht komt aan met zijn vaste Message-ID en wordt afgevinkt', async () => {
    const server = await rig.serve();
    await rig.legIn('a');
    expect(await rig.verzender().round()).toBe(1);
    const [rij] = await rig.rijen();
    expect(rij).toMatchObject({ status: 'verzonden', pogingen: 1, verzondenOp: rig.klok.nu(), laatsteFout: null });
    expect(server.ontvangen).toHaveLength(1);
    expect(server.ontvangen[0]).toMatchObject({ messageId: rij?.messageId, subject: 'Casus a', text: 'Beste collega,\nénige tekst\n' });
    expect(server.ontvangen[0]?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await rig.verzender().round()).toBe(0);
  });

  test('4xx: later opnieuw met groeiende wachttijd, dan gelukt', async () => {
    let attempts = 0;
    const server = await rig.serve({ onRcptTo: (_adres, _sessie, done) => ((attempts += 1) <= 2 ? done(smtpError(451)) : done()) });
    await rig.legIn('a');
    const v = rig.verzender({ backoff: BACKOFF.mail });
    await v.round();
    expect(await rig.rijen()).toMatchObject([{ status: 'wacht', pogingen: 1, volgendePoging: new Date(rig.klok.nu().getTime() + 60_000), laatsteFout: 'Bezorgen lukte nog niet (EENVELOPE 451).' }]);
    rig.later(59_000);
    expect(await v.round()).toBe(0);
    rig.later(1_000);
    await v.round();
    expect(await rig.rijen()).toMatchObject([{ status: 'wacht', pogingen: 2, volgendePoging: new Date(rig.klok.nu().getTime() + 120_000) }]);
    rig.later(120_000);
    await v.round();
    expect(await rig.rijen()).toMatchObject([{ status: 'verzonden', pogingen: 3, laatsteFout: null }]);
    expect(server.ontvangen).toHaveLength(1);
  });

  test('5xx op het adres: meteen dood, en de rest gaat door', async () => {
    await rig.serve({ onRcptTo: (adres, _sessie, done) => (adres.address.startsWith('weg') ? done(smtpError(550, 'no such user weg@example.org')) : done()) });
    await rig.legIn('weg', 'b');
    const v = rig.verzender();
    await v.round();
    expect(await rig.rijen()).toMatchObject([
      { status: 'dood', pogingen: 1, laatsteFout: 'De mailserver weigert dit bericht (EENVELOPE 550).' },
      { status: 'verzonden' },
    ]);
    rig.later(86_400_000);
    expect(await v.round()).toBe(0);
  });

  test('een dood bericht kan een beheerder opnieuw klaarleggen', async () => {
    let weiger = true;
    await rig.serve({ onRcptTo: (_a, _s, done) => (weiger ? done(smtpError(550)) : done()) });
    await rig.legIn('a');
    const v = rig.verzender();
    await v.round();
    weiger = false;
    const [rij] = await rig.rijen();
    expect(await verstuurOpnieuw(rig.register.db, rij?.id ?? 0, rig.klok.nu())).toBe(true);
    await v.round();
    expect(await rig.rijen()).toMatchObject([{ status: 'verzonden', messageId: rij?.messageId }]);
  });

  test('na het laatste van een aantal pogingen is een bericht dood', async () => {
    await rig.legIn('a');
    const v = rig.verzender({ attempts: 3, backoff: { firstMs: 1, maxMs: 1_000, jitter: 0 } });
    for (let i = 0; i < 5; i += 1) {
      await v.round();
      rig.later(10_000);
    }
    expect(await rig.rijen()).toMatchObject([{ status: 'dood', pogingen: 3 }]);
    expect((await rig.rijen())[0]?.laatsteFout).toMatch(/^Bezorgen lukte nog niet/);
  });

  test('een mailserver die niets zegt houdt de verzender niet vast', async () => {
    await rig.serve({ onConnect: () => undefined });
    await rig.legIn('a');
    const begin = performance.now();
    await rig.verzender({ geduldMs: 300 }).round();
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(await rig.rijen()).toMatchObject([{ status: 'wacht', pogingen: 1 }]);
  });

  test('de oudste gaat eerst', async () => {
    const server = await rig.serve();
    await rig.legIn('a', 'b', 'c', 'd', 'e');
    await rig.verzender({ count: 2 }).round();
    await rig.verzender({ count: 10 }).round();
    expect(server.ontvangen.map((m) => m.subject)).toEqual(['Casus a', 'Casus b', 'Casus c', 'Casus d', 'Casus e']);
  });

  test('twee verzenders tegelijk sturen niets dubbel en laten niets liggen', async () => {
    const server = await rig.serve();
    const namen = Array.from({ length: 40 }, (_, i) => `n${i}`);
    await rig.legIn(...namen);
    const leegmaken = async () => {
      const v = rig.verzender({ count: 3 });
      while ((await v.round()) > 0);
    };
    await Promise.all([leegmaken(), leegmaken()]);
    expect(server.ontvangen.map((m) => m.subject).sort()).toEqual(namen.map((n) => `Casus ${n}`).sort());
    expect((await rig.rijen()).every((r) => r.status === 'verzonden')).toBe(true);
  });

  test('zonder mailserver in de instellingen blijft alles wachten', async () => {
    await rig.legIn('a');
    expect(await makeSender({ mailbox: makeMailbox(rig.register), transport: undefined, klok: rig.klok }).round()).toBe(0);
    expect(await rig.rijen()).toMatchObject([{ status: 'wacht', pogingen: 0 }]);
  });

  test('de lus verstuurt, overleeft een fout van het register en stopt', async () => {
    const server = await rig.serve();
    await rig.legIn('a');
    const echt = makeMailbox(rig.register);
    let storingen = 2;
    const postbus = { ...echt, take: async (...a: Parameters<typeof echt.take>) => { if ((storingen -= 1) >= 0) throw new Error('even weg'); return echt.take(...a); } };
    const v = rig.verzender({ mailbox: postbus, idleMs: 5 });
    v.start();
    await expect.poll(() => server.ontvangen.length, { timeout: 5_000 }).toBe(1);
    await v.stop();
    await rig.legIn('b');
    expect(await rig.rijen()).toMatchObject([{ status: 'verzonden' }, { status: 'wacht' }]);
  });

  test('hetzelfde bericht komt maar één keer in de postbus; zonder adres is het zichtbaar dood', async () => {
    await rig.legIn('a', 'a');
    await rig.register.db.transaction().execute((tx) =>
      voegBerichtToe(tx, { casusId: null, melding: 'N-02', aanRol: 'schoolbestuur', adres: null, onderwerp: 'x', tekst: 'x', sleutel: 'z', op: rig.klok.nu() }),
    );
    expect(await rig.rijen()).toMatchObject([{ status: 'wacht' }, { status: 'dood', laatsteFout: 'geen adres bekend voor rol schoolbestuur', adres: null }]);
  });
});

test('de wachttijd verdubbelt tot een grens', () => {
  expect([1, 2, 3, 4, 40].map((p) => waitAfter(p, { firstMs: 1_000, maxMs: 5_000, jitter: 0 }, () => 0))).toEqual([1_000, 2_000, 4_000, 5_000, 5_000]);
});
