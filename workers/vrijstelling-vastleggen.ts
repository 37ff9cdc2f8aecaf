import { z } from 'zod';
import { bewaarVrijstelling } from '../registratie/vrijstelling.ts';
import { datumTekst } from '../domein/kalender/datum.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const dag = z.iso.date();
const input = z.object({
  casusId: z.guid(),
  vrijstelling: z.looseObject({
    soort: z.enum(['ONTHEFFING', 'VRIJSTELLING_INSCHRIJVING', 'VRIJSTELLING_SCHOOLBEZOEK']), ingangsdatum: dag, einddatum: dag, uitgeschreven: z.boolean().nullish().transform((v) => v ?? false),
  }),
});
const SOORT = { ONTHEFFING: 'Ontheffing van de leerplicht', VRIJSTELLING_INSCHRIJVING: 'Vrijstelling van de inschrijving', VRIJSTELLING_SCHOOLBEZOEK: 'Vrijstelling van geregeld schoolbezoek' };

/** Legt een verleende vrijstelling vast in het register: zij geldt van haar ingangsdatum tot en met haar einddatum (routeboek r. 506–516). */
export function makeVrijstellingVastleggen({ register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>): Worker {
  return defineWorker({ register, klok }, {
    type: 'vrijstelling-vastleggen',
    input,
    async handle({ casusId, vrijstelling: { soort, ingangsdatum, einddatum, uitgeschreven } }, _headers, job) {
      return writeOnce(async (tx) => {
        await bewaarVrijstelling(tx, casusId, { soort, ingangsdatum, einddatum, uitgeschreven }, `vrijstelling-vastleggen:${job.elementInstanceKey}`, klok.nu());
        await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie: 'Vrijstelling vastgelegd', uitkomst: `${SOORT[soort]}: van ${datumTekst(ingangsdatum)} tot en met ${datumTekst(einddatum)}`, velden: { soort, ingangsdatum, einddatum, uitgeschreven } });
      });
    },
  });
}
