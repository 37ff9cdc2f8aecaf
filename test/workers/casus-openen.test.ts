import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GETYPTE_STARTVELDEN, STARTVELDEN } from '../../domein/aanmelding/start-verzuimroute.ts';
import { sluitCasus } from '../../registratie/casus-afsluiten.ts';
import { toJson } from '../../registratie/schema.ts';
import { makeCasusOpenen } from '../../workers/casus-openen.ts';
import { VAN_HET_KIND, aanmelding } from '../helpers/aanmelding.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { businessError, runWorker, makeJob, useWorkbench, type JobFields } from '../helpers/worker.ts';

const bank = useWorkbench();

const openen = (anders: Record<string, unknown> = {}, meer: JobFields = {}) =>
  runWorker(makeCasusOpenen(bank.deps()), aanmelding(anders), { bpmnProcessId: 'casus', elementId: 'casus_openen', ...meer });

test('geeft casusnummer, status, groepen en personen, en geen enkele naam', async () => {
  const uit = await openen({ ibErUserId: 'j.jansen' });
  expect(uit).toMatchObject({
    casusnummer: '2025-0001',
    afsluiter: { rol: 'regisseur-swv', persoon: 'regisseurSwv', groep: 'regisseur-swv' },
    leerling: { aanduiding: 'M.K., groep 4', groep: 4, ingeschreven: true, didactischeLeeftijdMaanden: null },
    leerlingStatus: { leeftijd: 7, leerplichtig: true, ontheffing: false, registratieStatus: null },
    school: { naam: 'OBS De Wilgenbrug', brin: '10AB', schooltype: 'BAO', heeftKernteam: true, gebied: 'Sliedrecht' },
    signaal: { datumSignaal: '2025-09-05', complexeGedragsvraag: true },
    personen: { ibEr: 'j.jansen', regisseurSwv: '', schoolbestuur: '' },
    groepen: { ibEr: 'ib-er-10AB', schoolbestuur: 'schoolbestuur-10AB', regisseurSwv: 'regisseur-swv', leerplichtambtenaar: 'leerplichtambtenaar-sliedrecht', directeurSbo: 'directeur-sbo' },
  });
  expect(JSON.stringify(uit)).not.toMatch(VAN_HET_KIND);
});

test('maakt alle velden van het formulier leeg en alle latere variabelen null', async () => {
  const uit = await openen();
  for (const veld of Object.keys(aanmelding())) expect(uit[veld]).toBeNull();
  for (const later of ['verzuim', 'overstap', 'dzm', 'afronding', 'routeReden', 'validatieFouten']) expect(uit[later]).toBeNull();
});

