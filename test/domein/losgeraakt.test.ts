import { beforeEach, describe, expect, test } from 'vitest';
import { kijkLosgeraakt } from '../../domein/losgeraakt/nakijken.ts';
import { bewaarInstanties, bewaarPlaatsingen } from '../../registratie/geschiedenis/instanties.ts';
import { leesLosgeraakt, vinkLosProcesAf } from '../../registratie/losgeraakt.ts';
import { slaAanmeldingOp, uitkomstVanAanmelding } from '../../registratie/aanmelding-opslaan.ts';
import { defaultMailOptions } from '../../workers/runtime/mail-options.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { NepGeschiedenis } from '../helpers/geschiedenis.ts';
import { useWorkbench } from '../helpers/worker.ts';

/** Een proces dat met de hand is beëindigd laat een kind thuis zonder taak en zonder termijn. */
const bank = useWorkbench();
const om = (tijd: string): void => bank.klok.zet(`2025-09-10T${tijd}:00+02:00`);
let bron: NepGeschiedenis;
let casusId: string;
let casusproces: string;

const kijk = (): Promise<number> => kijkLosgeraakt({ ...bank.deps(), bron, options: defaultMailOptions() });
const post = () => bank.register.db.selectFrom('uitgaand').select(['melding', 'aanRol', 'tekst']).where('melding', 'in', ['N-91', 'N-92']).orderBy('id').execute();
const logboek = () => bank.register.db.selectFrom('logboekRegel').select(['actie', 'uitkomst']).where('actie', 'in', ['Casus losgeraakt', 'Los proces gestopt', 'Casus weer opgepakt']).execute();
/** Een instantie die de geschiedenis al eens zag. */
async function start(proces: string, ouder: string | null = null): Promise<string> {
  const instantie = bron.start(proces, '2025-09-08T07:00:00Z');
  await bewaarInstanties(bank.register.db, [{ sleutel: instantie.key, proces, begonnen: instantie.start, ouder, ouderBezoek: ouder && '1' }]);
  return instantie.key;
}
async function los(proces: string, ouder: string | null = null): Promise<string> {
  const sleutel = await start(proces, ouder);
  await bewaarPlaatsingen(bank.register.db, [{ sleutel, casusId, route: 'kernteam', pad: [] }]);
  return sleutel;
}

beforeEach(async () => {
  bron = new NepGeschiedenis();
  casusproces = await start('casus');
  ({ casusId } = await open(bank.register, nieuweCasus({ procesInstantieKey: casusproces })));
  om('10:00');
});

describe('het proces van een casus', () => {
  test('dat loopt is niet los, ook als de geschiedenis geen open stap kent', async () => {
    expect([await kijk(), (om('10:30'), await kijk())]).toEqual([0, 0]);
    expect(await post()).toEqual([]);
  });

  test('dat twee keer weg is, met tijd ertussen, wordt één keer gemeld', async () => {
    bron.afgebroken.add(casusproces);
    expect(await kijk()).toBe(0);
    om('10:02');
    expect(await kijk(), 'te kort daarna: de leeskant kan achterlopen').toBe(0);
    om('10:10');
    expect(await kijk()).toBe(1);
    expect((await post()).map((p) => p.aanRol).sort()).toEqual(['ib-er', 'regisseur-schoolbestuur', 'regisseur-swv', 'sectordirecteur-swv']);
    expect((await post())[0]!.tekst).toMatch(/2025-0001[^]*meldt de leerling opnieuw aan/);
    expect((await post()).map((p) => p.tekst).join()).not.toMatch(/Milan|Koster/);
    om('11:00');
    expect(await kijk()).toBe(0);
    expect([(await post()).length, (await logboek()).length]).toEqual([4, 1]);
    expect(await leesLosgeraakt(bank.register.db)).toMatchObject([{ casusnummer: '2025-0001', proces: 'casus', instantie: casusproces }]);
  });

  test('dat er de tweede keer weer is, begint opnieuw', async () => {
    bron.afgebroken.add(casusproces);
    await kijk();
    bron.afgebroken.clear();
    om('10:10');
    await kijk();
    bron.afgebroken.add(casusproces);
    om('10:20');
    expect(await kijk()).toBe(0);
    om('10:30');
    expect(await kijk()).toBe(1);
  });

  test('dat de geschiedenis nog nooit zag telt pas na een dag, dan wel', async () => {
    const nieuw = await open(bank.register, nieuweCasus({ procesInstantieKey: '999', geopendOp: new Date('2025-09-10T09:59:00+02:00') }, 'L-2018-0032'));
    await kijk();
    om('10:30');
    expect(await kijk()).toBe(0);
    bank.klok.zet('2025-09-11T10:00:00+02:00');
    await kijk();
    bank.klok.zet('2025-09-11T10:10:00+02:00');
    expect(await kijk()).toBe(1);
    expect((await leesLosgeraakt(bank.register.db)).map((l) => l.casusnummer)).toEqual([nieuw.casusnummer]);
  });

  test('van een gesloten casus mag weg zijn', async () => {
    await bank.register.db.updateTable('casus').set({ status: 'afgesloten', eindDatum: '2025-09-09', afgeslotenOp: bank.klok.nu(), reden: 'VERZUIM_GESTOPT' }).execute();
    bron.afgebroken.add(casusproces);
    await kijk();
    om('10:30');
    expect(await kijk()).toBe(0);
  });
});

