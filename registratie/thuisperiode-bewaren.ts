import { randomUUID } from 'node:crypto';
import { leerlingVanCasus } from './leerling-van-casus.ts';
import type { Tx } from './register.ts';
import type { Datum } from './schema.ts';

/** Een periode thuis zoals zij nu is bepaald; zonder `periodeId` is het een nieuwe. */
export interface BepaaldeThuisperiode {
  readonly periodeId?: string;
  readonly eersteDag: Datum;
  readonly nergensIngeschrevenSinds: Datum | null;
  readonly eindDag: Datum | null;
  readonly eindeReden: string | null;
}

/** Bewaart een periode thuis van het kind van deze casus. */
export async function bewaarThuisperiode(tx: Tx, casusId: string, { periodeId, ...velden }: BepaaldeThuisperiode, op: Date): Promise<void> {
  if (periodeId !== undefined) {
    await tx.updateTable('thuisperiode').set({ ...velden, bepaaldOp: op }).where('periodeId', '=', periodeId).execute();
    return;
  }
  const leerlingId = await leerlingVanCasus(tx, casusId);
  await tx.insertInto('thuisperiode').values({ periodeId: randomUUID(), leerlingId, ...velden, bepaaldOp: op }).execute();
}

/** Haalt een periode weg die er bij nader inzien niet was: de school verbeterde haar opgave. */
export async function verwijderThuisperiode(tx: Tx, periodeId: string): Promise<void> {
  await tx.deleteFrom('thuisperiode').where('periodeId', '=', periodeId).execute();
}

/** Eindigt de lopende periode van het kind van deze casus op de dag waarop het blijvende aanbod echt begon, nooit vóór haar begin. */
export async function eindigThuisperiode(tx: Tx, casusId: string, { eindDag, reden, op }: { eindDag: Datum; reden: string; op: Date }): Promise<void> {
  await tx
    .updateTable('thuisperiode')
    .set((eb) => ({ eindDag: eb.fn<Datum>('greatest', ['eersteDag', eb.cast<Datum>(eb.val(eindDag), 'date')]), eindeReden: reden, bepaaldOp: op }))
    .where('eindDag', 'is', null)
    .where('leerlingId', '=', (eb) => eb.selectFrom('casus').select('leerlingId').where('casusId', '=', casusId))
    .execute();
}
