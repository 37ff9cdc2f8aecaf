import { randomUUID } from 'node:crypto';
import { vergrendelCasus } from './casus-vergrendelen.ts';
import { leerlingVanCasus } from './leerling-van-casus.ts';
import type { Tx } from './register.ts';
import type { Datum } from './schema.ts';

export interface Inschrijving {
  readonly ingeschreven: boolean;
  /** Vanaf welke dag dat zo is. */
  readonly sinds: Datum;
  readonly op: Date;
}

/**
 * Legt vast of het kind op een school staat. Zonder school loopt zijn klok vanaf die dag (errata §3), of vanaf zijn eerste dag
 * thuis als die eerder was. Een inschrijving eindigt haar niet: dat doet pas het echte begin.
 */
export async function zetInschrijving(tx: Tx, casusId: string, { ingeschreven, sinds, op }: Inschrijving): Promise<void> {
  await vergrendelCasus(tx, casusId);
  const leerlingId = await leerlingVanCasus(tx, casusId);
  await tx.updateTable('leerling').set({ ingeschreven }).where('leerlingId', '=', leerlingId).execute();
  const open = await tx.selectFrom('thuisperiode').select(['periodeId', 'nergensIngeschrevenSinds']).where('leerlingId', '=', leerlingId).where('eindDag', 'is', null).executeTakeFirst();
  if (ingeschreven) {
    if (open?.nergensIngeschrevenSinds) await tx.updateTable('thuisperiode').set({ nergensIngeschrevenTot: sinds, bepaaldOp: op }).where('periodeId', '=', open.periodeId).execute();
    return;
  }
  if (!open) {
    await tx.insertInto('thuisperiode').values({ periodeId: randomUUID(), leerlingId, eersteDag: sinds, nergensIngeschrevenSinds: sinds, nergensIngeschrevenTot: null, eindDag: null, eindeReden: null, bepaaldOp: op }).execute();
    return;
  }
  await tx.updateTable('thuisperiode').set({ nergensIngeschrevenSinds: open.nergensIngeschrevenSinds ?? sinds, nergensIngeschrevenTot: null, bepaaldOp: op }).where('periodeId', '=', open.periodeId).execute();
}

/** Een melding die administratief bleek te zijn telt nergens mee: geen rij in de thuiszittersregistratie en geen klok (errata §3). */
export async function wisAdministratief(tx: Tx, casusId: string): Promise<void> {
  const leerlingId = await leerlingVanCasus(tx, casusId);
  await tx.deleteFrom('thuiszittersregistratie').where('casusId', '=', casusId).execute();
  await tx.deleteFrom('thuisperiode').where('leerlingId', '=', leerlingId).where('eindDag', 'is', null).execute();
  await tx.updateTable('leerling').set({ ingeschreven: true }).where('leerlingId', '=', leerlingId).execute();
}
