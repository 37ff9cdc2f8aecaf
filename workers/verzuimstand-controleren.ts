import { z } from 'zod';
import { leesBeantwoordeWeken } from '../registratie/beantwoorde-weken.ts';
import { leesCasusBegin } from '../registratie/casus-begin-lezen.ts';
import { leesVerzuim } from '../registratie/verzuim-lezen.ts';
import { PermanentError } from '../domein/errors.ts';
import { dagVan, plusDagen, vandaag } from '../domein/kalender/datum.ts';
import { schoolkalenders } from '../domein/kalender/schoolkalender.ts';
import { dag } from '../domein/verzuim/regels.ts';
import { maakWeekvraag } from '../domein/verzuim/weekvraag.ts';
import { eersteOnbeantwoord } from '../domein/verzuim/weken.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({
  casusId: z.guid(),
  /** De week waar het nu om gaat; zonder wordt de eerstvolgende gezocht. */
  week: z.looseObject({ maandag: dag }).nullish(),
  /** Naar deze week is al gevraagd (haar maandag): zoek erna. */
  weekNa: dag.nullish(),
});

/**
 * Welke schoolweek is de eerste waarover de school nog niets zei, en is dat er nu nog steeds zo een (SP-VOLGEN, design §9)?
 * Gezocht wordt vanaf de week waarin de casus begon, of na een heropening weer begon: terwijl zij gesloten was volgde niemand haar.
 * Een stand die niet over een week gaat, beantwoordt haar niet.
 * @returns de week, en of zij (al) geen vraag meer nodig heeft: beantwoord, of nog niet voorbij
 */
export function makeVerzuimstandControleren(
  { register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>,
  kalenders = schoolkalenders(),
): Worker {
  return defineWorker({ register, klok }, {
    type: 'verzuimstand-controleren',
    input,
    async handle({ casusId, week, weekNa }) {
      const casus = await leesCasusBegin(register.db, casusId);
      if (!casus) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
      const kalender = kalenders(casus.brin);
      const beantwoord = await leesBeantwoordeWeken(register.db, casusId);
      const begin = weekNa ? plusDagen(weekNa, 7) : dagVan(casus.heropendOp ?? casus.geopendOp);
      const maandag = week?.maandag ?? eersteOnbeantwoord(begin, beantwoord, kalender);
      const { regels } = await leesVerzuim(register.db, casusId);
      const vraag = maakWeekvraag(maandag, kalender, regels);
      return { week: vraag, standRecent: beantwoord.includes(maandag) || vraag.tot >= vandaag(klok) };
    },
  });
}
