import { z } from 'zod';
import { kwartaalVan, sluitCasus } from '../registratie/casus-afsluiten.ts';
import { leesLaatsteVelden } from '../registratie/logboek-lezen.ts';
import { laatSignalenVervallen } from '../domein/berichten/vervallen.ts';
import { eindigKlok } from '../domein/thuis/eindigen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

export const REDENEN = ['VERZUIM_GESTOPT', 'PASSEND_AANBOD_GEREALISEERD', 'UITGESCHREVEN_VERHUISD', 'ONTHEFFING_VRIJSTELLING', 'DOORZETTINGSBESLUIT_UITGEVOERD'] as const;

const input = z.object({
  casusId: z.guid(),
  afronding: z.looseObject({ reden: z.enum(REDENEN), resultaat: z.string().nullish(), einddatum: z.iso.date() }),
  bestemming: z.string().trim().max(200).nullish(),
});
/** Het formulier waarin de notitie is geschreven. */
const headers = z.object({ notitie: z.string() });

/**
 * Sluit de casus in het register (KT-18, L118–120). Het kwartaal volgt uit de einddatum. De notitie is vrije tekst; die
 * komt niet door de engine maar uit de logboekregel van het afsluitformulier.
 */
export function makeCasusAfsluiten({ register, klok }: WorkerDependencies): Worker {
  return defineWorker({ register, klok }, {
    type: 'casus-afsluiten',
    input,
    headers,
    async handle({ casusId, afronding, bestemming }, { notitie: formulier }, job) {
      await haalCasus(register.db, casusId);
      const { reden, einddatum } = afronding;
      return writeOnce(async (tx) => {
        const { notitie } = await leesLaatsteVelden(tx, casusId, formulier);
        const kwartaal = kwartaalVan(einddatum);
        await sluitCasus(tx, casusId, {
          reden, einddatum, op: klok.nu(), resultaat: afronding.resultaat ?? null, bestemming: bestemming || null,
          notitie: typeof notitie === 'string' ? notitie : null,
        });
        await eindigKlok(tx, casusId, { eindDag: einddatum, reden, op: klok.nu() });
        const vervallen = await laatSignalenVervallen(tx, casusId, klok.nu());
        await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie: 'Casus afgesloten', uitkomst: [`Reden: ${reden}; kwartaal: ${kwartaal}`, ...(vervallen ? [vervallen] : [])].join('\n'), velden: { reden, kwartaal } });
        return { afrondingKwartaal: kwartaal };
      });
    },
  });
}
