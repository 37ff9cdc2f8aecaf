import { randomUUID } from 'node:crypto';
import type { Connection, Tx } from './register.ts';
import type { Datum } from './schema.ts';
import type { Vrijstellingsoort } from './schema/vrijstelling.ts';
import { vanKind } from './van-kind.ts';

export interface Vrijstelling {
  soort: Vrijstellingsoort;
  ingangsdatum: Datum;
  einddatum: Datum;
  uitgeschreven: boolean;
}

/** Legt een verleende vrijstelling vast. Dezelfde sleutel nog eens: er komt geen tweede rij. */
export async function bewaarVrijstelling(tx: Tx, casusId: string, vrijstelling: Vrijstelling, sleutel: string, op: Date): Promise<void> {
  await tx
    .insertInto('vrijstelling')
    .values({ ...vrijstelling, vrijstellingId: randomUUID(), casusId, vastgelegdOp: op, sleutel })
    .onConflict((conflict) => conflict.column('sleutel').doNothing())
    .execute();
}

/** Alle vrijstellingen van het kind van deze casus, ook uit een vorige casus. */
export const leesVrijstellingen = (db: Connection, casusId: string): Promise<Vrijstelling[]> =>
  db.selectFrom('vrijstelling').select(['soort', 'ingangsdatum', 'einddatum', 'uitgeschreven']).where(vanKind('vrijstelling.casusId', casusId)).orderBy('ingangsdatum').execute();
