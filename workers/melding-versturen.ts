import { z } from 'zod';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { makeBerichtenVan, zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const input = z.object({
  casusId: z.guid(),
  gegevens: z.record(z.string(), z.unknown()).nullish(),
  gebeurtenis: z.union([z.string(), z.number()]).nullish(),
});
const headers = z.object({ meldingen: z.string().regex(/^\s*N-\d+[a-z]?(\s*,\s*N-\d+[a-z]?)*\s*$/) });

/**
 * Zet de meldingen van een stap klaar in de postbus (spec deel 1 §1.6). Versturen gebeurt los van het proces, zodat een
 * trage mailserver geen casus ophoudt. Een rol zonder adres valt op in de postbus en gaat niet verloren.
 */
export function makeMeldingVersturen({ register, engine, klok, takenlijst }: WorkerDependencies, options: MeldingOpties = defaultMailOptions(takenlijst)): Worker {
  return defineWorker({ register, klok }, {
    type: 'melding-versturen',
    input,
    headers,
    async handle({ casusId, gegevens, gebeurtenis }, { meldingen }, job) {
      const casus = await haalCasus(register.db, casusId);
      const op = klok.nu();
      const berichten = await makeBerichtenVan(register, engine, options, casus, meldingen, { gebeurtenis: String(gebeurtenis ?? job.elementInstanceKey), gegevens: gegevens ?? {}, op });
      return writeOnce(async (tx) => {
        const nieuw = await zetKlaar(tx, berichten);
        if (nieuw.length === 0) return;
        const regels = nieuw.map((b) => `${b.melding} aan ${b.aanRol}${b.adres === null ? ': geen adres bekend' : ''}`);
        await schrijfSysteemregel(tx, job, { casusId, op, actie: 'Melding klaargezet', uitkomst: regels.join('\n'), velden: { meldingen: [...new Set(nieuw.map((b) => b.melding))] } });
      });
    },
  });
}
