import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../../application.ts';
import { validateConfig } from '../../config.ts';
import { dagVan } from '../../domein/kalender/datum.ts';
import { systeemklok } from '../../domein/klok.ts';
import { MovableClock } from '../../engine/movable-clock.ts';
import { startRecordReceiver } from '../../engine/records/record-receiver.ts';
import { makeRest } from '../../engine/rest.ts';
import { makeUserTasks } from '../../engine/user-tasks.ts';
import { example } from '../demo/example.ts';
import { benchCase } from './bench-case.ts';
import { makeTaskLedger, type CreatedTask } from './task-ledger.ts';
import { quantile, tot, toSeconds } from './tools.ts';

const TIMERS = 500;
const SAMPLES = 40;
const AT_ONCE = 16;
const PATIENCE_MS = 3_600_000;
/** Een maandag onder schooltijd, met een gewone schoolweek ervoor en erna: de weekvraag van elke casus loopt de maandag erna om 08:00 af. */
const MONDAY = new Date('2026-11-09T09:00:00Z');
const NEXT_MONDAY = new Date('2026-11-16T07:00:01Z');
const PORTS = { ENGINE_GRPC_POORT: 27610, ENGINE_REST_POORT: 27611, ENGINE_BEHEER_POORT: 27612, ENGINE_COMMAND_POORT: 27613, ENGINE_INTERNAL_POORT: 27614, PORT: 27615 } as const;

/**
 * De echte modellen, werkers en het echte register: vijfhonderd weekvragen die op dezelfde maandag om 08:00 aflopen, de tijd van
 * een afgeronde taak tot de volgende, en een nieuwe casus naast `open` open casussen. Tijd is die van de muur; de klok van engine en
 * werkers staat stil op een schooldag.
 */
export async function measureOpenCases(open: number): Promise<void> {
  console.log(`\n3. ${TIMERS} terms due at the same 08:00, and a new case beside ${open} open ones (real models, workers and register)`);
  const dir = await mkdtemp(join(tmpdir(), 'routeboek-bench-cases-'));
  const rest = makeRest({ grpcAddress: '', restAddress: `http://127.0.0.1:${PORTS.ENGINE_REST_POORT}` });
  const klok = new MovableClock(rest, systeemklok);
  const ledger = makeTaskLedger();
  const receiver = await startRecordReceiver(ledger.apply);
  const config = { ...validateConfig({}), ...PORTS, dataDir: dir };
  const application = await startApplication(config, () => undefined, new AbortController().signal, {
    klok, movableClock: true, brokerOnly: true, taskReads: { openTasks: () => Promise.resolve([]) }, beforeDeploy: () => klok.pin(MONDAY),
    exporters: [{ kind: 'records', url: receiver.url, only: 'tasks' }],
  });
  const { engine } = application.parts;
  const tasks = makeUserTasks(rest);
  let number = 0;
  const start = (): Promise<string> => engine.start('casus', benchCase(++number, klok.nu()));

  /** Eén kind: van aanmelding tot de eerste taak, en van de laatste taak van stap 1 tot stap 2. In ms. */
  const sample = async (): Promise<{ first: number; next: number }> => {
    const from = ledger.created.length;
    const begin = performance.now();
    await start();
    const parents = await ledger.next(from, (task) => task.elementId === 'gesprek_ouders', PATIENCE_MS);
    const ofCase = (id: string) => (task: CreatedTask): boolean => task.elementId === id && task.instance === parents.instance;
    const team = await ledger.next(from, ofCase('team_bespreken'), PATIENCE_MS);
    const day = dagVan(klok.nu());
    await tasks.complete(parents.key, example('gesprek-ouders', { gesprekDatum: day, verzuimGestopt: 'nee', datumVolledigTerug: undefined, zorgenVeiligheid: 'nee' }));
    const length = ledger.created.length;
    const done = performance.now();
    await tasks.complete(team.key, example('bespreking-team', { datum: day, otNodig: 'nee', otVorm: undefined }));
    const following = await ledger.next(length, (task) => task.elementId === 'verzuim_vastleggen', PATIENCE_MS);
    return { first: Math.min(parents.at, team.at) - begin, next: following.at - done };
  };
  const samples = async (): Promise<{ first: number; next: number }[]> => {
    const list: { first: number; next: number }[] = [];
    for (let n = 0; n < SAMPLES; n++) list.push(await sample());
    return list;
  };
  /** Meldt kinderen aan tot er `total` zijn, een paar tegelijk, en wacht tot elk zijn eerste taak heeft. */
  const fill = async (total: number): Promise<number> => {
    const begin = performance.now();
    const wanted = total - number;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      while (number < total) {
        await start();
        await tot(() => number - ledger.count('gesprek_ouders') < AT_ONCE * 4 || ledger.incidents.length > 0, PATIENCE_MS);
      }
    }));
    await tot(() => ledger.count('gesprek_ouders') >= total || ledger.incidents.length > 0, PATIENCE_MS);
    return wanted / toSeconds(begin);
  };

  try {
    const few = await samples();
    await fill(TIMERS);
    const before = performance.now();
    await klok.pin(NEXT_MONDAY);
    const inTime = await tot(() => ledger.count('week_opgeven') >= TIMERS || ledger.incidents.length > 0, 120_000);
    const took = toSeconds(before);
    // Wat er dubbel zou komen, komt vlak erna.
    const extra = await tot(() => ledger.count('week_opgeven') > TIMERS, 10_000);
    const instances = new Set(ledger.created.filter((task) => task.elementId === 'week_opgeven').map((task) => task.instance)).size;
    console.log(`   ${instances} of ${TIMERS} terms became a task in ${took.toFixed(1)} s (goal 60)${inTime ? '' : ', not all in time'}; twice: ${extra ? ledger.count('week_opgeven') - instances : 0}`);
    const rate = await fill(open);
    const many = await samples();
    const of = (list: readonly { first: number; next: number }[], what: 'first' | 'next', part: number): number => Math.round(quantile(list.map((s) => s[what]), part));
    console.log(`   ${number} cases open, the last ${open - TIMERS} at ${rate.toFixed(1)} a second`);
    console.log(`   new case to its first task: median ${of(few, 'first', 0.5)} ms with few open, ${of(many, 'first', 0.5)} ms beside ${open}: factor ${(of(many, 'first', 0.5) / of(few, 'first', 0.5)).toFixed(2)} (goal 1.5)`);
    console.log(`   done task to the next task: p95 ${of(few, 'next', 0.95)} ms with few open, ${of(many, 'next', 0.95)} ms beside ${open} (goal 1000)`);
    console.log(`   incidents: ${ledger.incidents.length}${ledger.incidents.length > 0 ? ` (${ledger.incidents.slice(0, 3).join(' | ')})` : ''}`);
  } finally {
    await application.stop();
    await receiver.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
