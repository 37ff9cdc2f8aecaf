import { z } from 'zod';
import { alsJson } from '../registratie/schema.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import { PermanenteFout } from '../domein/errors.ts';
import type { Werker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const invoer = z.object({ casusId: z.guid(), duoId: z.guid(), terugkoppeling: z.unknown() });

/** Bewaart wat leerplicht op een verzuimmelding terugkoppelt (ES-TERUGKOPPELING; routeboek r. 349–351). */
export function maakDuoTerugkoppelingVerwerken({ register, klok }: Pick<WerkerAfhankelijkheden, 'register' | 'klok'>): Werker<z.output<typeof invoer>, unknown> {
  return {
    type: 'duo-terugkoppeling-verwerken',
    haalOp: ['casusId', 'duoId', 'terugkoppeling'],
    invoer,
    koppen: z.unknown(),
    async voerUit({ casusId, duoId, terugkoppeling }, _koppen, opdracht) {
      await register.db.transaction().execute(async (tx) => {
        const gevonden = await tx
          .updateTable('duo')
          .set({ status: 'TERUGGEKOPPELD', terugkoppeling: alsJson(terugkoppeling) })
          .where('casusId', '=', casusId)
          .where('duoId', '=', duoId)
          .returning('duoId')
          .executeTakeFirst();
        if (!gevonden) throw new PermanenteFout('De terugkoppeling hoort bij een verzuimmelding die niet in deze casus staat. Zoek na bij leerplicht.');
        await tx.updateTable('thuiszittersregistratie').set({ leerplichtBetrokken: true }).where('casusId', '=', casusId).execute();
        await schrijfSysteemregel(tx, opdracht, {
          casusId, op: klok.nu(), actie: 'Terugkoppeling van leerplicht ontvangen', uitkomst: 'De terugkoppeling staat bij de verzuimmelding.', velden: { duoId },
        });
      });
    },
  };
}
