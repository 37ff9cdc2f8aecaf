import { describe, expect, it, test } from 'vitest';
import { vrijeRobots } from '../../domein/av1/robots.ts';
import { nieuweCasus, open } from '../helpers/casus.ts';
import { fakeEngine, type FakeEngine } from '../helpers/fake-engine.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';
import { makeAv1Vastleggen } from '../../workers/av1-vastleggen.ts';

const bank = useWorkbench();
let volgnummer = 0;

/** Een kind met een aanvraag in haar eigen procesinstantie. */
async function kind(engine: FakeEngine) {
  const naam = `pi-av1-${(volgnummer += 1)}`;
  const { casusId } = await open(bank.register, nieuweCasus({}, `L-AV1-${volgnummer}`));
  const doe = (moment: string, invoer: Record<string, unknown> = {}, job: Record<string, unknown> = {}) =>
    runWorker(makeAv1Vastleggen(bank.deps(engine)), { casusId, ...invoer }, { headers: { moment }, processInstanceKey: naam, elementId: 'AV_06', bpmnProcessId: 'av1', ...job });
  return { casusId, naam, doe, rij: () => bank.register.db.selectFrom('av1').selectAll().where('instantie', '=', naam).executeTakeFirst() };
}
const houders = async () => (await bank.register.db.selectFrom('av1').select('robot').where('robot', 'is not', null).execute()).map((r) => r.robot);

/** Twee kinderen en één robot: hij staat klaar voor het eerste, het tweede wacht. */
async function robotKlaarEnWachtend(engine: FakeEngine) {
  const [een, twee] = [await kind(engine), await kind(engine)];
  for (const k of [een, twee]) await k.doe('aangevraagd');
  await een.doe('toewijzen');
  await twee.doe('toewijzen');
  return { een, twee };
}

/** Daarna: de robot is bij het eerste kind. */
async function robotUitEnWachtend(engine: FakeEngine) {
  const kinderen = await robotKlaarEnWachtend(engine);
  await kinderen.een.doe('geplaatst');
  return kinderen;
}

describe('één robot en twee kinderen', () => {
  it('krijgt het tweede kind hem pas als het eerste hem teruggaf, en het hoort dat', async () => {
    const engine = fakeEngine();
    const [een, twee] = [await kind(engine), await kind(engine)];
    for (const k of [een, twee]) expect(await k.doe('aangevraagd')).toEqual({ loopt: false });
    expect(await een.doe('toewijzen')).toEqual({ robotVrij: true });
    expect(await twee.doe('toewijzen')).toEqual({ robotVrij: false });
    expect(await twee.doe('geteld')).toEqual({ robotsVrij: 0, wachtenden: 1 });
    await een.doe('geplaatst');
    expect(await een.doe('beeindigd', { av1Stop: { reden: 'GESTOPT' } })).toEqual({ robotUit: true });
    expect(await twee.doe('toewijzen'), 'de robot is nog niet terug').toEqual({ robotVrij: false });
    expect(engine.gepubliceerd).toEqual([]);
    await een.doe('ingenomen');
    expect(engine.gepubliceerd).toMatchObject([{ name: 'robot-vrij', correlationKey: twee.casusId }]);
    expect(await twee.rij()).toMatchObject({ stand: 'TOEGEWEZEN', robot: 1 });
    expect(await twee.doe('toewijzen'), 'hij stond al klaar').toEqual({ robotVrij: true });
    expect(await een.rij()).toMatchObject({ stand: 'AFGESLOTEN', robot: null, eindeReden: 'GESTOPT' });
  });

  it('vragen zij tegelijk, dan krijgt precies één kind hem', async () => {
    const engine = fakeEngine();
    const kinderen = [await kind(engine), await kind(engine), await kind(engine)];
    for (const k of kinderen) await k.doe('aangevraagd');
    const uit = await Promise.all(kinderen.map((k) => k.doe('toewijzen')));
    expect(uit.filter((u) => u.robotVrij)).toHaveLength(1);
    expect(await houders()).toEqual([1]);
  });

  it('gaat een robot naar wie het langst wacht, ook als een ander juist nu vraagt', async () => {
    const engine = fakeEngine();
    const [een, lang, kort] = [await kind(engine), await kind(engine), await kind(engine)];
    for (const k of [een, lang, kort]) await k.doe('aangevraagd');
    await een.doe('toewijzen');
    await lang.doe('toewijzen');
    bank.klok.zet('2025-09-10T09:00:00+02:00');
    await een.doe('beeindigd', { av1Stop: { reden: 'INGETROKKEN' } });
    expect(await lang.rij(), 'de robot stond nog klaar en is meteen voor een ander').toMatchObject({ stand: 'TOEGEWEZEN', robot: 1 });
    expect(await kort.doe('toewijzen')).toEqual({ robotVrij: false });
    bank.klok.zet('2025-09-24T09:00:00+02:00');
    expect(await kort.doe('toewijzen')).toEqual({ robotVrij: false });
    expect((await kort.rij())?.wachtSinds?.toISOString(), 'opnieuw kiezen kost geen plaats in de rij').toBe('2025-09-10T07:00:00.000Z');
  });
});

