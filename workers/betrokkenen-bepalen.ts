import { z } from 'zod';
import { eenmalig } from '../registratie/once.ts';
import { wijzigGemeente } from '../registratie/gemeente-wijzigen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { bepaalGroepen } from '../domein/casus/groepen.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const invoer = z.object({ casusId: z.guid(), nieuweGemeente: z.string().trim().min(2).max(80) });

/**
 * Bepaalt opnieuw wie bevoegd is na een verhuizing naar een andere gemeente (X-04, L69): elke gemeente heeft een eigen
 * leerplichtambtenaar en jeugdteam. De vorige gemeente staat in de logboekregel, zodat N-30 ook de vorige ambtenaar bereikt.
 */
export function maakBetrokkenenBepalen({ register, engine, klok }: WerkerAfhankelijkheden): Werker<z.output<typeof invoer>> {
  return {
    type: 'betrokkenen-bepalen',
    haalOp: ['casusId', 'nieuweGemeente'],
    invoer,
    koppen: z.unknown(),
    async voerUit({ casusId, nieuweGemeente }, _koppen, opdracht) {
      const { brin, gebied } = await haalCasus(register.db, casusId);
      const groepen = await bepaalGroepen(engine, { brin, gebied, gemeente: nieuweGemeente });
      return register.db.transaction().execute((tx) =>
        eenmalig(tx, `betrokkenen-bepalen:${opdracht.elementInstanceKey}`, async () => {
          const vorigeGemeente = await wijzigGemeente(tx, casusId, nieuweGemeente, klok.nu());
          await schrijfSysteemregel(tx, opdracht, {
            casusId, op: klok.nu(), actie: 'Woongemeente gewijzigd',
            uitkomst: `Van ${vorigeGemeente} naar ${nieuweGemeente}.`, velden: { vorigeGemeente, nieuweGemeente },
          });
          return { groepen };
        }),
      );
    },
  };
}
