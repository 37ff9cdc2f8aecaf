import { z } from 'zod';
import { plusDagen, vandaag, type Datum } from '../domein/kalender/datum.ts';
import { makeKalenders, type Schoolkalender } from '../domein/kalender/schoolkalender.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { leesLaatstePeildatum } from '../registratie/verzuimstand-lezen.ts';
import { haalLeerlingVanCasus } from '../domein/casus/bestaat.ts';

const input = z.object({ casusId: z.guid() });

/**
 * Kijkt of er een verzuimstand is over de laatste volle schoolweek (SP-VOLGEN, spec §1.8). De stand moet tot en met de
 * laatste schooldag van die week lopen: een stand van maandag zegt niets over de dagen erna.
 */
export function makeVerzuimstandControleren(
  { register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>,
  kalenders = makeKalenders(),
): Worker {
  return defineWorker({ register, klok }, {
    type: 'verzuimstand-controleren',
    input,
    async handle({ casusId }) {
      const { brin } = await haalLeerlingVanCasus(register.db, casusId);
      const einde = eindeLaatsteSchoolweek(kalenders(brin), vandaag(klok));
      const laatste = await leesLaatstePeildatum(register.db, casusId);
      return { standRecent: (laatste ?? '') >= einde };
    },
  });
}

/** @returns de laatste schooldag van de jongste schoolweek die vóór `dag` helemaal om is. */
export function eindeLaatsteSchoolweek(kalender: Schoolkalender, dag: Datum): Datum {
  for (let week = dag; ; week = plusDagen(week, -7)) {
    const laatste = kalender.schooldagenInWeek(week).at(-1);
    if (laatste !== undefined && laatste < dag) return laatste;
  }
}
