import type { Engine } from '../../engine/engine.ts';
import type { MovableClock } from '../../engine/movable-clock.ts';
import type { EngineView } from '../../engine/records/engine-view.ts';
import { waitForQuiescence } from '../../engine/records/quiescence.ts';
import type { makeUserTasks } from '../../engine/user-tasks.ts';
import type { Register } from '../../registratie/register.ts';
import type { Controls } from './controls.ts';

/** Hoe lang tot rust komen mag duren, in ms. */
const BUDGET_MS = 120_000;

/** De bediening van een engine die zelf zegt wat er gebeurt en waarvan de klok te verzetten is: voor de demo en voor een proef. */
export function makeEngineControls({ view, klok, engine, register, userTasks }: {
  view: EngineView; klok: MovableClock; engine: Engine; register: Register; userTasks: Pick<ReturnType<typeof makeUserTasks>, 'complete'>;
}): Controls {
  return {
    view, register,
    nu: () => klok.nu(),
    setClock: (moment) => klok.pin(moment),
    quiesce: () => waitForQuiescence({ view, klok, budgetMs: BUDGET_MS, publish: (merk) => engine.publish({ name: merk, correlationKey: merk, messageId: merk, ttlMs: 0, content: {} }) }),
    start: (proces, variabelen) => engine.start(proces, variabelen),
    complete: (taak, variabelen) => userTasks.complete(taak, variabelen),
    publish: (naam, casusId, inhoud, berichtId) => engine.publish({ name: naam, correlationKey: casusId, messageId: berichtId, ttlMs: 3_600_000, content: inhoud }),
  };
}
