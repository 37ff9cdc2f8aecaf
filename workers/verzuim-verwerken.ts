import { z } from 'zod';
import { once } from '../registratie/once.ts';
import { claimGrond, leesOpenGronden } from '../registratie/open-gronden.ts';
import { leesVerzuim } from '../registratie/verzuim-lezen.ts';
import { leesVorigeGroteMoeite } from '../registratie/verzuimstand-lezen.ts';
import { haalLeerlingVanCasus } from '../domein/casus/bestaat.ts';
import { beginVanLesweken } from '../domein/kalender/rekenen.ts';
import { makeKalenders } from '../domein/kalender/schoolkalender.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';
import { haalTermijn } from '../domein/termijnen/tabel.ts';
import { berekenKengetallen } from '../domein/verzuim/kengetallen.ts';
import { leeftijdOp, makeLeerplichtigOp } from '../domein/verzuim/leerplicht.ts';
import { bepaalGronden } from '../domein/verzuim/meldplicht.ts';
import { bewaarRegels, bewaarStand } from '../domein/verzuim/bewaren.ts';
import { zonderGronden } from '../domein/verzuim/gronden-uit-stand.ts';
import { verzuimInvoer } from '../domein/verzuim/regels.ts';

const input = z.object({
  casusId: z.guid(),
  verzuimInvoer,
  leerlingStatus: z.looseObject({ ontheffing: z.boolean().nullish() }).nullish(),
});

/**
 * Bewaart verzuim en rekent de stand uit (CA-01-1, spec §1.2.1; routeboek r. 35, r. 65–67). Eerst liggen de regels vast,
 * dan wordt gerekend met alles wat er ligt: ook als twee standen tegelijk binnenkomen telt elke regel mee.
 */
export function makeVerzuimVerwerken(
  { register, engine, klok }: WorkerDependencies,
  kalenders = makeKalenders(),
): Worker<z.output<typeof input>, unknown> {
  return {
    type: 'verzuim-verwerken',
    fetch: ['casusId', 'verzuimInvoer', 'leerlingStatus'],
    input,
    headers: z.unknown(),
    async handle({ casusId, verzuimInvoer: ontvangen, leerlingStatus }, _headers, job) {
      const { geboortedatum, brin } = await haalLeerlingVanCasus(register.db, casusId);
      const { peildatum } = ontvangen;
      const kalender = kalenders(brin);
      const sleutel = `verzuim-verwerken:${job.elementInstanceKey}`;
      await register.transaction((tx) => once(tx, `${sleutel}:regels`, klok.nu(), () => bewaarRegels(tx, casusId, ontvangen)));

      const lesweken = (await haalTermijn(engine, 'venster-verzuimuren', 'venster')).aantal;
      const schooljaren = (await haalTermijn(engine, 'venster-te-laat', 'venster')).aantal;
      const merkenVanaf = beginVanLesweken(kalender, peildatum, lesweken);
      // Eerst de merken en dan de regels: een melding die ertussen wordt ingediend telt dan nooit dubbel.
      const open = await leesOpenGronden(register.db, casusId, merkenVanaf);
      const verzuim = await leesVerzuim(register.db, casusId);
      const datums = [peildatum, ...verzuim.regels.map((r) => r.datum), ...verzuim.teLaat.map((t) => t.datum)];
      const leerplichtigOp = await makeLeerplichtigOp(engine, geboortedatum, datums);
      const leerplichtig = leerplichtigOp(peildatum);

      const stand = zonderGronden(
        {
          ...berekenKengetallen({ ...verzuim, peildatum, kalender, leerplichtigOp, lesweken, schooljaren }),
          tweeWekenGroteMoeite: ontvangen.tweeWekenGroteMoeite ?? (await leesVorigeGroteMoeite(register.db, casusId)),
          jgzGeenGehoor: ontvangen.jgzGeenGehoor,
          escalatiegesprekGevoerd: ontvangen.escalatiegesprekGevoerd,
        },
        open,
      );
      const gronden = leerplichtig ? await bepaalGronden(engine, stand) : [];

      return register.transaction((tx) =>
        once(tx, sleutel, klok.nu(), async () => {
          const voorbij: string[] = [];
          for (const grond of gronden) {
            if (!(await claimGrond(tx, casusId, { grond, sinds: peildatum }, merkenVanaf))) voorbij.push(grond);
          }
          const definitief = zonderGronden(stand, voorbij);
          await bewaarStand(tx, casusId, definitief, klok.nu());
          return {
            verzuim: { ...definitief, openGronden: [...open, ...voorbij] },
            leerlingStatus: {
              registratieStatus: null,
              ...leerlingStatus,
              ontheffing: leerlingStatus?.ontheffing ?? false,
              leeftijd: leeftijdOp(geboortedatum, peildatum),
              leerplichtig,
            },
          };
        }),
      );
    },
  };
}
