import { EngineView } from '../../engine/records/engine-view.ts';
import { openTasks } from '../../engine/records/open-tasks.ts';
import { startRecordReceiver } from '../../engine/records/record-receiver.ts';
import type { Engine } from '../../engine/engine.ts';
import { makeUserTasks } from '../../engine/user-tasks.ts';
import type { TaskReads } from '../../engine/reads/reads.ts';
import type { Rest } from '../../engine/rest.ts';
import { MovableClock } from '../../engine/movable-clock.ts';
import { systeemklok } from '../../domein/klok.ts';
import type { Register } from '../../registratie/register.ts';
import type { Controls } from './controls.ts';
import { makeEngineControls } from './engine-controls.ts';
import { readSteps } from './models.ts';

/** De ogen en de klok van de demo: leest mee met de engine en verzet haar tijd. */
export interface DemoEngine {
  readonly beeld: EngineView;
  readonly klok: MovableClock;
  readonly recordsUrl: string;
  /** Wat de werkers als open taken zien zolang er gespeeld wordt; Tasklist leest pas bij als de klok weer gewoon loopt. */
  readonly taken: TaskReads;
  bediening(delen: { engine: Engine; register: Register }): Controls;
  stop(): Promise<void>;
}

/** Zet de ontvanger van de records klaar, vóór de engine start. */
export async function makeDemoEngine(rest: Rest): Promise<DemoEngine> {
  const view = new EngineView();
  const klok = new MovableClock(rest, systeemklok);
  const ontvanger = await startRecordReceiver((record) => { view.apply(record); });
  const stappen = await readSteps();
  const gebruikerstaken = makeUserTasks(rest);
  return {
    beeld: view, klok, recordsUrl: ontvanger.url,
    taken: { openTasks: () => Promise.resolve(openTasks(view, (id) => stappen.get(id)?.naam ?? id)) },
    bediening: ({ engine, register }) => makeEngineControls({ view, klok, engine, register, userTasks: gebruikerstaken }),
    stop: () => ontvanger.stop(),
  };
}
