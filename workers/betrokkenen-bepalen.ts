import { z } from 'zod';
import { wijzigGemeente } from '../registratie/gemeente-wijzigen.ts';
import { once } from '../registratie/once.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { bepaalGroepen } from '../domein/casus/groepen.ts';
import { zetTakenRecht } from '../domein/taken/rechtzetten.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid(), nieuweGemeente: z.string().trim().min(2).max(80) });

/**
 * Bepaalt opnieuw wie bevoegd is na een verhuizing naar een andere gemeente (X-04, L69): elke gemeente heeft een eigen
 * leerplichtambtenaar en jeugdteam. Hun open taken gaan mee. De vorige gemeente staat in de logboekregel, zodat N-30 ook de vorige ambtenaar bereikt.
 */
export function makeBetrokkenenBepalen({ register, engine, klok, takenbord }: WorkerDependencies): Worker {
  return defineWorker({ register, klok }, {
    type: 'betrokkenen-bepalen',
    input,
    async handle({ casusId, nieuweGemeente }, _headers, job) {
      const { brin, gebied } = await haalCasus(register.db, casusId);
      const groepen = await bepaalGroepen(engine, { brin, gebied, gemeente: nieuweGemeente });
      // Eerst het register, want daar lezen nieuwe taken; dan de taken die al openstaan.
      const vorigeGemeente = await register.transaction((tx) =>
        once(tx, `betrokkenen-bepalen:${job.elementInstanceKey}:gemeente`, klok.nu(), () => wijzigGemeente(tx, casusId, nieuweGemeente, groepen, klok.nu())));
      await zetTakenRecht(register, takenbord, casusId);
      return writeOnce(async (tx) => {
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: 'Woongemeente gewijzigd',
          uitkomst: `Van ${vorigeGemeente} naar ${nieuweGemeente}.`, velden: { vorigeGemeente, nieuweGemeente },
        });
        return { groepen };
      });
    },
  });
}
