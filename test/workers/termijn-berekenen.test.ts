import { describe, expect, it } from 'vitest';
import type { Register } from '../../registratie/register.ts';
import { ContractError, PermanentError } from '../../domein/errors.ts';
import type { Modelstappen } from '../../domein/stappen/modelstappen.ts';
import { makeTermijnBerekenen } from '../../workers/termijn-berekenen.ts';
import { fakeEngine, TERMIJNEN } from '../helpers/fake-engine.ts';
import { runWorker, testClock } from '../helpers/worker.ts';

const sd = (soort: string, aantal: number, eenheid = 'schooldagen', tijdstip: string | null = '17:00', opSchooldag = true) => ({ soort, aantal, eenheid, tijdstip, opSchooldag });
const tabel = {
  ...TERMIJNEN,
  'CA-02-1': [sd('uiterlijk', 2)],
  'KT-05': [sd('uiterlijk', 3), sd('escalatieOp', 5)],
  'KT-13a': [sd('uiterlijk', 1)],
  'volgen-week': [sd('uiterlijk', 7, 'kalenderdagen', '09:00', false)],
  'evaluatie-DAGELIJKS': [sd('volgendeEvaluatie', 1, 'schooldagen', '15:00')],
  'evaluatie-WEKELIJKS': [sd('volgendeEvaluatie', 1, 'kalenderweken', '15:00')],
  'zonder-tijd': [sd('einde', 28, 'kalenderdagen', null, false)],
  'vierweken-schoolweken': [sd('eindeVierweken', 4, 'schoolweken', '09:00')],
  werkdagen: [sd('einde', 2, 'werkdagen', '17:00', false)],
  jaren: [sd('einde', 1, 'schooljaren')],
  fout: [{ soort: 'uiterlijk', aantal: 1, eenheid: 'maanden' }],
};
const geenRegister = undefined as never; // alleen een taak die is teruggekomen kijkt in het register
/** Modellen waarin elk element de stap van zijn id draagt, behalve wat hier anders staat. */
const modellen: Modelstappen = async (_procesId, elementId) => ({
  naam: elementId,
  stappen: elementId === 'gedeelde_taak' ? ['KT-13a', 'GK-12a'] : elementId === 'tm_week' ? [] : [elementId.replaceAll('_', '-')],
  ...(elementId === 'tm_week' ? { termijn: 'volgen-week' } : {}),
});
const worker = (nu: string, register: Register = geenRegister) =>
  makeTermijnBerekenen({ engine: fakeEngine({ termijnen: tabel }), klok: testClock(nu), register }, undefined, undefined, modellen);

describe('als listener', () => {
  it('AS-03: twee schooldagen na 22 september is 24 september 17:00', async () => {
    expect(await runWorker(worker('2025-09-22T15:00:00+02:00'), {}, { elementId: 'CA_02_1' })).toEqual({
      uiterlijk: '2025-09-24T17:00:00+02:00', uiterlijkTekst: 'woensdag 24 september 2025 om 17:00', escalatieOp: null, herinneringOp: null,
    });
  });
  it('AS-05: een taak in de herfstvakantie is op de eerste schooldag klaar', async () => {
    expect(await runWorker(worker('2025-10-20T09:00:00+02:00'), {}, { elementId: 'KT_13a' })).toMatchObject({ uiterlijk: '2025-10-27T17:00:00+01:00' });
  });
  it('geeft de escalatie van de taak', async () => {
    expect(await runWorker(worker('2025-09-15T09:00:00+02:00'), {}, { elementId: 'KT_05' })).toMatchObject({ uiterlijk: '2025-09-18T17:00:00+02:00', escalatieOp: '2025-09-22T17:00:00+02:00' });
  });
  it('rond middernacht telt de Nederlandse dag', async () => {
    expect(await runWorker(worker('2025-09-22T22:30:00Z'), {}, { elementId: 'CA_02_1' })).toMatchObject({ uiterlijk: '2025-09-25T17:00:00+02:00' });
  });
  it('laat een ingevulde termijn staan (KT-14)', async () => {
    expect(await runWorker(worker('2025-10-14T09:00:00+02:00'), { uiterlijk: '2025-10-27T17:00:00+01:00' }, { elementId: 'KT_14' })).toMatchObject({
      uiterlijk: '2025-10-27T17:00:00+01:00', uiterlijkTekst: 'maandag 27 oktober 2025 om 17:00',
    });
  });
  it('gaat nooit voorbij de dag die het model als grens meegeeft: het OT komt vóór het besluit', async () => {
    const ot = (nu: string, nietNa: string | null) => runWorker(worker(nu), { nietNa }, { elementId: 'CA_02_1' });
    expect(await ot('2025-09-22T15:00:00+02:00', '2025-09-23T17:00:00+02:00')).toMatchObject({ uiterlijk: '2025-09-23T17:00:00+02:00' });
    expect(await ot('2025-09-22T15:00:00+02:00', '2025-10-27T17:00:00+01:00')).toMatchObject({ uiterlijk: '2025-09-24T17:00:00+02:00' });
    expect(await ot('2025-09-22T15:00:00+02:00', null)).toMatchObject({ uiterlijk: '2025-09-24T17:00:00+02:00' });
  });
  it('een timer van een week houdt zijn tijdstip over de wintertijd heen', async () => {
    expect(await runWorker(worker('2025-10-21T11:12:00+02:00'), {}, { elementId: 'tm_week' })).toMatchObject({ uiterlijk: '2025-10-28T09:00:00+01:00' });
  });
  it('een gedeelde taak krijgt de termijn van de route van de casus, en anders een die wel bestaat', async () => {
    const nu = '2025-09-22T15:00:00+02:00';
    expect(await runWorker(worker(nu), { route: 'kernteam' }, { elementId: 'gedeelde_taak' })).toMatchObject({ uiterlijk: '2025-09-23T17:00:00+02:00' });
    expect(await runWorker(worker(nu), { route: 'geen-kernteam' }, { elementId: 'gedeelde_taak' })).toMatchObject({ uiterlijk: '2025-09-23T17:00:00+02:00' });
  });
  it('zonder regel zegt de fout wat de proceseigenaar moet toevoegen', async () => {
    await expect(runWorker(worker('2025-09-22T15:00:00+02:00'), {}, { elementId: 'KT_99' })).rejects.toThrow(
      new ContractError('Er is geen termijn voor stap KT-99. Voeg in de beslistabel termijnen (bpmn/termijnen.dmn) een regel toe met stap "KT-99" en soort "uiterlijk".'),
    );
  });
  it('een onleesbare regel noemt de kolom', async () => {
    await expect(runWorker(worker('2025-09-22T15:00:00+02:00'), {}, { elementId: 'fout' })).rejects.toThrow(/kolom "eenheid"/);
  });
  it('een schooljaar dat ontbreekt geeft een incident', async () => {
    await expect(runWorker(worker('2030-09-04T15:00:00+02:00'), {}, { elementId: 'CA_02_1' })).rejects.toThrow(PermanentError);
  });
});

