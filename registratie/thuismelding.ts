import type { Connection, Tx } from './register.ts';
import type { Datum } from './schema.ts';

export interface LopendePeriode {
  readonly periodeId: string;
  readonly casusId: string;
  readonly brin: string;
  readonly eersteDag: Datum;
  /** De grenzen waarvan al bericht ging. */
  readonly gemeld: readonly string[];
}

/** Elk kind dat thuis is en een lopende casus heeft, in welk proces die ook zit. */
export async function leesLopendePerioden(db: Connection): Promise<LopendePeriode[]> {
  const perioden = await db
    .selectFrom('thuisperiode as p')
    .innerJoin('casus', 'casus.leerlingId', 'p.leerlingId')
    .select(['p.periodeId', 'casus.casusId', 'casus.brin', 'p.eersteDag'])
    .where('p.eindDag', 'is', null)
    .where('casus.status', '=', 'open')
    .orderBy('p.eersteDag')
    .orderBy('casus.casusId')
    .execute();
  const gemeld = await db.selectFrom('thuismelding').select(['periodeId', 'grens']).execute();
  return perioden.map((periode) => ({ ...periode, gemeld: gemeld.filter((m) => m.periodeId === periode.periodeId).map((m) => m.grens) }));
}

/**
 * Legt vast dat deze grenzen van een periode zijn gemeld.
 * @returns de grenzen die nog niet gemeld waren; wat een ander net meldde hoort niet nog eens uit te gaan
 */
export async function merkGrenzenGemeld(tx: Tx, periodeId: string, grenzen: readonly string[], op: Date): Promise<string[]> {
  const nieuw = await tx
    .insertInto('thuismelding')
    .values(grenzen.map((grens) => ({ periodeId, grens, op })))
    .onConflict((conflict) => conflict.columns(['periodeId', 'grens']).doNothing())
    .returning('grens')
    .execute();
  return nieuw.map((rij) => rij.grens);
}
