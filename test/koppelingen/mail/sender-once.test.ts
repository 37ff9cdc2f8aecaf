import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verstuurOpnieuw, vinkVerzondenAf } from '../../../registratie/outbox-afhandelen.ts';
import { makeMailbox } from '../../../registratie/outbox-versturen.ts';
import { DATABASES } from '../../helpers/databases.ts';
import { flakyRegister } from '../../helpers/flaky-register.ts';
import type { TestMailserver } from '../../helpers/mailserver.ts';
import { mailboxOf, openMailRig, type MailRig } from './rig.ts';

const KWARTIER = 15 * 60_000;

describe.each(DATABASES)('een mail gaat één keer uit op %s', (soort) => {
  let rig: MailRig;
  beforeAll(async () => void (rig = await openMailRig(soort)), 120_000);
  beforeEach(() => rig.clear());
  afterEach(() => rig.stopServer());
  afterAll(() => rig.close());

  test('een verzender die omviel: de mail gaat niet vanzelf nog eens, wordt onzeker, en een mens stuurt haar met hetzelfde Message-ID', async () => {
    const server = await rig.serve();
    await rig.legIn('a', 'b');
    const gepakt = await makeMailbox(rig.register).take(rig.klok.nu());
    expect(await rig.verzender().round()).toBe(1);
    expect(server.ontvangen.map((m) => m.subject)).toEqual(['Casus b']);
    expect((await rig.rijen())[0]).toMatchObject({ status: 'wacht', wordtVerstuurdSinds: rig.klok.nu() });
    rig.later(KWARTIER);
    expect(await rig.verzender().round()).toBe(0);
    expect((await rig.rijen())[0]).toMatchObject({ status: 'onzeker', laatsteFout: expect.stringContaining('niet afgevinkt') });
    rig.later(86_400_000);
    expect(await rig.verzender().round()).toBe(0);
    expect(await verstuurOpnieuw(rig.register.db, gepakt?.id ?? 0, rig.klok.nu())).toBe(true);
    expect(await rig.verzender().round()).toBe(1);
    expect(server.ontvangen[1]?.messageId).toBe(gepakt?.messageId);
    // De eerste blijkt toch te leven en meldt een fout: die mag een verzonden bericht niet terugzetten.
    if (gepakt) await makeMailbox(rig.register).failed(gepakt, 'te laat', rig.klok.nu());
    expect((await rig.rijen())[0]).toMatchObject({ status: 'verzonden', pogingen: 1 });
  });

  test('het register valt weg ná het versturen: de mail gaat niet nog eens, en wordt afgevinkt als het terug is', async () => {
    const wankel = flakyRegister(rig.register);
    // De mail is aangenomen en dan is het register weg, nog voor er kan worden afgevinkt.
    const server = await rig.serve({ onRcptTo: (_a, _s, done) => (wankel.goDown(), done()) });
    await rig.legIn('a');
    const v = rig.verzender({ mailbox: mailboxOf(wankel.register) });
    await expect(v.round()).rejects.toThrow('het register is weg');
    expect(server.ontvangen).toHaveLength(1);
    const verstuurdOp = rig.klok.nu();
    for (let i = 0; i < 8; i += 1) {
      rig.later(KWARTIER);
      await expect(v.round()).rejects.toThrow('het register is weg');
    }
    wankel.comeBack();
    expect(await v.round()).toBe(0);
    expect(await rig.rijen()).toMatchObject([{ status: 'verzonden', verzondenOp: verstuurdOp, wordtVerstuurdSinds: null }]);
    expect(server.ontvangen).toHaveLength(1);
  });

  test('het register valt weg ná het versturen en het programma ook: onzeker, en een mens vinkt af', async () => {
    const wankel = flakyRegister(rig.register);
    const server = await rig.serve({ onRcptTo: (_a, _s, done) => (wankel.goDown(), done()) });
    await rig.legIn('a');
    await expect(rig.verzender({ mailbox: mailboxOf(wankel.register) }).round()).rejects.toThrow();
    rig.later(KWARTIER);
    const naHerstart = rig.verzender();
    await naHerstart.round();
    await naHerstart.round();
    const [rij] = await rig.rijen();
    expect(rij).toMatchObject({ status: 'onzeker' });
    expect(await vinkVerzondenAf(rig.register.db, rij?.id ?? 0, rig.klok.nu())).toBe(true);
    expect(await rig.rijen()).toMatchObject([{ status: 'verzonden', verzondenOp: rig.klok.nu() }]);
    expect(server.ontvangen).toHaveLength(1);
  });

  test('de verbinding breekt nadat het hele bericht is overhandigd: onzeker en niet opnieuw', async () => {
    const eigen: TestMailserver = await rig.serve({ onData: (stream) => void stream.on('end', () => eigen.breakConnections()).resume() });
    await rig.legIn('a');
    const v = rig.verzender();
    await v.round();
    expect(await rig.rijen()).toMatchObject([{ status: 'onzeker', laatsteFout: expect.stringMatching(/^Het bericht is overhandigd/) }]);
    rig.later(86_400_000);
    expect(await v.round()).toBe(0);
  });

  test('de verbinding breekt vóór het bericht is overhandigd: gewoon later opnieuw', async () => {
    const eigen: TestMailserver = await rig.serve({ onRcptTo: () => eigen.breakConnections() });
    await rig.legIn('a');
    await rig.verzender().round();
    expect(await rig.rijen()).toMatchObject([{ status: 'wacht', pogingen: 1, wordtVerstuurdSinds: null }]);
  });

  test('stoppen midden in een stapel stopt vóór de volgende mail', async () => {
    let laatDoor: () => void = () => undefined;
    let begonnen = 0;
    const server = await rig.serve({ onMailFrom: (_a, _s, done) => ((begonnen += 1), (laatDoor = done)) });
    await rig.legIn('a', 'b', 'c');
    const v = rig.verzender();
    v.start();
    await expect.poll(() => begonnen, { timeout: 10_000 }).toBe(1);
    const gestopt = v.stop();
    laatDoor();
    await gestopt;
    expect((await rig.rijen()).map((r) => [r.status, r.pogingen, r.wordtVerstuurdSinds])).toEqual([['verzonden', 1, null], ['wacht', 0, null], ['wacht', 0, null]]);
    expect(server.ontvangen.map((m) => m.subject)).toEqual(['Casus a']);
  });
});
