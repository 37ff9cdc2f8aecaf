import { z } from 'zod';
import { certainlyNotDone } from '../retry/transient.ts';
import { makeOnceOutside, ONZEKER_BESLUIT } from '../domein/once-outside.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const MEEGEVEN = ['casusId', 'casusnummer', 'leerling', 'leerlingStatus', 'groepen', 'personen', 'school', 'route', 'signaal'] as const;
const input = z.object({ casusId: z.guid(), invoer: z.record(z.string(), z.unknown()).nullish(), gebeurtenis: z.string().nullish(), onzekerBesluit: z.enum(ONZEKER_BESLUIT).nullish() }).and(z.record(z.string(), z.unknown()));
const headers = z.object({ proces: z.string() });

/**
 * Start een ander proces voor dezelfde casus: dat loopt door als de route stopt, zoals de meldcode (spec §7.7) en wat de wet
 * vraagt. `invoer` geeft het mee wat dat proces meer nodig heeft; `gestartDoor` zegt in Operate waar het vandaan komt.
 * Het start hoogstens één keer; is niet zeker of het startte, dan volgt een incident en beslist een beheerder. Noemt de stap een
 * `gebeurtenis`, dan geldt dat voor de hele casus: dezelfde overbrugging wordt langs welke weg ook één keer gemeld (r. 95-97).
 */
export function makeProcesStarten({ register, engine, klok }: Pick<WorkerDependencies, 'register' | 'engine' | 'klok'>): Worker {
  const onceOutside = makeOnceOutside(register);
  return defineWorker({ register, klok }, {
    type: 'proces-starten',
    fetch: [...MEEGEVEN, 'invoer', 'gebeurtenis', 'onzekerBesluit'],
    input,
    headers,
    async handle(gegeven, { proces }, job) {
      const context = { ...Object.fromEntries(MEEGEVEN.map((naam) => [naam, gegeven[naam] ?? null])), ...gegeven.invoer, gestartDoor: job.processInstanceKey };
      const { resultaat } = await onceOutside({
        key: gegeven.gebeurtenis ? `proces-starten:${gegeven.casusId}:${proces}:${gegeven.gebeurtenis}` : `proces-starten:${job.elementInstanceKey}`,
        now: () => klok.nu(),
        plan: async () => ({ proces }),
        effect: async () => ({ gestarteInstantie: await engine.start(proces, context) }),
        certainlyNot: certainlyNotDone,
        what: () => `het proces "${proces}" gestart is`,
        decision: gegeven.onzekerBesluit,
      });
      return resultaat ?? { gestarteInstantie: null };
    },
  });
}
