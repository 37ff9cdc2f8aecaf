import { beforeEach, describe, expect, test } from 'vitest';
import { openLogboek } from '../../registratie/logboek-openen.ts';
import { leesVelden, makeFormulierlezer } from '../../domein/logboek/formulier.ts';
import { alsRegels, kiesVelden } from '../../domein/logboek/regels.ts';
import { makeLogboekSchrijven } from '../../workers/logboek-schrijven.ts';
import { open } from '../helpers/casus.ts';
import { runWorker, makeJob, useWorkbench } from '../helpers/worker.ts';

const velden = leesVelden({
  components: [
    { type: 'text', text: 'Kop' },
    { type: 'datetime', key: 'gesprekDatum', dateLabel: 'Datum gesprek' },
    { type: 'group', components: [{ type: 'checklist', key: 'aanwezigen', label: 'Aanwezig', values: [{ label: 'Ouder 1', value: 'ouder1' }, { label: 'Leerkracht', value: 'leerkracht' }] }] },
    { type: 'textarea', key: 'afspraken', label: 'Afspraken' },
    { type: 'radio', key: 'verzuimGestopt', label: 'Is het verzuim gestopt?', values: [{ label: 'Ja', value: 'ja' }, { label: 'Nee', value: 'nee' }] },
    { type: 'checkbox', key: 'inOT', label: 'In het OT' },
    { type: 'textfield', key: 'schoolNaam', label: 'School', readonly: true },
    { type: 'dynamiclist', path: 'regels', label: 'Verzuim per dag', components: [{ type: 'datetime', key: 'datum', dateLabel: 'Datum' }, { type: 'number', key: 'uren', label: 'Uren' }] },
    { type: 'number', key: 'urenBesteed', label: 'Bestede uren' },
    { type: 'button', key: 'knop', label: 'Klaar' },
  ],
});
const ingevuld = {
  gesprekDatum: '2025-09-09', aanwezigen: ['ouder1', 'leerkracht'], afspraken: 'Elke dag bellen.', verzuimGestopt: 'nee', inOT: false,
  regels: [{ datum: '2025-09-02', uren: 2.5 }, { datum: '2025-09-04', uren: 5 }], urenBesteed: 1.25, schoolNaam: 'OBS', buitenHetFormulier: 'geheim',
};

describe('leesbare regels', () => {
  test('met labels en keuzes zoals de invuller ze zag', () => {
    expect(alsRegels(velden, kiesVelden(velden, ingevuld))).toBe(
      [
        'Datum gesprek: 9 september 2025',
        'Aanwezig: Ouder 1, Leerkracht',
        'Afspraken: Elke dag bellen.',
        'Is het verzuim gestopt: Nee',
        'In het OT: nee',
        'Verzuim per dag: \n  1. Datum: 2 september 2025; Uren: 2,5\n  2. Datum: 4 september 2025; Uren: 5',
      ].join('\n'),
    );
  });
  test('alleen ingevulde velden van het formulier, zonder wat alleen te lezen was', () => {
    expect(kiesVelden(velden, { ...ingevuld, afspraken: '', regels: [] })).toEqual({ gesprekDatum: '2025-09-09', aanwezigen: ['ouder1', 'leerkracht'], verzuimGestopt: 'nee', inOT: false, urenBesteed: 1.25 });
  });
});

test('alle formulieren van het project zijn te lezen', async () => {
  const { readdirSync } = await import('node:fs');
  const lees = makeFormulierlezer();
  const formulieren = readdirSync(new URL('../../forms/', import.meta.url)).filter((f) => f.endsWith('.form'));
  expect(formulieren.length).toBeGreaterThan(20);
  for (const file of formulieren) expect((await lees(file.replace('.form', ''))).length, file).toBeGreaterThan(0);
});

test.each(['../../package', 'bestaat-niet', ''])('een vreemd formulier "%s" is een incident', async (id) => {
  await expect(makeFormulierlezer()(id)).rejects.toMatchObject({ kind: 'permanent' });
});

