import { z } from 'zod';
import { leesLaatsteVelden, leesLaatsteWaarde } from '../registratie/logboek-lezen.ts';
import { voegLvsToe } from '../registratie/lvs-toevoegen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { datumTekst, vandaag } from '../domein/kalender/datum.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({ casusId: z.guid() });
/** Het formulier van het gesprek met de ouders; de afspraken staan alleen in het logboek. */
const headers = z.object({ gesprek: z.string() });

/** Legt de uitkomst van het gesprek en de afspraken vast voor het leerlingvolgsysteem als het verzuim stopt (KT-18, L447–448). */
export function makeLvsRegistreren({ register, klok }: WorkerDependencies): Worker {
  return defineWorker({ register, klok }, {
    type: 'lvs-registreren',
    input,
    headers,
    async handle({ casusId }, { gesprek: formulier }, job) {
      await haalCasus(register.db, casusId);
      return writeOnce(async (tx) => {
        const { gesprekDatum, afspraken } = await leesLaatsteVelden(tx, casusId, formulier);
        // Op welk formulier iemand het ook zei: het gesprek, de weekstand, de monitoring of een signaal.
        const terug = datumOf(await leesLaatsteWaarde(tx, casusId, 'datumVolledigTerug'));
        await voegLvsToe(tx, {
          casusId,
          datum: datumOf(gesprekDatum) ?? vandaag(klok),
          uitkomst: terug ? `Het verzuim is gestopt. Volledig terug sinds ${datumTekst(terug)}.` : 'Het verzuim is gestopt.',
          afspraken: typeof afspraken === 'string' ? afspraken : null,
        });
        await schrijfSysteemregel(tx, job, { casusId, op: klok.nu(), actie: 'Uitkomst vastgelegd voor het leerlingvolgsysteem', uitkomst: 'Het verzuim is gestopt.' });
        return null;
      });
    },
  });
}

const datumOf = (tekst: unknown): string | null => (typeof tekst === 'string' && /^\d{4}-\d{2}-\d{2}/.test(tekst) ? tekst.slice(0, 10) : null);