describe('dezelfde opdracht nog eens', () => {
  it('geeft niet nog een robot weg, en wie hem kreeg hoort het zeker', async () => {
    const engine = fakeEngine();
    const { een } = await robotUitEnWachtend(engine);
    await een.doe('beeindigd', { av1Stop: { reden: 'GESTOPT' } });
    const stil = { ...engine, publish: async () => { throw new Error('14 UNAVAILABLE'); } };
    const job = { elementInstanceKey: 'inname-1' };
    await expect(runWorker(makeAv1Vastleggen(bank.deps(stil)), { casusId: een.casusId }, { headers: { moment: 'ingenomen' }, processInstanceKey: een.naam, elementId: 'AV_12', bpmnProcessId: 'av1', ...job })).rejects.toThrow('UNAVAILABLE');
    expect(await houders(), 'het register weet het al').toEqual([1]);
    await een.doe('ingenomen', {}, job);
    expect(engine.gepubliceerd).toHaveLength(1);
    expect(await houders()).toEqual([1]);
  });

  it('een tweede aanvraag voor dezelfde casus loopt niet; na de inname kan het weer', async () => {
    const engine = fakeEngine();
    const een = await kind(engine);
    expect(await een.doe('aangevraagd')).toEqual({ loopt: false });
    expect(await een.doe('aangevraagd'), 'dezelfde instantie').toEqual({ loopt: false });
    expect(await een.doe('aangevraagd', {}, { processInstanceKey: 'ander' })).toEqual({ loopt: true });
    await een.doe('toewijzen');
    await een.doe('geplaatst');
    await een.doe('beeindigd', { av1Stop: { reden: 'VERZUIM_GESTOPT' } });
    expect(await een.doe('aangevraagd', {}, { processInstanceKey: 'derde' }), 'de robot moet nog terug, een nieuwe aanvraag mag').toEqual({ loopt: false });
  });
});

test('een robot die stuk is gaat naar niemand tot hij hersteld is, en een die niet terugkomt houdt zijn nummer', async () => {
  const engine = fakeEngine();
  const { een, twee } = await robotUitEnWachtend(engine);
  await een.doe('beeindigd', { av1Stop: { reden: 'GESTOPT' } });
  await een.doe('stuk');
  expect(await twee.doe('toewijzen')).toEqual({ robotVrij: false });
  await een.doe('buiten-gebruik');
  expect(await twee.doe('toewijzen')).toEqual({ robotVrij: false });
  const meer = fakeEngine();
  const beslis = meer.beslis.bind(meer);
  const extra = { ...meer, beslis: async (id: string, v: Record<string, unknown>) => (id === 'av1-robots' ? 2 : beslis(id, v)) };
  expect(await runWorker(makeAv1Vastleggen(bank.deps(extra)), { casusId: twee.casusId }, { headers: { moment: 'toewijzen' }, processInstanceKey: twee.naam, elementId: 'AV_06', bpmnProcessId: 'av1' }), 'de proceseigenaar telde er een bij').toEqual({ robotVrij: true });
  expect((await houders()).sort()).toEqual([1, 2]);
});

test('KlasseContact laat los wat voor dit kind klaarstond', async () => {
  const engine = fakeEngine();
  const { een, twee } = await robotKlaarEnWachtend(engine);
  await een.doe('klassecontact');
  expect(await een.rij()).toMatchObject({ stand: 'KLASSECONTACT', robot: null });
  expect(await twee.rij()).toMatchObject({ stand: 'TOEGEWEZEN', robot: 1 });
  expect(await een.doe('beeindigd', { av1Stop: { reden: 'GESTOPT' } })).toEqual({ robotUit: false });
});

test('wordt het aantal verlaagd, dan houdt een kind zijn robot en komt er geen bij', () => {
  expect(vrijeRobots(3, [2])).toEqual([1, 3]);
  expect(vrijeRobots(1, [1, 2])).toEqual([]);
  expect(vrijeRobots(1, [2])).toEqual([1]);
  expect(vrijeRobots(0, [])).toEqual([]);
});

test('een tabel die geen heel aantal geeft zegt welk bestand niet klopt; een aanvraag die er niet is ook', async () => {
  const engine = fakeEngine();
  const een = await kind(engine);
  const scheef = { ...engine, beslis: async () => 'veel' };
  await expect(runWorker(makeAv1Vastleggen(bank.deps(scheef)), { casusId: een.casusId }, { headers: { moment: 'geteld' } })).rejects.toThrow('av1-robots.dmn');
  await expect(een.doe('toewijzen')).rejects.toThrow('staat niet in het register');
});
