import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kwartaalVan, sluitCasus } from '../../registratie/casus-afsluiten.ts';
import { openCasus } from '../../registratie/casus-openen.ts';
import { leesCasusnummers } from '../../registratie/casusnummers-lezen.ts';
import { vervangContact } from '../../registratie/contact-opslaan.ts';
import { once } from '../../registratie/once.ts';
import { openLogboek } from '../../registratie/logboek-openen.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { migrateSchema } from '../../registratie/migrate.ts';
import { openRegister, type Register } from '../../registratie/register.ts';
import { openThuiszittersregistratie } from '../../registratie/thuiszitter-openen.ts';
import { telUren } from '../../registratie/uren-optellen.ts';
import { nieuweCasus, open, registreer } from '../helpers/casus.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../helpers/databases.ts';

const NU = new Date('2025-09-08T09:00:00+02:00');

describe.each(DATABASES)('register op %s', (soort) => {
  let proef: TestDatabase;
  let register: Register;
  beforeAll(async () => {
    proef = await openTestDatabase(soort);
    register = proef.register;
  }, 60_000);
  beforeEach(() => proef.clear());
  afterAll(() => proef.close());

  const schrijf = (casusId: string, sleutel: string, anders: Record<string, unknown> = {}) =>
    register.db.transaction().execute((tx) =>
      voegLogboekToe(tx, { casusId, tijdstip: NU, stap: 'KT-01a', actie: 'Met ouders spreken', actor: 'ib-er', rol: 'ib-er', uitkomst: 'x', sleutel, ...anders }),
    );

  test('migreren mag twee keer, ook tegelijk', async () => {
    expect(await Promise.all([migrateSchema(register), migrateSchema(register)])).toEqual([[], []]);
  });

  test('een procesinstantie heeft het nummer van haar casus; wat geen casus is ontbreekt', async () => {
    const { casusnummer } = await open(register, nieuweCasus({ procesInstantieKey: '2251799813685532' }));
    expect(await leesCasusnummers(register.db, ['2251799813685532', '1'])).toEqual(new Map([['2251799813685532', casusnummer]]));
    expect(await leesCasusnummers(register.db, [])).toEqual(new Map());
  });

  test('datums zijn tekst, momenten een Date, getallen getallen en jsonb houdt zijn sleutels', async () => {
    const { casusId } = await open(register);
    await schrijf(casusId, 'a', { velden: { eersteVeld: 1, tweede_veld: ['x'] }, urenBesteed: 1.25 });
    const leerling = await register.db.selectFrom('leerling').selectAll().executeTakeFirstOrThrow();
    expect(leerling).toMatchObject({ geboortedatum: '2018-03-14', pseudoniem: expect.stringMatching(/^LL-\d{6}$/), ingeschreven: true });
    const regel = await register.db.selectFrom('logboekRegel').selectAll().executeTakeFirstOrThrow();
    expect(regel).toMatchObject({ tijdstip: NU, velden: { eersteVeld: 1, tweede_veld: ['x'] }, urenBesteed: 1.25 });
    const { aantal } = await register.db.selectFrom('casus').select(({ fn }) => fn.countAll<number>().as('aantal')).executeTakeFirstOrThrow();
    expect(aantal).toBe(1);
  });

  test('casusnummers lopen per jaar door en zijn uniek, ook bij twintig tegelijk', async () => {
    const casussen = await Promise.all(Array.from({ length: 20 }, (_, i) => open(register, nieuweCasus({}, `L-2018-${1000 + i}`))));
    expect(casussen.map((c) => c.casusnummer).sort()).toEqual(Array.from({ length: 20 }, (_, i) => `2025-${String(i + 1).padStart(4, '0')}`));
    const volgend = await open(register, nieuweCasus({ jaar: 2026 }, 'L-2018-2000'));
    expect(volgend.casusnummer).toBe('2026-0001');
  });

  test('een mislukte aanmelding geeft haar nummer terug en laat niets achter', async () => {
    const mislukt = nieuweCasus({ verzuimRegels: [{ datum: '2025-09-02', dagdelen: 7, uren: 1, soort: 'ZIEKTE' }] });
    await expect(open(register, mislukt)).rejects.toThrow();
    expect(await register.db.selectFrom('leerling').selectAll().execute()).toEqual([]);
    expect((await open(register)).casusnummer).toBe('2025-0001');
  });

  test('drie aanmeldingen tegelijk voor hetzelfde kind zijn één casus, en elke aanmelding weet bij welke zij hoort', async () => {
    const geopend = await Promise.all(['a', 'b', 'c'].map((k) => open(register, nieuweCasus({ procesInstantieKey: k, aanmeldSleutel: k }))));
    expect(geopend.map((g) => g.uitkomst).sort()).toEqual(['geopend', 'loopt-al', 'loopt-al']);
    expect(new Set(geopend.map((g) => g.casusnummer))).toEqual(new Set(['2025-0001']));
    expect(await register.db.selectFrom('casus').select('casusId').execute()).toHaveLength(1);
    expect(await register.db.selectFrom('casusAanmelding').select('sleutel').orderBy('sleutel').execute()).toEqual([{ sleutel: 'a' }, { sleutel: 'b' }, { sleutel: 'c' }]);
  });

  const later = (k: string, anders: Parameters<typeof nieuweCasus>[0] = {}) => nieuweCasus({ procesInstantieKey: k, aanmeldSleutel: k, vandaag: '2025-11-03', geopendOp: new Date('2025-11-03T09:00:00+01:00'), ...anders });
  const sluit = (casusId: string) => register.db.transaction().execute((tx) => sluitCasus(tx, casusId, { reden: 'VERZUIM_GESTOPT', resultaat: null, einddatum: '2025-09-26', op: NU }));
  const heropen = (casus: Parameters<typeof openCasus>[1], vanaf: string) => register.db.transaction().execute((tx) => openCasus(tx, casus, vanaf));

  test('sloot de casus te lang geleden, dan komt er een nieuwe voor hetzelfde kind, op dezelfde leerling', async () => {
    await sluit((await open(register)).casusId);
    expect(await heropen(later('later'), '2025-09-27')).toMatchObject({ casusnummer: '2025-0002', uitkomst: 'geopend' });
    expect(await register.db.selectFrom('leerling').select('leerlingId').execute()).toHaveLength(1);
    expect(await register.db.selectFrom('ouder').select('ouderId').execute()).toHaveLength(2);
  });

  test('sloot de casus kort geleden, dan gaat dezelfde weer open: nummer, begin en vier weken blijven, het einde vervalt', async () => {
    const { casusId } = await open(register);
    await registreer(register, casusId);
    await register.db.updateTable('casus').set({ vierWekenSinds: '2025-09-15' }).execute();
    await sluit(casusId);
    const naarElders = later('terug', {
      route: 'geen-kernteam', groepen: { ibEr: 'ib-er-20XY' }, school: { ...nieuweCasus().school, brin: '20XY', naam: 'CBS De Regenboog', heeftKernteam: false, schoolbestuur: 'Ander bestuur' },
      leerling: { ...nieuweCasus().leerling, leerlingnummer: 'R-9', groep: 5, roepnaam: ' milan' },
      verzuimRegels: [{ datum: '2025-10-30', dagdelen: 2, uren: 5, soort: 'ZIEKTE' }],
    });
    expect(await heropen(naarElders, '2025-09-26')).toEqual({ casusId, casusnummer: '2025-0001', uitkomst: 'heropend' });
    expect(await register.db.selectFrom('casus').selectAll().execute()).toMatchObject([{
      status: 'open', eindDatum: null, afgeslotenOp: null, reden: null, brin: '20XY', route: 'geen-kernteam', datumSignaal: '2025-09-05',
      geopendOp: NU, vierWekenSinds: '2025-09-15', heropendAantal: 1, routeOpnieuwSinds: '2025-11-03', procesInstantieKey: 'terug', groepen: { ibEr: 'ib-er-20XY' },
    }]);
    expect(await register.db.selectFrom('thuiszittersregistratie').selectAll().execute()).toMatchObject([{ eindDatum: null, reden: null, kwartaal: null, gemeldOp: '2025-09-15', brin: '20XY', groep: 5 }]);
    expect(await register.db.selectFrom('leerling').select(['brin', 'leerlingnummer']).execute()).toEqual([{ brin: '20XY', leerlingnummer: 'R-9' }]);
    expect(await register.db.selectFrom('verzuimRegel').select('datum').orderBy('datum').execute()).toEqual([{ datum: '2025-09-02' }, { datum: '2025-10-30' }]);
  });

  test('dezelfde aanmelding nog eens, zonder nieuw verzuim, opent een gesloten casus niet', async () => {
    const { casusId } = await open(register);
    await sluit(casusId);
    expect(await heropen(nieuweCasus({ procesInstantieKey: 'nog-eens' }), '2025-01-01')).toEqual({ casusId, casusnummer: '2025-0001', uitkomst: 'al-bekend' });
    expect(await register.db.selectFrom('casus').select('status').execute()).toEqual([{ status: 'afgesloten' }]);
  });

  test('logboeknummers hebben geen gat en geen dubbel, ook bij dertig tegelijk en herhalingen', async () => {
    const { casusId } = await open(register);
    await Promise.all(Array.from({ length: 30 }, (_, i) => schrijf(casusId, `sleutel-${i % 25}`)));
    const nummers = (await register.db.selectFrom('logboekRegel').select('volgnummer').orderBy('volgnummer').execute()).map((r) => r.volgnummer);
    expect(nummers).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  test('het logboek is alleen-toevoegen; verwijderen kan slechts als dat is aangekondigd', async () => {
    const { casusId } = await open(register);
    await schrijf(casusId, 'a');
    await expect(register.db.updateTable('logboekRegel').set({ uitkomst: 'anders' }).execute()).rejects.toThrow(/alleen-toevoegen/);
    await expect(register.db.deleteFrom('casus').where('casusId', '=', casusId).execute()).rejects.toThrow(/alleen-toevoegen/);
    await register.db.transaction().execute(async (tx) => {
      await sql`set local routeboek.verwijderen = 'ja'`.execute(tx);
      await tx.deleteFrom('casus').where('casusId', '=', casusId).execute();
    });
    expect(await register.db.selectFrom('logboekRegel').select('regelId').execute()).toEqual([]);
  });

  test('regels van vóór het openen zijn voorgeschiedenis, latere niet', async () => {
    const { casusId } = await open(register);
    await schrijf(casusId, 'voor');
    await register.db.transaction().execute((tx) => openLogboek(tx, casusId, NU, { min: 6, max: 10 }));
    await schrijf(casusId, 'na');
    const regels = await register.db.selectFrom('logboekRegel').select(['sleutel', 'voorgeschiedenis']).orderBy('volgnummer').execute();
    expect(regels).toEqual([{ sleutel: 'voor', voorgeschiedenis: true }, { sleutel: 'na', voorgeschiedenis: false }]);
  });

  test('alleen uren van de genoemde rollen tellen mee', async () => {
    const { casusId } = await open(register);
    await register.db.transaction().execute((tx) => openLogboek(tx, casusId, NU, { min: 6, max: 10 }));
    await schrijf(casusId, 'school', { rol: 'ib-er', urenBesteed: 9 });
    expect(await telUren(register.db, casusId, ['regisseur-swv'])).toEqual({ uren: 0, ramingMax: 10 });
    await schrijf(casusId, 'swv1', { rol: 'regisseur-swv', urenBesteed: 6.25 });
    await schrijf(casusId, 'swv2', { rol: 'regisseur-swv', urenBesteed: 4 });
    expect(await telUren(register.db, casusId, ['regisseur-swv'])).toEqual({ uren: 10.25, ramingMax: 10 });
  });

  test('eenmalig: tien leveringen tegelijk geven één effect en tienmaal dezelfde uitkomst', async () => {
    let effecten = 0;
    const uitkomsten = await Promise.all(
      Array.from({ length: 10 }, () => register.db.transaction().execute((tx) => once(tx, 's', NU, async () => ({ nummer: (effecten += 1), lijst: [1, 2] })))),
    );
    expect(effecten).toBe(1);
    expect(uitkomsten).toEqual(Array.from({ length: 10 }, () => ({ nummer: 1, lijst: [1, 2] })));
  });

  test('eenmalig: een mislukt effect mag over', async () => {
    const attempt = (gelukt: boolean) =>
      register.db.transaction().execute((tx) =>
        once(tx, 's', NU, async () => {
          if (!gelukt) throw new Error('storing');
          return 'klaar';
        }),
      );
    await expect(attempt(false)).rejects.toThrow('storing');
    expect(await attempt(true)).toBe('klaar');
  });

  test('een contact wordt vervangen en niet vergeten', async () => {
    const { casusId } = await open(register);
    const nieuw = { rol: 'ib-er', userId: 'anders', naam: 'K. Nieuw', email: 'nieuw@wilgenbrug.example' };
    for (const _ of [1, 2]) await register.db.transaction().execute((tx) => vervangContact(tx, casusId, nieuw, new Date('2025-10-01T10:00:00Z')));
    const rijen = await register.db.selectFrom('contact').select(['naam', 'tot']).where('rol', '=', 'ib-er').orderBy('sinds').execute();
    expect(rijen).toEqual([{ naam: 'J. Jansen', tot: new Date('2025-10-01T10:00:00Z') }, { naam: 'K. Nieuw', tot: null }]);
  });

  test('een kind dat niet leerplichtig is krijgt geen rij in de thuiszittersregistratie', async () => {
    const { casusId } = await open(register);
    const zet = (status: string) => register.db.transaction().execute((tx) => openThuiszittersregistratie(tx, casusId, status, '2025-09-15', 4, null));
    await zet('NIET_LEERPLICHTIG');
    expect(await register.db.selectFrom('thuiszittersregistratie').selectAll().execute()).toEqual([]);
    await zet('DREIGEND_THUISZITTER');
    await zet('THUISZITTER');
    expect(await register.db.selectFrom('thuiszittersregistratie').select(['registratieStatus', 'gemeldOp', 'schoolbestuur']).execute()).toEqual([
      { registratieStatus: 'THUISZITTER', gemeldOp: '2025-09-15', schoolbestuur: 'Stichting De Brug' },
    ]);
  });
});

test('gegevens in een map overleven sluiten en openen', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'routeboek-register-'));
  try {
    const eerst = openRegister({ dir });
    await migrateSchema(eerst);
    await open(eerst);
    await eerst.close();
    const daarna = openRegister({ dir });
    expect(await migrateSchema(daarna)).toEqual([]);
    expect(await daarna.db.selectFrom('casus').select('casusnummer').execute()).toEqual([{ casusnummer: '2025-0001' }]);
    await daarna.close();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);

test.each([['2025-01-01', '2025-Q1'], ['2025-03-31', '2025-Q1'], ['2025-04-01', '2025-Q2'], ['2025-09-30', '2025-Q3'], ['2025-12-31', '2025-Q4']])('kwartaal van %s is %s', (datum, kwartaal) => {
  expect(kwartaalVan(datum)).toBe(kwartaal);
});
