import { describe, expect, it } from 'vitest';
import { makeDoorzettingsmachtVastleggen } from '../../workers/doorzettingsmacht-vastleggen.ts';
import { ContractError } from '../../domein/errors.ts';
import type { Engine } from '../../engine/engine.ts';
import type { Register } from '../../registratie/register.ts';
import { makeBerichtPubliceren } from '../../workers/bericht-publiceren.ts';
import { flakyRegister } from '../helpers/flaky-register.ts';
import { registreer } from '../helpers/casus.ts';
import { setupCasus } from '../helpers/signalen.ts';
import { businessError, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = () => setupCasus(bank);

describe('bericht-publiceren', () => {
  it('publiceert het bericht van de kop, een uur geldig, en schrijft een regel', async () => {
    const { bericht, casusId, gepubliceerd, db } = await setup();
    const job = { headers: { bericht: 'escalatie-thuis' }, elementId: 'CA_01_5p', elementInstanceKey: '8' };
    await bericht({ inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } }, berichtSleutel: 'escalatie:2025-W39' }, job);
    await bericht({ inhoud: { escalatieSignaal: { dagenThuisWeek: 3.5 } }, berichtSleutel: 'escalatie:2025-W39' }, job);
    expect(gepubliceerd).toEqual([{ name: 'escalatie-thuis', correlationKey: casusId, messageId: `${casusId}:escalatie-thuis:escalatie:2025-W39`, ttlMs: 3_600_000, content: { escalatieSignaal: { dagenThuisWeek: 3.5 } } }]);
    expect(await db.selectFrom('logboekRegel').select(['stap', 'rol']).execute()).toEqual([{ stap: 'CA-01-5p', rol: 'systeem' }]);
  });
  it('zonder sleutel is de elementinstantie de sleutel', async () => {
    const { bericht, casusId, gepubliceerd } = await setup();
    await bericht({}, { headers: { bericht: 'aot-nodig' }, elementInstanceKey: '42' });
    expect(gepubliceerd[0]?.messageId).toBe(`${casusId}:aot-nodig:42`);
  });
  it.each([['onveiligheid', 'vermoeden-onveiligheid'], ['vrijstelling', 'vrijstelling-overwogen'], ['cce-gewenst', 'cce-gewenst']])('signaal %s wordt bericht %s', async (signaalType, naam) => {
    const { bericht, casusnummer, casusId, gepubliceerd } = await setup();
    expect(await bericht({ casusId: null, casusnummer, signaalType, inhoud: { signaalDatum: '2025-10-14' } })).toEqual({ casusId });
    expect(gepubliceerd[0]?.name).toBe(naam);
  });
  it('AS-10: uitgeschreven naar een andere school', async () => {
    const { bericht, gepubliceerd } = await setup();
    await bericht({ signaalType: 'leerling-uitgeschreven', inhoud: { nieuweSchool: 'CBS De Regenboog', signaalDatum: '2025-10-14' }, overstap: { bestemmingSchool: 'De Kameleon' } });
    expect(gepubliceerd[0]?.name).toBe('leerling-uitgeschreven');
  });
  it.each(['variabele', 'register', 'logboek'])('R-MSG-1: uitgeschreven naar de school van het plan bevestigt de inschrijving (%s)', async (bron) => {
    const { bericht, gepubliceerd, db, casusId, register } = await setup();
    if (bron === 'register') {
      await registreer(register, casusId);
      await db.updateTable('thuiszittersregistratie').set({ bestemming: 'De Kameleon' }).execute();
    }
    if (bron === 'logboek') {
      await db.insertInto('logboekRegel').values({ regelId: crypto.randomUUID(), casusId, volgnummer: 1, tijdstip: new Date(), stap: 'CA-06-2', formulier: 'overdracht-overstap', actie: 'a', actor: 'u', rol: 'ib-er', uitkomst: 'u', velden: JSON.stringify({ bestemmingSchool: 'De Kameleon' }), voorgeschiedenis: false, sleutel: 's' }).execute();
      await db.updateTable('casus').set({ logboekTeller: 1 }).execute();
    }
    const overstap = bron === 'variabele' ? { bestemmingSchool: 'De Kameleon' } : null;
    await bericht({ signaalType: 'leerling-uitgeschreven', inhoud: { nieuweSchool: ' de kameleon', signaalDatum: '2025-10-14' }, overstap });
    expect(gepubliceerd[0]).toMatchObject({ name: 'inschrijving-bevestigd', content: { ingeschrevenOp: '2025-10-14' } });
  });
  it('R-DZM-1: geen tweede doorzettingsmacht', async () => {
    const { bericht, gepubliceerd, deps, casusId } = await setup();
    const leg = (moment: string, job: Record<string, unknown>) => runWorker(makeDoorzettingsmachtVastleggen(deps), { casusId, dzm: { status: 'ROUTE_VERVOLGEN' } }, { headers: { moment }, ...job });
    await leg('begin', { processInstanceKey: '1', elementInstanceKey: '11' });
    const error = await businessError(bericht({ signaalType: 'impasse' }));
    expect(error.code).toBe('ONVOLDOENDE_GEGEVENS');
    expect(error.variables.validatieFouten).toEqual([expect.stringMatching(/^Wat wilt u doorgeven: voor deze casus loopt al/)]);
    await leg('eind', { processInstanceKey: '1', elementInstanceKey: '12' });
    await bericht({ signaalType: 'impasse' });
    expect(gepubliceerd).toHaveLength(1);
  });
  it('een onbekende of afgesloten casus', async () => {
    const { bericht, db } = await setup();
    expect((await businessError(bericht({ casusId: null, casusnummer: '2025-9999', signaalType: 'impasse' }))).code).toBe('CASUS_ONBEKEND');
    await db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: new Date() }).execute();
    const error = await businessError(bericht({ signaalType: 'impasse' }));
    expect(error.variables.validatieFouten).toEqual([expect.stringMatching(/^Casusnummer: er loopt geen casus/)]);
  });
  it('een onvolledig signaal en een onbekend bericht', async () => {
    const { bericht, gepubliceerd } = await setup();
    expect((await businessError(bericht({ signaalType: 'verzuim-gestopt', inhoud: {} }))).code).toBe('ONVOLDOENDE_GEGEVENS');
    await expect(bericht({}, { headers: { bericht: 'bestaat-niet' } })).rejects.toThrow(ContractError);
    await expect(bericht({})).rejects.toThrow(ContractError);
    expect(gepubliceerd).toEqual([]);
  });
  /** Een engine die een herhaald bericht niet meer herkent, zoals na een uur. */
  const vergeetachtig = (engine: Engine) => {
    const namen: string[] = [];
    return { namen, engine: { ...engine, publish: async ({ name }: { name: string }) => void namen.push(name) } };
  };
  it('valt het register weg na het publiceren, dan publiceert een uren later opgelost incident niet nog eens', async () => {
    const { deps, casusId, register, db } = await setup();
    const { klok } = bank;
    const wankel = flakyRegister(register);
    const { namen, engine } = vergeetachtig(deps.engine);
    const werker = makeBerichtPubliceren({ ...deps, register: wankel.register, engine: { ...engine, publish: async (b) => engine.publish(b).finally(wankel.goDown) } });
    const job = { headers: { bericht: 'verzuim-gestopt' }, elementInstanceKey: '50' };
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('het register is weg');
    // Het bericht deed zijn werk: de casus is al gesloten als het incident wordt opgelost.
    await db.updateTable('casus').set({ status: 'afgesloten', afgeslotenOp: new Date() }).execute();
    klok.zet('2025-10-14T18:00:00+02:00');
    wankel.comeBack();
    expect(await runWorker(werker, { casusId }, job)).toEqual({ casusId });
    expect(namen).toEqual(['verzuim-gestopt']);
    expect(await db.selectFrom('logboekRegel').select('actie').execute()).toEqual([{ actie: 'Verzuim gestopt' }]);
  });
  it('mislukte alleen de logboekregel, dan publiceert ook een herstarte werker niet nog eens', async () => {
    const { deps, casusId, register } = await setup();
    const { klok } = bank;
    const { namen, engine } = vergeetachtig(deps.engine);
    let vol = true;
    const kapot = { ...register, transaction: async (work: never) => { if (vol) throw new Error('schijf vol'); return register.transaction(work); } } as Register;
    const job = { headers: { bericht: 'aot-nodig' }, elementInstanceKey: '51' };
    await expect(runWorker(makeBerichtPubliceren({ ...deps, register: kapot, engine }), { casusId }, job)).rejects.toThrow('schijf vol');
    klok.zet('2025-10-15T10:00:00+02:00');
    vol = false;
    await runWorker(makeBerichtPubliceren({ ...deps, register: kapot, engine }), { casusId }, job);
    expect(namen).toEqual(['aot-nodig']);
  });
  it('kwam er geen antwoord, dan mag het binnen een uur nog eens en beslist daarna een beheerder', async () => {
    const { deps, casusId } = await setup();
    const { klok } = bank;
    let pogingen = 0;
    const werker = makeBerichtPubliceren({ ...deps, engine: { ...deps.engine, publish: async () => { pogingen += 1; throw Object.assign(new Error('4 DEADLINE_EXCEEDED'), { code: 4 }); } } });
    const job = { headers: { bericht: 'aot-nodig' }, elementInstanceKey: '52' };
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('DEADLINE');
    klok.zet('2025-10-14T10:30:00+02:00');
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('DEADLINE');
    klok.zet('2025-10-14T11:00:00+02:00');
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('het bericht "aot-nodig" is doorgegeven');
    expect(pogingen).toBe(2);
    expect(await runWorker(werker, { casusId, onzekerBesluit: 'overslaan' }, job)).toEqual({ casusId });
    expect(pogingen).toBe(2);
  });
});
