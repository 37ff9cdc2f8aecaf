import { z } from 'zod';
import { beginDoorzettingsmacht, eindigDoorzettingsmacht } from '../registratie/doorzettingsmacht.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { BusinessError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid(), dzm: z.looseObject({ status: z.string().nullish() }).nullish() });
const headers = z.object({ moment: z.enum(['begin', 'eind']) });

/**
 * Legt vast dat de doorzettingsmacht van een casus begint of klaar is (kop `moment`), zodat er per casus hoogstens één
 * loopt (R-DZM-1; routeboek r. 949–967).
 * @throws BusinessError LOOPT_AL als een andere procesinstantie haar al voert; het model wacht dan op die uitkomst
 */
export function makeDoorzettingsmachtVastleggen({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'doorzettingsmacht-vastleggen',
    input,
    headers,
    async handle({ casusId, dzm }, { moment }, job) {
      await haalCasus(register.db, casusId);
      const instantie = job.processInstanceKey;
      return writeOnce(async (tx) => {
        if (moment === 'begin' && !(await beginDoorzettingsmacht(tx, casusId, instantie))) throw new BusinessError('LOOPT_AL', 'Voor deze casus loopt al een doorzettingsmacht.');
        if (moment === 'eind') await eindigDoorzettingsmacht(tx, casusId, instantie);
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(),
          ...(moment === 'begin' ? { actie: 'Doorzettingsmacht begonnen', uitkomst: 'De sectordirecteur onderzoekt de impasse.' } : { actie: 'Doorzettingsmacht afgerond', uitkomst: UITKOMST[dzm?.status ?? ''] ?? 'Afgerond.', velden: { status: dzm?.status ?? null } }),
        });
      });
    },
  });
}

/** De uitkomst in woorden voor het logboek. */
const UITKOMST: Readonly<Record<string, string>> = {
  ROUTE_VERVOLGEN: 'De route is nog niet doorlopen en gaat verder.',
  GEZAMENLIJKE_AANPAK: 'Er is een gezamenlijke aanpak; de route gaat verder.',
  DOORZETTINGSBESLUIT: 'De directeur-bestuurder nam een doorzettingsbesluit.',
};
