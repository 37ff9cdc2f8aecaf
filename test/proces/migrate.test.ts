import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateRunning, type MigrateOutcome } from '../../engine/migrate/migrate-running.ts';
import { makeMigrate } from '../../engine/migrate/migrate-command.ts';
import { report } from '../../engine/migrate/report.ts';
import type { EngineRecord } from '../../engine/records/record-receiver.ts';
import { readModels, type ModelFile, type Deployed } from '../../engine/deploy.ts';
import { makeConnection } from '../../engine/connection.ts';
import type { Casusverloop } from './helpers/casusverloop.ts';
import { underOwnName, Uitrol, insertStep, modify } from './helpers/migration.ts';
import { preludeA, stand } from './helpers/prelude.ts';
import { Proef } from './helpers/proef.ts';
import { startForm } from './helpers/start-form.ts';
import { example } from './helpers/example.ts';
import { endOfRecords, readRecords } from './helpers/read-records.ts';
import { ownBroker } from './helpers/brokers.ts';

/**
 * Drie casussen lopen op de oude modellen als de nieuwe worden uitgerold. Daarin is KT-01b verdwenen, en is er een stap
 * bij gekomen na KT-01a en, in de vraag aan leerplicht, na CA-14-1.
 */
const broker = ownBroker();
const zeebe = makeConnection({ grpcAddress: broker.grpc, restAddress: broker.rest });
const FRAME = 'casus-migratie';
/** De processen waar de drie casussen in staan: het frame, de route, de fase en wat zij aanroepen. */
const PROCESSEN = ['casus', 'kernteam', 'leerling-bespreken', 'verzuim-volgen', 'leerplicht-meedenken'];
const gesprek = example('gesprek-ouders', { gesprekDatum: '2025-09-22', verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' });

let proef: Proef;
let uitrol: Uitrol;
let nieuw: ModelFile[];
let uitgerold: Deployed[];
let uitkomsten: MigrateOutcome[];
let bijGesprek: Casusverloop;
let bijTeam: Casusverloop;
let bijVraag: Casusverloop;

const migreer = () => migrateRunning({ reads: uitrol.lezen, migrate: makeMigrate(zeebe), deployed: uitgerold, files: nieuw });
const versie = (id: string): number => uitgerold.find((u) => u.id === id)!.version;
const loopt = (procesId: string) => [...proef.beeld.instances.running.values()].find((i) => i.processId === procesId);
let begin: number;
const records = async (soort: string): Promise<EngineRecord[]> => {
  const found: EngineRecord[] = [];
  for await (const record of readRecords(broker.records, begin)) if (record.valueType === soort) found.push(record);
  return found;
};

beforeAll(async () => {
  begin = await endOfRecords(broker.records);
  proef = await Proef.start();
  uitrol = new Uitrol(zeebe, () => proef.beeld);
  const oud = underOwnName(await readModels(), PROCESSEN, '-migratie');
  await uitrol.rolUit(oud);

  bijVraag = await preludeA(proef, {}, FRAME);
  await bijVraag.bericht('vraag-leerplicht', { signaalDatum: '2025-09-22' }, '2025-09-22T15:00');
  bijGesprek = await proef.meldAan(startForm(), FRAME);
  bijTeam = await proef.meldAan(startForm(), FRAME);
  await bijTeam.doe('KT-01a', gesprek, '2025-09-22T15:30');
  expect([bijVraag, bijGesprek, bijTeam].map((c) => c.teDoen())).toEqual([['CA-14-1'], ['KT-01a'], ['KT-01b']]);

  nieuw = modify(oud, 'leerling-bespreken-migratie.bpmn', (xml) => insertStep(xml, 'gesprek_ouders', 'gesprek_ouders_nakijken', 'gesprek_extra').replaceAll('"team_bespreken"', '"team_anders"'));
  nieuw = modify(nieuw, 'leerplicht-meedenken-migratie.bpmn', (xml) => insertStep(xml, 'CA_14_1', 'CA_14_2', 'CA_14_1x'));
  nieuw = modify(nieuw, 'verzuim-volgen-migratie.bpmn', (xml) => xml.replace('name="Week voorbij"', 'name="Week om"'));
  nieuw = modify(nieuw, `${FRAME}.bpmn`, (xml) => xml.replace('name="Casus begint"', 'name="Casus start"'));
  uitgerold = await uitrol.rolUit(nieuw);
  uitkomsten = await migreer();
  await proef.quiesce();
}, 420_000);
afterAll(async () => {
  await proef.stop();
  await zeebe.close();
});

describe('een nieuwe uitrol met lopende casussen', () => {
  test('wie op een verdwenen stap staat blijft, de andere twee gaan mee', () => {
    expect(uitkomsten.filter((u) => u.wat === 'mee').map((u) => u.casus).sort()).toEqual([bijGesprek.instantie, bijVraag.instantie].sort());
    expect(uitkomsten.filter((u) => u.wat !== 'mee')).toEqual([{ casus: bijTeam.instantie, wat: 'blijft', reasons: ["de stap 'In het team bespreken' (team_bespreken) bestaat niet meer"] }]);
    expect(report(uitkomsten)).toEqual([
      '2 lopende casussen gaan verder op de nieuwe versie. Open taken houden hun formulier, rol en einddatum; een wachttijd die al loopt houdt haar einde.',
      '1 lopende casus blijft op de oude versie en loopt daar gewoon door:',
      `- casus met procesinstantie ${bijTeam.instantie}: de stap 'In het team bespreken' (team_bespreken) bestaat niet meer`,
    ]);
  });

  test('een tweede keer doet niets met wie al mee is', async () => {
    expect(await migreer()).toEqual(uitkomsten.filter((u) => u.wat === 'blijft'));
  });

  test('de taak die al openstond houdt haar formulier en einddatum', async () => {
    const taken = (await records('USER_TASK')).filter((r) => proef.beeld.root(String(r.value['processInstanceKey'])) === bijGesprek.instantie);
    const [voor, na] = ['CREATED', 'MIGRATED'].map((intent) => taken.find((r) => r.intent === intent)!.value);
    expect(na).toMatchObject({ formKey: voor!['formKey'], dueDate: voor!['dueDate'], candidateGroupsList: voor!['candidateGroupsList'] });
    expect(na!['processDefinitionVersion']).not.toBe(voor!['processDefinitionVersion']);
    expect(uitgerold.find((u) => u.id === 'gesprek-ouders')!.key).not.toBe(String(voor!['formKey']));
  });

  test('wie meeging komt langs de nieuwe stap, en kan de route uitlopen', async () => {
    await bijGesprek.doe('KT-01a', { ...gesprek, verzuimGestopt: 'ja', datumVolledigTerug: '2025-09-22' }, '2025-09-22T16:00');
    expect(bijGesprek.teDoen()).toEqual(['gesprek_extra']);
    await bijGesprek.doe('gesprek_extra', {});
    await bijGesprek.afgelopen();
    expect(bijGesprek.pad()).toEqual(expect.arrayContaining(['gesprek_extra', 'gesprek_ouders_nakijken', 'lvs_vastleggen', 'EE_verzuim_gestopt']));
  });

  test('wie bleef gaat verder langs het oude model', async () => {
    await bijTeam.doe('KT-01b', example('bespreking-team', { datum: '2025-09-22', otNodig: 'nee', otVorm: undefined }), '2025-09-22T16:30');
    expect(bijTeam.teDoen()).toEqual(['KT-02']);
    expect(bijTeam.incidenten()).toEqual([]);
  });
});

describe('een casus met een aangeroepen proces', () => {
  test('gaat in haar geheel mee', () => {
    expect(proef.beeld.instances.running.get(bijVraag.instantie)!.version).toBe(versie(FRAME));
    expect(loopt('leerplicht-meedenken-migratie')!.version).toBe(versie('leerplicht-meedenken-migratie'));
  });

  test('een wachttijd die al liep houdt haar einde', async () => {
    const timers = (await records('TIMER')).filter((r) => proef.beeld.root(String(r.value['processInstanceKey'])) === bijVraag.instantie && r.value['targetElementId'] === 'tm_week');
    const na = timers.find((r) => r.intent === 'MIGRATED')!;
    const voor = timers.find((r) => r.intent === 'CREATED' && r.key === na.key)!;
    expect(na.value['dueDate']).toBe(voor.value['dueDate']);
  });

  test('loopt door langs de nieuwe stap; wat zij later aanroept is van de nieuwe uitrol', async () => {
    await bijVraag.doe('CA-14-1', example('leerplicht-vraag', { afsprakenOpgevolgd: 'JA', handhavingGewenst: undefined, sprakeAot: 'nee', aardVerzuim: 'VERMOEDELIJK_ONGEOORLOOFD' }), '2025-09-22T17:00');
    expect(bijVraag.teDoen()).toEqual(['CA_14_1x']);
    await bijVraag.doe('CA_14_1x', {});
    await bijVraag.bericht('verzuimstand', stand('2025-09-23'), '2025-09-23T16:00');
    const laatste = (await records('PROCESS_INSTANCE')).filter((r) => r.value['bpmnElementType'] === 'PROCESS' && r.value['bpmnProcessId'] === 'verzuimstand-verwerken').at(-1)!;
    expect(laatste.value['version']).toBe(versie('verzuimstand-verwerken'));
    await bijVraag.bericht('verzuim-gestopt', { datumVolledigTerug: '2025-09-24' }, '2025-09-24T11:00');
    expect(bijVraag.teDoen()).toEqual(['KT-18']);
    expect(bijVraag.incidenten()).toEqual([]);
  });
});
