import { z } from 'zod';
import { vangSignaal } from '../registratie/signaal.ts';
import { berichtNaam, berichtTekst } from '../domein/berichten/soorten.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { VERMOEDEN } from '../domein/meldcode/eigen-log.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ casusId: z.guid(), signaalId: z.guid().nullish() });

/** Luisteraar op elke gebeurtenis die een bericht opvangt: pas nu is het signaal doorgegeven, en zo staat het in het logboek. */
export function makeSignaalGevangen({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'signaal-gevangen',
    input,
    async handle({ casusId, signaalId }, _headers, job) {
      // Een systeem van buiten kan een bericht geven zonder dat het register het kent.
      if (!signaalId) return undefined;
      return writeOnce(async (tx) => {
        const signaal = await vangSignaal(tx, signaalId, klok.nu());
        // Over de meldcode staat er niets in het logboek, ook niet dat zij begint.
        if (!signaal || signaal.bericht === VERMOEDEN) return;
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: berichtTekst(berichtNaam(signaal.bericht)), uitkomst: 'Doorgegeven: de casus heeft dit opgepakt.', velden: { bericht: signaal.bericht },
        });
      });
    },
  });
}
