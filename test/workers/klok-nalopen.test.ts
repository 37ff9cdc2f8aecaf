import { beforeEach, describe, expect, test } from 'vitest';
import { sluitCasus } from '../../registratie/casus-afsluiten.ts';
import { heropenCasus } from '../../registratie/casus-heropenen.ts';
import { bewaarThuisperiode, eindigThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { makeKlokNalopen } from '../../workers/klok-nalopen.ts';
import { makeAfrondingControleren } from '../../workers/afronding-controleren.ts';
import { makeVrijstellingVastleggen } from '../../workers/vrijstelling-vastleggen.ts';
import { leesStand } from '../../domein/casus/stand.ts';
import { leesThuisOp } from '../../domein/thuis/peildatum.ts';
import { schoolkalenders } from '../../domein/kalender/schoolkalender.ts';
import { werkCasusBij } from '../../registratie/casus-bijwerken.ts';
import { nieuweCasus, open, registreer } from '../helpers/casus.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { makeJob, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
let casusId: string;
beforeEach(async () => {
  ({ casusId } = await open(bank.register));
  await thuisSinds('2025-09-01');
});

const thuisSinds = (eersteDag: string, id = casusId) => bank.register.transaction((tx) => bewaarThuisperiode(tx, id, { eersteDag, nergensIngeschrevenSinds: null, eindDag: null, eindeReden: null }, bank.klok.nu()));
const ronde = async (dag: string): Promise<void> => {
  bank.klok.zet(`${dag}T08:00:00Z`);
  await runWorker(makeKlokNalopen(bank.deps()), {}, { job: makeJob({ type: 'klok-nalopen', bpmnProcessId: 'klok-van-het-kind', elementId: 'CA_22_1' }) });
};
const gestuurd = async () => (await bank.register.db.selectFrom('uitgaand').select(['melding', 'aanRol']).orderBy('id').execute()).map((p) => `${p.melding} ${p.aanRol}`);
const regels = () => bank.register.db.selectFrom('logboekRegel').select(['stap', 'uitkomst']).where('actie', '=', 'Klok van het kind').orderBy('volgnummer').execute();

const REGIE = ['regisseur-swv', 'regisseur-schoolbestuur', 'ib-er', 'sectordirecteur-swv'];
const acht = REGIE.map((rol) => `N-61 ${rol}`);

describe('bij acht en twaalf weken en vóór drie maanden weet wie het moet weten het (tien adviezen r. 1237–1249, doe-agenda r. 1137–1138)', () => {
  test('elke grens één keer, op haar dag, ook in een vakantie', async () => {
    await ronde('2025-10-26');
    expect(await gestuurd()).toEqual([]);
    await ronde('2025-10-27');
    await ronde('2025-10-27');
    await ronde('2025-11-16');
    expect(await gestuurd()).toEqual(acht);
    await ronde('2025-11-17');
    await ronde('2025-11-24');
    const bestuur = (melding: string) => [...REGIE, 'directeur-bestuurder'].map((rol) => `${melding} ${rol}`);
    expect(await gestuurd()).toEqual([...acht, ...bestuur('N-62'), ...bestuur('N-63')]);
    expect((await regels()).map((r) => r.stap)).toEqual(['CA-22-1', 'CA-22-1', 'CA-22-1']);
    expect((await regels())[0]?.uitkomst).toContain('Thuis sinds 1 september 2025; drie maanden op 1 december 2025.');
  });

  test('stond de ronde weken stil, dan gaat alleen het bericht van de verste grens', async () => {
    await ronde('2025-12-05');
    await ronde('2025-12-06');
    expect(new Set((await gestuurd()).map((m) => m.slice(0, 4)))).toEqual(new Set(['N-63']));
    const { tekst } = await bank.register.db.selectFrom('uitgaand').select('tekst').limit(1).executeTakeFirstOrThrow();
    expect(tekst).toContain('De drie maanden zijn voorbij sinds 1 december 2025.');
  });

  test('zonder kernteam horen de IB-er, de contactpersoon en de sectordirecteur het, en geen regisseur', async () => {
    const kind = nieuweCasus({ route: 'geen-kernteam' }, 'L-ANDER');
    const ander = await open(bank.register, { ...kind, leerling: { ...kind.leerling, roepnaam: 'Fenna' } });
    await thuisSinds('2025-09-01', ander.casusId);
    await ronde('2025-10-27');
    expect((await bank.register.db.selectFrom('uitgaand').select('aanRol').where('casusId', '=', ander.casusId).orderBy('id').execute()).map((p) => p.aanRol)).toEqual(['ib-er', 'contactpersoon-swv', 'sectordirecteur-swv']);
  });

  test('een periode die eindigde, of een casus die gesloten is, waarschuwt niet', async () => {
    await bank.register.transaction((tx) => eindigThuisperiode(tx, casusId, { eindDag: '2025-10-20', reden: 'VERZUIM_GESTOPT', op: bank.klok.nu() }));
    await ronde('2025-10-27');
    expect(await gestuurd()).toEqual([]);
  });

  test('sluit de casus en gaat zij weer open, dan komt hetzelfde bericht niet nog eens; een nieuwe periode waarschuwt opnieuw', async () => {
    await ronde('2025-10-27');
    await bank.register.transaction(async (tx) => {
      await eindigThuisperiode(tx, casusId, { eindDag: '2025-10-28', reden: 'VERZUIM_GESTOPT', op: bank.klok.nu() });
      await sluitCasus(tx, casusId, { reden: 'VERZUIM_GESTOPT', resultaat: null, einddatum: '2025-10-28', op: bank.klok.nu() });
      const { leerlingId, casusnummer } = await tx.selectFrom('casus').select(['leerlingId', 'casusnummer']).executeTakeFirstOrThrow();
      await heropenCasus(tx, { casusId, casusnummer, leerlingId, status: 'afgesloten', eindDatum: '2025-10-28', brin: '10AB' }, nieuweCasus({ procesInstantieKey: 'weer', aanmeldSleutel: 'weer' }));
    });
    await ronde('2025-11-03');
    expect(await gestuurd()).toEqual(acht);
    await thuisSinds('2025-12-01');
    await ronde('2026-01-26');
    expect(await gestuurd()).toEqual([...acht, ...acht]);
  });

  test('een fout bij één kind houdt een ander kind niet op', async () => {
    const kind = nieuweCasus({}, 'L-ANDER');
    const ander = await open(bank.register, { ...kind, leerling: { ...kind.leerling, roepnaam: 'Fenna' } });
    await thuisSinds('2025-08-25', ander.casusId);
    const engine = fakeEngine();
    let eerste = true;
    const hapert = { ...engine, beslis: (id: string, v: Record<string, unknown>) => {
      if (id === 'contactadressen' && eerste) { eerste = false; return Promise.reject(new Error('weg')); }
      return engine.beslis(id, v);
    } };
    bank.klok.zet('2025-10-27T08:00:00Z');
    await expect(runWorker(makeKlokNalopen(bank.deps(hapert)), {}, { job: makeJob({ bpmnProcessId: 'klok-van-het-kind', elementId: 'CA_22_1' }) })).rejects.toThrow('weg');
    expect(await gestuurd()).toEqual(acht);
  });
});

describe('errata §3, D-06 r5: een kind met een vrijstelling van de inschrijving telt niet mee, zolang zij geldt', () => {
  const verleen = (soort: string, ingangsdatum: string, einddatum: string) =>
    runWorker(makeVrijstellingVastleggen(bank.deps()), { casusId, vrijstelling: { soort, ingangsdatum, einddatum, uitgeschreven: false } }, { elementInstanceKey: `${soort}${ingangsdatum}` });
  const stand = async () => (await leesStand(bank.deps(), casusId)) as { klok: Record<string, unknown>; leerlingStatus: { registratieStatus: string } };
  const thuiszitters = async (dag: string) => (await leesThuisOp(bank.deps(), schoolkalenders(), dag)).filter(({ oordeel }) => oordeel.thuiszitter).length;

  test.each(['ONTHEFFING', 'VRIJSTELLING_INSCHRIJVING'])('%s: geen bericht, geen thuiszitter; na het einde telt de eerste dag weer en gaat het bericht van de verste grens', async (soort) => {
    await verleen(soort, '2025-09-22', '2025-11-30');
    for (const dag of ['2025-09-29', '2025-10-27', '2025-11-17', '2025-11-24', '2025-11-30']) {
      await ronde(dag);
      expect(await gestuurd(), dag).toEqual([]);
    }
    expect((await stand()).klok).toMatchObject({ thuisSinds: null, dagenThuis: null, volgendeTermijn: null, tekst: 'Vrijgesteld tot en met 30 november 2025: telt zolang niet als thuiszitter.' });
    expect((await stand()).leerlingStatus.registratieStatus).toBe('VRIJGESTELD');
    expect([await thuiszitters('2025-09-21'), await thuiszitters('2025-11-30'), await thuiszitters('2025-12-01')]).toEqual([0, 0, 1]);
    await ronde('2025-12-01');
    expect(new Set((await gestuurd()).map((m) => m.slice(0, 4)))).toEqual(new Set(['N-63']));
    expect(await stand()).toMatchObject({ klok: { thuisSinds: '2025-09-01' }, leerlingStatus: { registratieStatus: 'THUISZITTER' } });
  });

  test('schoolbezoek stelt niet vrij: het bericht gaat gewoon', async () => {
    await verleen('VRIJSTELLING_SCHOOLBEZOEK', '2025-09-22', '2025-11-30');
    await ronde('2025-10-27');
    expect(await gestuurd()).toEqual(acht);
    expect(await thuiszitters('2025-10-27')).toBe(1);
  });

  test('sluit de casus door de vrijstelling, dan eindigt de periode niet: een vrijstelling is geen aanbod', async () => {
    await verleen('ONTHEFFING', '2025-10-20', '2025-11-30');
    bank.klok.zet('2025-10-20T09:00:00Z');
    await runWorker(makeAfrondingControleren(bank.deps()), { casusId, afronding: { reden: 'ONTHEFFING_VRIJSTELLING' } });
    expect(await bank.register.db.selectFrom('thuisperiode').select(['eersteDag', 'eindDag']).execute()).toEqual([{ eersteDag: '2025-09-01', eindDag: null }]);
    expect([await thuiszitters('2025-11-01'), await thuiszitters('2025-12-01')]).toEqual([0, 1]);
  });
});

describe('errata §3: de ronde zet de status gelijk met de klok, ook als niemand verzuim opgeeft', () => {
  const status = async () => ({
    casus: (await bank.register.db.selectFrom('casus').select('verzuimstatus').executeTakeFirst())?.verzuimstatus,
    registratie: (await bank.register.db.selectFrom('thuiszittersregistratie').select('registratieStatus').executeTakeFirst())?.registratieStatus,
  });
  const logboek = () => bank.register.db.selectFrom('logboekRegel').select('uitkomst').where('actie', '=', 'Status bijgewerkt').execute();

  test('op dag 29 wordt een dreigend thuiszitter thuiszitter, één keer in het logboek', async () => {
    await registreer(bank.register, casusId);
    await bank.register.transaction((tx) => werkCasusBij(tx, casusId, { verzuimstatus: 'DREIGEND_THUISZITTER_GEESCALEERD', registratieStatus: 'DREIGEND_THUISZITTER_GEESCALEERD' }));
    await ronde('2025-09-28');
    expect(await status()).toEqual({ casus: 'DREIGEND_THUISZITTER_GEESCALEERD', registratie: 'DREIGEND_THUISZITTER_GEESCALEERD' });
    await ronde('2025-09-29');
    await ronde('2025-09-29');
    expect(await status()).toEqual({ casus: 'THUISZITTER', registratie: 'THUISZITTER' });
    expect(await logboek()).toEqual([{ uitkomst: 'Was: DREIGEND_THUISZITTER_GEESCALEERD; is nu: THUISZITTER.' }]);
  });

  test('een casus waarvan nog niets bekend is krijgt geen status', async () => {
    await ronde('2025-10-27');
    expect((await status()).casus).toBeNull();
  });
});
