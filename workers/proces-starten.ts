import { z } from 'zod';
import { alsJson } from '../registratie/schema.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';

const MEEGEVEN = ['casusId', 'casusnummer', 'leerling', 'groepen', 'personen', 'school', 'route'] as const;
const invoer = z.object({ casusId: z.guid() }).and(z.record(z.string(), z.unknown()));
const koppen = z.object({ proces: z.string() });

/**
 * Start een ander proces voor dezelfde casus, bijvoorbeeld meldcode: dat loopt door als de route stopt (spec §7.7).
 * De uitkomst wordt meteen bewaard, dus een herhaalde opdracht start niet nog eens. Valt de machine precies tussen starten
 * en bewaren uit, dan start het proces twee keer: liever een meldcode te veel dan geen.
 */
export function maakProcesStarten({ register, engine }: Pick<WerkerAfhankelijkheden, 'register' | 'engine'>): Werker<z.output<typeof invoer>, z.output<typeof koppen>> {
  return {
    type: 'proces-starten',
    haalOp: MEEGEVEN,
    invoer,
    koppen,
    async voerUit(gegeven, { proces }, opdracht) {
      const sleutel = `proces-starten:${opdracht.elementInstanceKey}`;
      const eerder = await register.db.selectFrom('verwerkt').select('resultaat').where('sleutel', '=', sleutel).executeTakeFirst();
      if (eerder) return eerder.resultaat as Record<string, unknown>;

      const context = Object.fromEntries(MEEGEVEN.map((naam) => [naam, gegeven[naam] ?? null]));
      const resultaat = { gestarteInstantie: await engine.start(proces, context) };
      await register.db
        .insertInto('verwerkt')
        .values({ sleutel, resultaat: alsJson(resultaat) })
        .onConflict((botsing) => botsing.column('sleutel').doNothing())
        .execute();
      return resultaat;
    },
  };
}