test('brengt alles naar het register', async () => {
  const { casusId } = await openen();
  const { db } = bank.register;
  expect(await db.selectFrom('leerling').selectAll().execute()).toMatchObject([{ roepnaam: 'Milan', geboortedatum: '2018-03-14' }]);
  expect(await db.selectFrom('verzuimRegel').selectAll().execute()).toEqual([{ casusId, datum: '2025-09-02', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE', gemeldIn: null }]);
  expect((await db.selectFrom('contact').select('rol').orderBy('rol').execute()).map((c) => c.rol)).toEqual(['directeur-school-van-herkomst', 'ib-er', 'schoolbestuur']);
  expect(await db.selectFrom('logboekRegel').select(['stap', 'actie', 'rol']).execute()).toEqual([{ stap: 'KT-00', actie: 'Casus geopend', rol: 'systeem' }]);
});

test('dezelfde opdracht nog eens (of tweemaal tegelijk) geeft dezelfde casus', async () => {
  const zelfde = makeJob();
  const [a, b] = await Promise.all([openen({}, zelfde), openen({}, zelfde)]);
  const c = await openen({}, { ...zelfde, key: 'andere-job' });
  expect(b).toEqual(a);
  expect(c).toEqual(a);
  expect(await bank.register.db.selectFrom('casus').select('casusId').execute()).toHaveLength(1);
});

test('een beheerder die de stap opnieuw laat lopen krijgt dezelfde casus', async () => {
  const a = await openen({}, { processInstanceKey: 'pi' });
  const b = await openen({}, { processInstanceKey: 'pi' });
  expect(b.casusId).toBe(a.casusId);
});

test('een ingetrokken aanmelding wordt geen casus, ook als er fouten in staan', async () => {
  expect(await businessError(openen({ leerlingGeboortedatum: '1990-01-01', aanmeldingVervalt: true }))).toMatchObject({ code: 'AANMELDING_VERVALT' });
  expect(await bank.register.db.selectFrom('casus').select('casusId').execute()).toEqual([]);
});

describe('een kind dat al een casus heeft', () => {
  const tweede = { signaalDatumSignaal: '2025-09-07', ibErEmail: 'ander@school.example', verzuimRegels: [{ datum: '2025-09-03', dagdelen: 2, uren: 5, soort: 'ZIEKTE' }, { datum: '2025-09-04', dagdelen: 2, uren: 5, soort: 'ZIEKTE' }] };

  test('loopt die, dan gaat het verzuim als stand naar die casus, hoort de aanmelder dat en blijft er geen naam in de engine', async () => {
    const { casusId } = await openen();
    const uit = await openen(tweede, { processInstanceKey: 'tweede' });
    expect(uit).toMatchObject({ casusId, casusnummer: '2025-0001', aanmelduitkomst: 'LOOPT_AL', verzuimInvoer: { peildatum: '2025-09-04', regels: tweede.verzuimRegels, teLaat: [] } });
    for (const veld of Object.keys(aanmelding())) expect(uit[veld]).toBeNull();
    const { db } = bank.register;
    expect(await db.selectFrom('uitgaand').select(['melding', 'adres', 'onderwerp', 'tekst']).execute()).toEqual([
      { melding: 'N-51', adres: 'ander@school.example', onderwerp: expect.stringContaining('2025-0001'), tekst: expect.stringContaining('hoort nu bij casus 2025-0001') },
    ]);
    expect(await db.selectFrom('logboekRegel').select(['actie', 'uitkomst']).orderBy('volgnummer').execute()).toMatchObject([
      { actie: 'Casus geopend' }, { actie: 'Leerling nog eens aangemeld', uitkomst: expect.stringContaining('Het verzuim van 2 dagen gaat als verzuimstand naar deze casus.') },
    ]);
  });

  test('twee aanmeldingen tegelijk geven één casus', async () => {
    const probeer = (sleutel: string) => openen({ signaalDatumSignaal: sleutel }, { processInstanceKey: sleutel });
    const uitkomsten = await Promise.allSettled([probeer('2025-09-05'), probeer('2025-09-06')]);
    // De tweede komt terug als zij de eerste pas bij het schrijven ziet, en hoort er dan bij.
    await Promise.all(uitkomsten.map((u, i) => (u.status === 'rejected' ? probeer(['2025-09-05', '2025-09-06'][i] as string) : u.value)));
    expect(await bank.register.db.selectFrom('casus').select('casusnummer').execute()).toEqual([{ casusnummer: '2025-0001' }]);
    expect((await bank.register.db.selectFrom('casusAanmelding').select('uitkomst').orderBy('uitkomst').execute()).map((a) => a.uitkomst)).toEqual(['geopend', 'loopt-al']);
  });

  test('sloot die korter dan zes maanden geleden, dan gaat dezelfde weer open', async () => {
    const { casusId } = await openen();
    await bank.register.transaction((tx) => sluitCasus(tx, String(casusId), { reden: 'VERZUIM_GESTOPT', resultaat: null, einddatum: '2025-09-20', op: bank.klok.nu() }));
    bank.klok.zet('2026-03-20T09:00:00+01:00');
    expect(await openen({ signaalDatumSignaal: '2026-03-18' }, { processInstanceKey: 'terug' })).toMatchObject({ casusId, casusnummer: '2025-0001', aanmelduitkomst: 'HEROPEND' });
    expect((await bank.register.db.selectFrom('logboekRegel').select('actie').orderBy('volgnummer').execute()).map((r) => r.actie)).toEqual(['Casus geopend', 'Casus heropend']);
    await bank.register.transaction((tx) => sluitCasus(tx, String(casusId), { reden: 'VERZUIM_GESTOPT', resultaat: null, einddatum: '2026-03-25', op: bank.klok.nu() }));
    bank.klok.zet('2026-09-26T09:00:00+02:00');
    expect(await openen({ signaalDatumSignaal: '2026-09-25' }, { processInstanceKey: 'veel-later' })).toMatchObject({ casusnummer: '2026-0001', aanmelduitkomst: 'GEOPEND' });
  });
});

test('een school zonder kernteam krijgt de andere route, die de contactpersoon van het SWV sluit', async () => {
  expect(await openen({ schoolHeeftKernteam: 'nee' })).toMatchObject({ afsluiter: { rol: 'contactpersoon-swv', groep: 'contactpersoon-swv' } });
  expect(await bank.register.db.selectFrom('casus').select('route').execute()).toEqual([{ route: 'geen-kernteam' }]);
});

test('fouten komen allemaal tegelijk terug, en daarna lukt het in dezelfde procesinstantie', async () => {
  const error = await businessError(openen({ leerlingGeboortedatum: '1990-01-01', signaalDatumSignaal: '2025-12-01' }));
  expect(error.code).toBe('ONVOLDOENDE_GEGEVENS');
  expect(error.variables.validatieFouten).toHaveLength(2);
  expect((await openen()).casusnummer).toBe('2025-0001');
});

test('een kind van vier is niet leerplichtig; de dag telt in Nederlandse tijd', async () => {
  bank.klok.zet('2025-12-31T23:30:00Z');
  const uit = await openen({ leerlingGeboortedatum: '2021-01-02', signaalDatumSignaal: '2025-12-20', leerlingGroep: 1 });
  expect(uit).toMatchObject({ casusnummer: '2026-0001', leerlingStatus: { leeftijd: 4, leerplichtig: false } });
});

test('een aanmelding die al in het register ligt hoeft geen namen door de engine te sturen', async () => {
  const aanmeldingId = randomUUID();
  await bank.register.db.insertInto('aanmelding').values({ aanmeldingId, sleutel: 'a', gegevens: toJson(aanmelding()), ontvangenOp: bank.klok.nu() }).execute();
  const worker = makeCasusOpenen(bank.deps());
  expect((await runWorker(worker, { aanmeldingId })).casusnummer).toBe('2025-0001');
  expect(await businessError(runWorker(worker, { aanmeldingId: randomUUID() }))).toMatchObject({ code: 'ONVOLDOENDE_GEGEVENS', variables: { validatieFouten: ['Deze aanmelding staat niet in het register.'] } });
});

test('een beslistabel met een vreemde uitkomst wordt een incident met de naam van de tabel', async () => {
  const engine = { ...fakeEngine(), beslis: async () => 'onzin' };
  await expect(runWorker(makeCasusOpenen(bank.deps(engine)), aanmelding())).rejects.toThrow(/"routekeuze"/);
});

test('wat wordt ingetrokken maakt het model leeg: elk veld van het startformulier', () => {
  const id = 'be_vervalt';
  const model = readFileSync(new URL('../../bpmn/casus.bpmn', import.meta.url), 'utf8');
  const element = model.slice(model.indexOf(`<bpmn:boundaryEvent id="${id}"`), model.indexOf('</bpmn:boundaryEvent>', model.indexOf(`id="${id}"`)));
  expect([...element.matchAll(/source="=null" target="(\w+)"/g)].map(([, veld]) => veld).sort()).toEqual([...STARTVELDEN, ...GETYPTE_STARTVELDEN, 'aanmeldingId'].sort());
});