describe('weer oppakken', () => {
  const opnieuw = { procesInstantieKey: '500', geopendOp: new Date('2025-09-10T10:20:00+02:00'), vandaag: '2025-09-10' };

  test('een nieuwe aanmelding gaat met dezelfde casus verder, en telt niet als heropend', async () => {
    bron.afgebroken.add(casusproces);
    await kijk();
    expect(await open(bank.register, nieuweCasus({ ...opnieuw, aanmeldSleutel: 'te vroeg' })), 'zolang het een vermoeden is loopt de casus').toMatchObject({ uitkomst: 'loopt-al' });
    om('10:10');
    await kijk();
    const weer = await open(bank.register, nieuweCasus(opnieuw));
    expect(weer).toMatchObject({ casusId, casusnummer: '2025-0001', uitkomst: 'heropend', wasLosgeraakt: true });
    expect(await bank.register.db.selectFrom('casus').select(['status', 'procesInstantieKey', 'heropendAantal', 'heropendOp']).executeTakeFirstOrThrow()).toEqual({ status: 'open', procesInstantieKey: '500', heropendAantal: 0, heropendOp: null });
    om('10:30');
    await kijk();
    expect(await leesLosgeraakt(bank.register.db)).toEqual([]);
    expect(await open(bank.register, nieuweCasus({ ...opnieuw, procesInstantieKey: '501', aanmeldSleutel: 'nog eens' }))).toMatchObject({ uitkomst: 'loopt-al' });
  });

  test('ook hetzelfde bestand nog eens: de oude uitkomst geldt niet meer', async () => {
    const { db } = bank.register;
    const sleutel = 'sleutel-L-2018-0031';
    const eerst = await slaAanmeldingOp(db, { sleutel, gegevens: { a: 1 }, op: bank.klok.nu() });
    expect(await uitkomstVanAanmelding(db, sleutel)).toMatchObject({ casusnummer: '2025-0001' });
    expect(await slaAanmeldingOp(db, { sleutel, gegevens: { a: 2 }, op: bank.klok.nu() })).toEqual({ ...eerst, nieuw: false });
    bron.afgebroken.add(casusproces);
    await kijk();
    om('10:10');
    await kijk();
    expect(await uitkomstVanAanmelding(db, sleutel)).toBeUndefined();
    expect(await slaAanmeldingOp(db, { sleutel, gegevens: { a: 2 }, op: bank.klok.nu() })).toEqual({ ...eerst, nieuw: true });
    await open(bank.register, nieuweCasus(opnieuw));
    expect(await uitkomstVanAanmelding(db, sleutel)).toMatchObject({ uitkomst: 'heropend' });
  });
});

describe('wat naast de casus liep', () => {
  test('en is afgebroken wordt één keer gemeld; wat gewoon klaar was niet', async () => {
    const bewaken = await los('vrijstelling-bewaken');
    await los('duo-verzuimmelding');
    bron.afgebroken.add(bewaken);
    expect([await kijk(), await kijk()]).toEqual([1, 0]);
    expect((await post()).map((p) => p.melding)).toEqual(['N-92', 'N-92', 'N-92']);
    expect((await post())[0]!.tekst).toContain('het bewaken van de einddatum van de vrijstelling');
    expect(await vinkLosProcesAf(bank.register.db, bewaken, bank.klok.nu())).toBe(true);
    expect([await vinkLosProcesAf(bank.register.db, bewaken, bank.klok.nu()), await leesLosgeraakt(bank.register.db)]).toEqual([false, []]);
  });

  test('een onderdeel dat de route zelf afbrak is niet los', async () => {
    bron.afgebroken.add(await los('jgz-aanmelding', casusproces));
    expect(await kijk()).toBe(0);
  });

  test('errata §2.3: over de meldcode krijgt niemand bericht en staat niets in het logboek; de beheerder ziet het wel', async () => {
    bron.afgebroken.add(await los('meldcode'));
    expect(await kijk()).toBe(1);
    expect([await post(), await logboek()]).toEqual([[], []]);
    expect(await leesLosgeraakt(bank.register.db)).toMatchObject([{ proces: 'meldcode' }]);
  });
});