describe('de werker', () => {
  const bank = useWorkbench();
  let casusId: string;
  beforeEach(async () => {
    ({ casusId } = await open(bank.register));
  });

  const schrijf = (invoer: Record<string, unknown> = {}, meer = makeJob({ type: 'logboek-schrijven', bpmnProcessId: 'leerling-bespreken', elementId: 'gesprek_ouders' })) =>
    runWorker(makeLogboekSchrijven(bank.deps(), async () => velden), { casusId, formulier: 'gesprek-ouders', rol: 'ib-er', ...ingevuld, ...invoer }, meer);
  const regels = () => bank.register.db.selectFrom('logboekRegel').selectAll().orderBy('volgnummer').execute();
  const openen = () => bank.register.db.transaction().execute((tx) => openLogboek(tx, casusId, bank.klok.nu(), { min: 6, max: 10 }));
  const post = () => bank.register.db.selectFrom('uitgaand').selectAll().execute();

  test('een taak in een gedeelde fase hoort bij de stap die haar vroeg, van de eigen route', async () => {
    const ot = (elementInstanceKey: string) => makeJob({ type: 'logboek-schrijven', bpmnProcessId: 'ot-bespreking', elementId: 'perspectief_in_ot', elementInstanceKey });
    for (const [i, stapVanAanroep] of ['GK-01c KT-01c', 'CA-06', null].entries()) await schrijf({ stapVanAanroep }, ot(`ot-${i}`));
    expect((await regels()).map((r) => r.stap)).toEqual(['KT-01c', 'CA-06', 'KT-14o']);
  });

  test('één regel per taak, ook bij drie leveringen, met naam van de stap, rol en uren', async () => {
    const zelfde = makeJob({ type: 'logboek-schrijven', bpmnProcessId: 'leerling-bespreken', elementId: 'gesprek_ouders' });
    await Promise.all([schrijf({}, zelfde), schrijf({}, zelfde)]);
    expect(await schrijf({}, zelfde)).toEqual({});
    expect(await regels()).toMatchObject([{ volgnummer: 1, stap: 'KT-01a', formulier: 'gesprek-ouders', rol: 'ib-er', urenBesteed: 1.25, voorgeschiedenis: true, velden: { afspraken: 'Elke dag bellen.' } }]);
    const [regel] = await regels();
    expect(regel?.actie).toBe('Met ouders spreken');
    expect(JSON.stringify(regel)).not.toContain('geheim');
  });

  test('zonder casus doet hij niets', async () => {
    expect(await schrijf({ casusId: null })).toEqual({});
    expect(await regels()).toEqual([]);
  });

  test.each(['aanmelding-verbeteren', 'start-verzuimroute'])('de verbeterde aanmelding geeft alleen haar einddatum terug (formulier %s)', async (formulier) => {
    const job = makeJob({ type: 'logboek-schrijven', bpmnProcessId: 'casus', elementId: 'aanmelding_verbeteren' });
    expect(await schrijf({ casusId: null, formulier, uiterlijk: '2025-09-10T17:00:00+02:00' }, job)).toEqual({ uiterlijk_aanmelding_verbeteren: '2025-09-10T17:00:00+02:00' });
    expect(await regels()).toEqual([]);
  });

  test('als gewone stap schrijft hij de regel van het model', async () => {
    await runWorker(makeLogboekSchrijven(bank.deps()), { casusId, logregel: { actie: 'Aanvraag ingediend', uitkomst: 'Ingediend' } });
    expect(await regels()).toMatchObject([{ actie: 'Aanvraag ingediend', rol: 'systeem', actor: 'systeem' }]);
    await expect(runWorker(makeLogboekSchrijven(bank.deps()), { casusId })).rejects.toMatchObject({ kind: 'contract' });
  });

  test('boven de raming gaat N-31 precies één keer naar regisseur en sectordirecteur', async () => {
    await openen();
    await schrijf({ rol: 'regisseur-swv', urenBesteed: 10 });
    expect(await post()).toEqual([]);
    await schrijf({ rol: 'regisseur-swv', urenBesteed: 0.25 });
    expect((await post()).map((p) => [p.melding, p.aanRol]).sort()).toEqual([['N-31', 'regisseur-swv'], ['N-31', 'sectordirecteur-swv']]);
    expect((await post())[0]?.tekst).toContain('Besteed: 10,25 uur');
    await schrijf({ rol: 'regisseur-swv', urenBesteed: 5 });
    expect(await post()).toHaveLength(2);
  });

  test('uren van de school tellen niet mee voor de raming van het SWV', async () => {
    await openen();
    await schrijf({ rol: 'ib-er', urenBesteed: 20 });
    expect(await post()).toEqual([]);
  });
});
