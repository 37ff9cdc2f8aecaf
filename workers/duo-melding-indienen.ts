import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { duoMelding, bezwaren, onderDrempel } from '../domein/duo/melding.ts';
import { grondenTekst } from '../domein/duo/gronden.ts';
import { leesActiesSchool, leesMeldingen, merkGemeld } from '../domein/duo/store.ts';
import { datumTekst, vandaag } from '../domein/kalender/datum.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { BusinessError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { sluitGronden } from '../domein/verzuim/open-gronden.ts';

const input = z.object({ casusId: z.guid(), gronden: z.array(z.string()).min(1), duoMelding });

/**
 * Dient één verzuimmelding in met alle gronden (CA-02-2; routeboek r. 65–67, r. 159–161, r. 339–351). Dezelfde gronden
 * tot en met dezelfde dag zijn dezelfde melding (AS-22): dan komt het bestaande nummer terug.
 */
export function makeDuoMeldingIndienen({ register, engine, klok }: WorkerDependencies): Worker {
  return defineWorker({ register }, {
    type: 'duo-melding-indienen',
    input,
    async handle({ casusId, gronden: opgegeven, duoMelding: melding }, _headers, job) {
      const gronden = [...new Set(opgegeven)].sort();
      const sleutel = `duo:MELDING:${casusId}:${gronden.join('+')}:${melding.periodeTot}`;
      const laag = await onderDrempel(engine, gronden, melding);
      return register.db.transaction().execute(async (tx) => {
        // De casusrij vergrendelen: twee meldingen van één casus gaan na elkaar, en zien elkaar.
        await tx.selectFrom('casus').select('casusId').where('casusId', '=', casusId).forUpdate().execute();
        const bestaand = await tx.selectFrom('duo').select('duoId').where('sleutel', '=', sleutel).executeTakeFirst();
        if (bestaand) {
          await sluitGronden(tx, casusId, gronden);
          return { duoId: bestaand.duoId };
        }

        const fouten = [...bezwaren(gronden, melding, await leesMeldingen(tx, casusId)), ...laag];
        if (fouten.length > 0) throw new BusinessError('DUO_AFGEWEZEN', 'De verzuimmelding is niet ingediend.', { validatieFouten: fouten });

        const duoId = randomUUID();
        await tx
          .insertInto('duo')
          .values({
            duoId,
            casusId,
            soort: 'MELDING',
            gronden,
            periodeVan: melding.periodeVan,
            periodeTot: melding.periodeTot,
            urenOngeoorloofd: melding.urenOngeoorloofd,
            aantalTeLaat: melding.aantalTeLaat,
            actiesSchool: await leesActiesSchool(tx, casusId),
            gemeldOp: klok.nu(),
            status: 'INGEDIEND',
            terugkoppeling: null,
            sleutel,
          })
          .execute();
        await merkGemeld(tx, casusId, duoId, gronden, melding);
        await sluitGronden(tx, casusId, gronden);
        await tx.updateTable('thuiszittersregistratie').set({ duoMeldingOp: vandaag(klok) }).where('casusId', '=', casusId).execute();
        await schrijfSysteemregel(tx, job, {
          casusId,
          op: klok.nu(),
          actie: 'Verzuimmelding ingediend bij DUO',
          uitkomst: `Grond: ${grondenTekst(gronden)}\nPeriode: ${datumTekst(melding.periodeVan)} tot en met ${datumTekst(melding.periodeTot)}\nUren ongeoorloofd: ${melding.urenOngeoorloofd}\nKeer te laat: ${melding.aantalTeLaat}`,
          velden: { duoId, gronden, ...melding },
        });
        return { duoId };
      });
    },
  });
}
