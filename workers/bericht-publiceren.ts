import { z } from 'zod';
import { verbeterGroepVanSignaal } from '../domein/berichten/casus.ts';
import { geefDoor } from '../domein/berichten/doorgeven.ts';
import { gebeurtenisVelden } from '../domein/berichten/kiezen.ts';
import { BusinessError } from '../domein/errors.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object(gebeurtenisVelden);
const headers = z.object({ bericht: z.string().optional() });

/**
 * Geeft een gebeurtenis aan de casus waar ze bij hoort. De kop `bericht` noemt het bericht; zonder kop komt het signaaltype van
 * het formulier casus-signaal, en dan wordt dat formulier ook nagekeken.
 * @throws BusinessError CASUS_ONBEKEND of ONVOLDOENDE_GEGEVENS, beide met `validatieFouten`; bij een signaal ook welke groep het verbetert
 */
export function makeBerichtPubliceren(deps: WorkerDependencies, mail = defaultMailOptions(deps.takenlijst)): Worker {
  return defineWorker(deps, {
    type: 'bericht-publiceren',
    input,
    headers,
    handle: (gegeven, { bericht }, job) =>
      geefDoor(deps, mail, gegeven, bericht, job).then(writeOnce, async (error: unknown) => {
        if (bericht !== undefined || !(error instanceof BusinessError)) throw error;
        throw new BusinessError(error.code, error.message, { ...error.variables, verbeterGroep: await verbeterGroepVanSignaal(deps.register.db, gegeven.casusnummer) });
      }),
  });
}
