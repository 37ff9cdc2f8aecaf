import { z } from 'zod';
import { once } from '../registratie/once.ts';
import { leesLaatsteVelden } from '../registratie/logboek-lezen.ts';
import { voegLvsToe } from '../registratie/lvs-toevoegen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { datumTekst, vandaag } from '../domein/kalender/datum.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({
  casusId: z.guid(),
  gesprekOuders: z.looseObject({ gesprekDatum: z.string().nullish(), datumVolledigTerug: z.string().nullish() }).nullish(),
});

/** Legt de uitkomst van het gesprek en de afspraken vast voor het leerlingvolgsysteem als het verzuim stopt (KT-18, L447–448). */
export function makeLvsRegistreren({ register, klok }: WorkerDependencies): Worker<z.output<typeof input>> {
  return {
    type: 'lvs-registreren',
    fetch: ['casusId', 'gesprekOuders'],
    input,
    headers: z.unknown(),
    async handle({ casusId, gesprekOuders }, _headers, job) {
      await haalCasus(register.db, casusId);
      const terug = datumOf(gesprekOuders?.datumVolledigTerug);
      await register.transaction((tx) =>
        once(tx, `lvs-registreren:${job.elementInstanceKey}`, klok.nu(), async () => {
          const { afspraken } = await leesLaatsteVelden(tx, casusId, 'KT-01a');
          await voegLvsToe(tx, {
            casusId,
            datum: datumOf(gesprekOuders?.gesprekDatum) ?? vandaag(klok),
            uitkomst: terug ? `Het verzuim is gestopt. Volledig terug sinds ${datumTekst(terug)}.` : 'Het verzuim is gestopt.',
            afspraken: typeof afspraken === 'string' ? afspraken : null,
          });
          await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie: 'Uitkomst vastgelegd voor het leerlingvolgsysteem', uitkomst: 'Het verzuim is gestopt.' });
          return null;
        }),
      );
    },
  };
}

const datumOf = (tekst: string | null | undefined): string | null => (tekst && /^\d{4}-\d{2}-\d{2}/.test(tekst) ? tekst.slice(0, 10) : null);
