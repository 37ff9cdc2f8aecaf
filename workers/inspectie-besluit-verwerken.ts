import { z } from 'zod';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import { PermanenteFout } from '../domein/errors.ts';
import type { Werker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const invoer = z.object({ casusId: z.guid(), inspectieId: z.guid(), besluit: z.string().min(1).max(100) });

/** Bewaart het besluit van de inspectie op een aanvraag (ES-INSPECTIE; routeboek r. 1059–1066). */
export function maakInspectieBesluitVerwerken({ register, klok }: Pick<WerkerAfhankelijkheden, 'register' | 'klok'>): Werker<z.output<typeof invoer>, unknown> {
  return {
    type: 'inspectie-besluit-verwerken',
    haalOp: ['casusId', 'inspectieId', 'besluit'],
    invoer,
    koppen: z.unknown(),
    async voerUit({ casusId, inspectieId, besluit }, _koppen, opdracht) {
      await register.db.transaction().execute(async (tx) => {
        const gevonden = await tx
          .updateTable('inspectie')
          .set({ besluit, besluitOp: klok.nu() })
          .where('casusId', '=', casusId)
          .where('inspectieId', '=', inspectieId)
          .returning('inspectieId')
          .executeTakeFirst();
        if (!gevonden) throw new PermanenteFout('Het besluit hoort bij een aanvraag die niet in deze casus staat. Zoek na bij de inspectie.');
        await schrijfSysteemregel(tx, opdracht, {
          casusId, op: klok.nu(), actie: 'Besluit van de inspectie ontvangen', uitkomst: `Besluit: ${besluit}`, velden: { inspectieId, besluit },
        });
      });
    },
  };
}
