import { z } from 'zod';
import { laatsteAntwoorden } from '../domein/casus/laatste-antwoorden.ts';
import { leesStand } from '../domein/casus/stand.ts';
import { leesEerderGezegd } from '../domein/logboek/eerder-gezegd.ts';
import { leesSignalen } from '../domein/verzuim/signalen.ts';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Haalt de stand van de casus op, als stap of als listener op het begin van een taak. Als listener blijven de waarden in de
 * taak: het formulier toont het laatste verzuim, en de taak komt bij wie nu de rol heeft. De kop `laatste` noemt formulieren
 * waarvan de stap ook de laatste antwoorden wil (`laatste.monitoringWeek`). Een taak met `toon`, een lijst van formulieren, krijgt
 * in `eerder` wat daarin in deze casus het laatst is geantwoord, in woorden; een taak met `metSignalen` krijgt wat het verzuim zegt.
 */
export function makeCasusLezen(deps: Pick<WorkerDependencies, 'register' | 'engine' | 'klok' | 'gebruikers'>, lees: Formulierlezer = makeFormulierlezer()): Worker {
  return defineWorker(deps, {
    type: 'casus-lezen',
    input: z.object({ casusId: z.guid(), rol: z.string().nullish(), toon: z.array(z.string()).nullish(), metSignalen: z.boolean().nullish() }),
    headers: z.object({ laatste: z.string().optional() }),
    async handle({ casusId, rol, toon, metSignalen }, { laatste }) {
      const stand = await leesStand(deps, casusId, rol);
      return {
        ...stand,
        ...(laatste ? { laatste: await laatsteAntwoorden(deps.register, lees, casusId, laatste.split(',').map((f) => f.trim())) } : {}),
        ...(metSignalen ? { verzuimSignalen: await leesSignalen(deps.engine, stand) } : {}),
        ...(toon ? { eerder: await leesEerderGezegd(deps.register.db, lees, casusId, toon) } : {}),
      };
    },
  });
}
