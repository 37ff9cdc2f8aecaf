import { describe, expect, it } from 'vitest';
import { makeProcesStarten } from '../../workers/proces-starten.ts';
import { flakyRegister } from '../helpers/flaky-register.ts';
import { setupCasus } from '../helpers/signalen.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const setup = () => setupCasus(bank);

describe('proces-starten', () => {
  it('start één keer en geeft de context mee', async () => {
    const { deps, casusId, casusnummer, gestart } = await setup();
    const job = { headers: { proces: 'meldcode' }, elementInstanceKey: '3', processInstanceKey: '77' };
    const invoer = { casusId, casusnummer, route: 'kernteam', leerling: { aanduiding: 'M.K., groep 4' }, signaal: { datumSignaal: '2025-09-05' }, invoer: { isOverbrugging: true } };
    const eerste = await runWorker(makeProcesStarten(deps), invoer, job);
    expect(await runWorker(makeProcesStarten(deps), invoer, job)).toEqual(eerste);
    expect(gestart).toEqual([{ procesId: 'meldcode', variabelen: { casusId, casusnummer, leerling: { aanduiding: 'M.K., groep 4' }, leerlingStatus: null, groepen: null, personen: null, school: null, route: 'kernteam', signaal: { datumSignaal: '2025-09-05' }, isOverbrugging: true, gestartDoor: '77' } }]);
  });
  it('start voor dezelfde gebeurtenis in een casus maar één keer, uit welke stap zij ook komt', async () => {
    const { deps, casusId, gestart } = await setup();
    const vanuit = (elementInstanceKey: string, gebeurtenis: string | null) => runWorker(makeProcesStarten(deps), { casusId, gebeurtenis }, { headers: { proces: 'aanpassing-onderwijstijd' }, elementInstanceKey });
    expect(await vanuit('11', 'overbrugging-1')).toEqual(await vanuit('12', 'overbrugging-1'));
    expect(gestart).toHaveLength(1);
    await vanuit('13', 'overbrugging-1-na-2025-11-17');
    await vanuit('14', null);
    expect(gestart).toHaveLength(3);
  });
  it('valt het register weg na het starten, dan start een later opgelost incident niet nog eens', async () => {
    const { deps, casusId, gestart, register } = await setup();
    const { klok } = bank;
    const { engine } = deps;
    const wankel = flakyRegister(register);
    const werker = makeProcesStarten({ ...deps, register: wankel.register, engine: { ...engine, start: async (...a) => engine.start(...a).finally(wankel.goDown) } });
    const job = { headers: { proces: 'meldcode' }, elementInstanceKey: '4' };
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('het register is weg');
    klok.zet('2025-10-14T16:00:00+02:00');
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('het register is weg');
    wankel.comeBack();
    expect(await runWorker(werker, { casusId }, job)).toEqual({ gestarteInstantie: '2251799813685001' });
    expect(gestart).toHaveLength(1);
  });
  it('is de engine weg, dan start een volgende poging gewoon', async () => {
    const { deps, casusId, gestart } = await setup();
    const { klok } = bank;
    const { engine } = deps;
    let weg = true;
    const werker = makeProcesStarten({ ...deps, engine: { ...engine, start: async (...a) => { if (weg) throw Object.assign(new Error('14 UNAVAILABLE: connect ECONNREFUSED'), { code: 14 }); return engine.start(...a); } } });
    const job = { headers: { proces: 'meldcode' }, elementInstanceKey: '5' };
    await expect(runWorker(werker, { casusId }, job)).rejects.toThrow('UNAVAILABLE');
    klok.zet('2025-10-14T12:00:00+02:00');
    weg = false;
    await runWorker(werker, { casusId }, job);
    expect(gestart).toHaveLength(1);
  });
  it('kwam er geen antwoord op het starten, dan beslist een beheerder', async () => {
    const { deps, casusId, gestart } = await setup();
    const { klok } = bank;
    const { engine } = deps;
    const stil = makeProcesStarten({ ...deps, engine: { ...engine, start: async (...a) => { await engine.start(...a); throw Object.assign(new Error('4 DEADLINE_EXCEEDED'), { code: 4 }); } } });
    const job = { headers: { proces: 'meldcode' }, elementInstanceKey: '6' };
    await expect(runWorker(stil, { casusId }, job)).rejects.toThrow('DEADLINE');
    klok.zet('2025-10-14T12:00:00+02:00');
    await expect(runWorker(stil, { casusId }, job)).rejects.toThrow('het proces "meldcode" gestart is');
    expect(await runWorker(stil, { casusId, onzekerBesluit: 'overslaan' }, job)).toEqual({ gestarteInstantie: null });
    expect(gestart).toHaveLength(1);
  });
});
