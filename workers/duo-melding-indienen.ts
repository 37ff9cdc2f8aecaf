import { z } from 'zod';
import { vergrendelCasus } from '../registratie/casus-vergrendelen.ts';
import { slaDuoMeldingOp } from '../registratie/duo-melding-opslaan.ts';
import { leesDuoMeldingen, zoekDuoMelding } from '../registratie/duo-meldingen-lezen.ts';
import { sluitGronden } from '../registratie/open-gronden.ts';
import { duoMelding, bezwaren, onderDrempel } from '../domein/duo/melding.ts';
import { grondenTekst } from '../domein/duo/gronden.ts';
import { leesActiesSchool, merkGemeld } from '../domein/duo/merken.ts';
import { datumTekst, vandaag } from '../domein/kalender/datum.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { BusinessError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid(), gronden: z.array(z.string()).min(1), duoMelding });

/**
 * Dient één verzuimmelding in met alle gronden (CA-02-2; routeboek r. 65–67, r. 159–161, r. 339–351). Dezelfde gronden
 * tot en met dezelfde dag zijn dezelfde melding (AS-22): dan komt het bestaande nummer terug.
 */
export function makeDuoMeldingIndienen({ register, engine, klok }: WorkerDependencies): Worker<z.output<typeof input>, unknown> {
  return {
    type: 'duo-melding-indienen',
    fetch: ['casusId', 'gronden', 'duoMelding'],
    input,
    headers: z.unknown(),
    async handle({ casusId, gronden: opgegeven, duoMelding: melding }, _headers, job) {
      const gronden = [...new Set(opgegeven)].sort();
      const sleutel = `duo:MELDING:${casusId}:${gronden.join('+')}:${melding.periodeTot}`;
      const laag = await onderDrempel(engine, gronden, melding);
      return register.transaction(async (tx) => {
        // Twee meldingen van één casus gaan na elkaar, en zien elkaar.
        await vergrendelCasus(tx, casusId);
        const bestaand = await zoekDuoMelding(tx, sleutel);
        if (bestaand) {
          await sluitGronden(tx, casusId, gronden);
          return { duoId: bestaand };
        }

        const fouten = [...bezwaren(gronden, melding, await leesDuoMeldingen(tx, casusId)), ...laag];
        if (fouten.length > 0) throw new BusinessError('DUO_AFGEWEZEN', 'De verzuimmelding is niet ingediend.', { validatieFouten: fouten });

        const { periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat } = melding;
        const duoId = await slaDuoMeldingOp(tx, {
          casusId, gronden, periodeVan, periodeTot, urenOngeoorloofd, aantalTeLaat,
          actiesSchool: await leesActiesSchool(tx, casusId), op: klok.nu(), dag: vandaag(klok), sleutel,
        });
        await merkGemeld(tx, casusId, duoId, gronden, melding);
        await sluitGronden(tx, casusId, gronden);
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
  };
}
