import { z } from 'zod';
import { openLogboek } from '../registratie/logboek-openen.ts';
import { NIET_LEERPLICHTIG, openThuiszittersregistratie } from '../registratie/thuiszitter-openen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { raamUren } from '../domein/casus/beslissingen.ts';
import { groepOp } from '../domein/casus/groep.ts';
import { leesStand } from '../domein/casus/stand.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid() });
const status = z.object({ leerplichtig: z.boolean(), registratieStatus: z.string().nullable() });

/**
 * Opent het logboek en de rij in de thuiszittersregistratie (KT-04, L41–43), of eerder als de casus dan al escaleert; een
 * tweede keer verandert alleen de status. Wat er al gebeurd was, wordt zichtbaar als voorgeschiedenis. Een kind dat nog niet leerplichtig is krijgt wel een logboek maar geen rij (L493–496).
 */
export function makeCasusRegistreren(deps: WorkerDependencies): Worker {
  const { register, engine, klok } = deps;
  return defineWorker({ register, klok }, {
    type: 'casus-registreren',
    input,
    async handle({ casusId }, _headers, job) {
      const casus = await haalCasus(register.db, casusId);
      const raming = await raamUren(engine, casus.route);
      const leerlingStatus = status.parse((await leesStand(deps, casusId)).leerlingStatus);
      // Vóór de eerste verzuimstand is de status nog leeg; een lopende casus is dan dreigend (KT-04).
      const gegeven = leerlingStatus.registratieStatus ?? (leerlingStatus.leerplichtig ? 'DREIGEND_THUISZITTER' : NIET_LEERPLICHTIG);
      return writeOnce(async (tx) => {
        const geopend = await openLogboek(tx, casusId, klok.nu(), raming);
        const nu = await openThuiszittersregistratie(tx, casusId, gegeven, vandaag(klok), groepOp(casus, vandaag(klok)).groep, casus.verzuimstatus);
        if (geopend) await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie: 'Logboek geopend', uitkomst: `Status: ${nu}`, velden: { registratieStatus: nu } });
        return { logboek: { gestart: true, urenRamingMin: raming.min, urenRamingMax: raming.max } };
      });
    },
  });
}
