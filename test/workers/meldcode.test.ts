import { expect, test } from 'vitest';
import { makeInvoerControleren } from '../../workers/invoer-controleren.ts';
import { makeMeldcodeLezen } from '../../workers/meldcode-lezen.ts';
import { makeMeldcodeVastleggen } from '../../workers/meldcode-vastleggen.ts';
import { open } from '../helpers/casus.ts';
import { businessError, runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();
const hier = { bpmnProcessId: 'meldcode', elementId: 'MC_01', processInstanceKey: 'traject-1' };
const signalen = { formulier: 'meldcode-signalen', rol: 'ib-er', acuutGevaar: 'nee', datum: '2025-09-08', signalen: 'Het kind schrikt van harde stemmen.', waargenomenDoor: 'de leerkracht' };
const legVast = (casusId: string, invoer: Record<string, unknown> = signalen, job = {}) => runWorker(makeMeldcodeVastleggen(bank.deps()), { casusId, ...invoer }, { ...hier, ...job });
const regels = () => bank.register.db.selectFrom('meldcodeRegel').select(['traject', 'volgnummer', 'stap', 'uitkomst']).orderBy('traject').orderBy('volgnummer').execute();

test('errata §2.3: elk traject heeft zijn eigen nummering, en een herhaalde levering geeft geen tweede regel', async () => {
  const { casusId } = await open(bank.register);
  await legVast(casusId, signalen, { elementInstanceKey: '1' });
  await legVast(casusId, signalen, { elementInstanceKey: '1' });
  await legVast(casusId, signalen, { elementInstanceKey: '2' });
  await legVast(casusId, signalen, { elementInstanceKey: '3', processInstanceKey: 'traject-2' });
  expect((await regels()).map(({ traject, volgnummer }) => `${traject}: ${volgnummer}`)).toEqual(['traject-1: 1', 'traject-1: 2', 'traject-2: 1']);
  expect(await bank.register.db.selectFrom('logboekRegel').selectAll().execute()).toEqual([]);
});

test('alleen het proces meldcode schrijft en leest het eigen log, en alleen van dit traject', async () => {
  const { casusId } = await open(bank.register);
  await expect(legVast(casusId, signalen, { bpmnProcessId: 'kernteam' })).rejects.toThrow('Alleen het proces meldcode');
  await legVast(casusId);
  const lees = (job = {}) => runWorker(makeMeldcodeLezen(bank.deps()), { casusId, formulier: 'meldcode-weging', toon: ['meldcode-signalen'] }, { ...hier, ...job });
  expect(await lees()).toEqual({ eerder: [{ titel: 'Signalen in kaart brengen, 8 september 2025', regels: expect.arrayContaining(['Welke signalen zijn er: Het kind schrikt van harde stemmen.']) }] });
  expect(await lees({ processInstanceKey: 'traject-2' })).toEqual({ eerder: [] });
  await expect(lees({ bpmnProcessId: 'kernteam' })).rejects.toThrow('Alleen het proces meldcode');
});

test('errata §1 CA-16: bij acuut gevaar wordt er verder niets nagekeken; anders telt elke vraag', async () => {
  const { casusId } = await open(bank.register);
  const kijkNa = (controle: string, invoer: Record<string, unknown>) => runWorker(makeInvoerControleren(bank.deps()), { casusId, invoer }, { ...hier, headers: { controle } });
  expect(await kijkNa('meldcode-hulp', { acuutGevaar: 'ja' })).toEqual({ validatieFouten: null });
  expect((await businessError(kijkNa('meldcode-hulp', { acuutGevaar: 'nee', evaluatieOp: '2025-09-01' }))).variables).toMatchObject({ validatieFouten: [expect.stringContaining('Evaluatie op')] });
  expect((await businessError(kijkNa('meldcode-signalen', { acuutGevaar: 'nee', datum: '2025-09-20' }))).variables).toMatchObject({ validatieFouten: [expect.stringContaining('toekomst')] });
});