describe('als servicetaak', () => {
  // Spec §9.1.8: kiest de proceseigenaar in termijnen.dmn voor schoolweken, dan eindigen de vier weken hier.
  it.each([
    ['2025-09-29', '2025-11-03'], ['2025-10-06', '2025-11-10'], ['2025-11-03', '2025-12-01'], ['2025-11-10', '2025-12-08'],
    ['2025-12-08', '2026-01-19'], ['2026-01-12', '2026-02-09'], ['2026-03-02', '2026-03-30'],
  ])('vier schoolweken vanaf %s eindigen op %s', async (vanaf, einde) => {
    const { berekend } = await runWorker(worker('2025-09-29T10:00:00+02:00'), { stap: 'vierweken-schoolweken', vanaf });
    expect((berekend as { eindeVierweken: string }).eindeVierweken.slice(0, 16)).toBe(`${einde}T09:00`);
  });
  it('AS-04: de vier weken, met de wintertijd erin', async () => {
    expect(await runWorker(worker('2025-09-30T10:00:00+02:00'), { stap: 'vierweken', vanaf: '2025-09-29' })).toEqual({
      berekend: {
        week1: '2025-10-06T09:00:00+02:00', week2: '2025-10-13T09:00:00+02:00', week3: '2025-10-20T09:00:00+02:00',
        eindeVierweken: '2025-10-27T09:00:00+01:00', perspectiefDeadline: '2025-10-27T17:00:00+01:00',
      },
    });
  });
  it('AS-08: een cyclus over de jaarwisseling', async () => {
    expect(await runWorker(worker('2025-12-08T15:00:00+01:00'), { vanaf: '2025-12-08' }, { headers: { stap: 'vierweken' } })).toMatchObject({
      berekend: { week1: '2025-12-15T09:00:00+01:00', eindeVierweken: '2026-01-05T09:00:00+01:00' },
    });
  });
  it.each([
    ['evaluatie-WEKELIJKS', '2025-10-02', '2025-10-09T15:00:00+02:00'],
    ['evaluatie-WEKELIJKS', '2025-10-15', '2025-10-27T15:00:00+01:00'],
    ['evaluatie-DAGELIJKS', '2025-10-17', '2025-10-27T15:00:00+01:00'],
  ])('%s vanaf %s is %s', async (stap, vanaf, verwacht) => {
    expect(await runWorker(worker('2025-10-02T10:00:00+02:00'), { stap, vanaf })).toMatchObject({ berekend: { volgendeEvaluatie: verwacht } });
  });
  it('zonder tijdstip blijft de lokale tijd staan', async () => {
    expect(await runWorker(worker('2025-10-02T10:00:00+02:00'), { stap: 'zonder-tijd', vanaf: '2025-10-06T14:30:00+02:00' })).toMatchObject({ berekend: { einde: '2025-11-03T14:30:00+01:00' } });
  });
  it('werkdagen tellen in een schoolvakantie door', async () => {
    expect(await runWorker(worker('2025-10-02T10:00:00+02:00'), { stap: 'werkdagen', vanaf: '2025-10-17' })).toMatchObject({ berekend: { einde: '2025-10-21T17:00:00+02:00' } });
  });
  it('weigert wat het niet kan rekenen', async () => {
    await expect(runWorker(worker('2025-10-02T10:00:00+02:00'), { stap: 'jaren', vanaf: '2025-10-17' })).rejects.toThrow(/schooljaren/);
    await expect(runWorker(worker('2025-10-02T10:00:00+02:00'), { stap: 'vierweken', vanaf: 'gisteren' })).rejects.toThrow(/"vanaf"/);
    await expect(runWorker(worker('2025-10-02T10:00:00+02:00'), { stap: 'onbekend' })).rejects.toThrow(/onbekend/);
  });
});
