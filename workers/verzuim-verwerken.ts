import { z } from 'zod';
import { eenmalig } from '../registratie/once.ts';
import { beginVanLesweken } from '../domein/kalender/rekenen.ts';
import { maakKalenders } from '../domein/kalender/schoolkalender.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';
import { haalTermijn } from '../domein/termijnen/tabel.ts';
import { berekenKengetallen } from '../domein/verzuim/kengetallen.ts';
import { leeftijdOp, maakLeerplichtigOp } from '../domein/verzuim/leerplicht.ts';
import { bepaalGronden } from '../domein/verzuim/meldplicht.ts';
import { claimGrond, leesOpenGronden, zonderGronden } from '../domein/verzuim/open-gronden.ts';
import { bewaarRegels, bewaarStand, leesCasus, leesVerzuim, vorigeGroteMoeite } from '../domein/verzuim/store.ts';
import { verzuimInvoer } from '../domein/verzuim/regels.ts';

const invoer = z.object({
  casusId: z.guid(),
  verzuimInvoer,
  leerlingStatus: z.looseObject({ ontheffing: z.boolean().nullish() }).nullish(),
});

/**
 * Bewaart verzuim en rekent de stand uit (CA-01-1, spec §1.2.1; routeboek r. 35, r. 65–67). Eerst liggen de regels vast,
 * dan wordt gerekend met alles wat er ligt: ook als twee standen tegelijk binnenkomen telt elke regel mee.
 */
export function maakVerzuimVerwerken(
  { register, engine, klok }: WerkerAfhankelijkheden,
  kalenders = maakKalenders(),
): Werker<z.output<typeof invoer>, unknown> {
  return {
    type: 'verzuim-verwerken',
    haalOp: ['casusId', 'verzuimInvoer', 'leerlingStatus'],
    invoer,
    koppen: z.unknown(),
    async voerUit({ casusId, verzuimInvoer: ontvangen, leerlingStatus }, _koppen, opdracht) {
      const { geboortedatum, brin } = await leesCasus(register.db, casusId);
      const { peildatum } = ontvangen;
      const kalender = kalenders(brin);
      const sleutel = `verzuim-verwerken:${opdracht.elementInstanceKey}`;
      await register.db
        .transaction()
        .execute((tx) => eenmalig(tx, `${sleutel}:regels`, () => bewaarRegels(tx, casusId, ontvangen)));

      const lesweken = (await haalTermijn(engine, 'venster-verzuimuren', 'venster')).aantal;
      const schooljaren = (await haalTermijn(engine, 'venster-te-laat', 'venster')).aantal;
      const merkenVanaf = beginVanLesweken(kalender, peildatum, lesweken);
      // Eerst de merken en dan de regels: een melding die ertussen wordt ingediend telt dan nooit dubbel.
      const open = await leesOpenGronden(register.db, casusId, merkenVanaf);
      const verzuim = await leesVerzuim(register.db, casusId);
      const datums = [peildatum, ...verzuim.regels.map((r) => r.datum), ...verzuim.teLaat.map((t) => t.datum)];
      const leerplichtigOp = await maakLeerplichtigOp(engine, geboortedatum, datums);
      const leerplichtig = leerplichtigOp(peildatum);

      const stand = zonderGronden(
        {
          ...berekenKengetallen({ ...verzuim, peildatum, kalender, leerplichtigOp, lesweken, schooljaren }),
          tweeWekenGroteMoeite: ontvangen.tweeWekenGroteMoeite ?? (await vorigeGroteMoeite(register.db, casusId)),
          jgzGeenGehoor: ontvangen.jgzGeenGehoor,
          escalatiegesprekGevoerd: ontvangen.escalatiegesprekGevoerd,
        },
        open,
      );
      const gronden = leerplichtig ? await bepaalGronden(engine, stand) : [];

      return register.db.transaction().execute((tx) =>
        eenmalig(tx, sleutel, async () => {
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
