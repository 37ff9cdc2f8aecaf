import { z } from 'zod';
import { makeCijferdeps } from '../domein/cijfers/bron.ts';
import { maakMaandmail } from '../domein/cijfers/maandmail.ts';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ dag: z.iso.date() });

/** Zet elke maand de cijfers voor het management in de postbus (N-93), met de vorige maand ernaast; een maand gaat één keer uit. */
export function makeMaandmailVersturen({ register, engine, klok, takenlijst, beheer = 'http://localhost:3000' }: WorkerDependencies, options: Pick<MeldingOpties, 'sjablonen'> = defaultMailOptions(takenlijst), kalenders = schoolkalenders()): Worker {
  return defineWorker({ register, klok }, {
    type: 'maandmail-versturen',
    input,
    lockMs: 300_000,
    async handle({ dag }) {
      const berichten = await maakMaandmail(makeCijferdeps({ db: register.db, engine, klok }, kalenders), { sjablonen: options.sjablonen, beheer }, dag);
      return writeOnce(async (tx) => void (await zetKlaar(tx, berichten)));
    },
  });
}
