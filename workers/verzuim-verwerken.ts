import { z } from 'zod';
import { eenmalig } from '../registratie/eenmalig.ts';
import { beginVanLesweken } from './kalender/rekenen.ts';
import { maakKalenders } from './kalender/schoolkalender.ts';
import type { WerkerAfhankelijkheden } from './runtime/afhankelijkheden.ts';
import type { Werker } from './runtime/werker.ts';
import { haalTermijn } from './termijnen/tabel.ts';
import { berekenKengetallen } from './verzuim/kengetallen.ts';
import { leeftijdOp, maakLeerplichtigOp } from './verzuim/leerplicht.ts';
import { bepaalGronden } from './verzuim/meldplicht.ts';
import { claimGrond, leesOpenGronden, zonderGronden } from './verzuim/open-gronden.ts';
import { bewaarRegels, bewaarStand, leesCasus, leesVerzuim, vorigeGroteMoeite } from './verzuim/opslag.ts';
import { verzuimInvoer } from './verzuim/regels.ts';

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
