import type { Connection } from './register.ts';
import type { Datum } from './schema.ts';

export interface Statusrij {
  readonly casusId: string;
  readonly brin: string;
  readonly geboortedatum: Datum;
  readonly ingeschreven: boolean;
  readonly verzuimstatus: string | null;
}

/** Elke lopende casus die een status heeft, met wat nodig is om haar opnieuw te bepalen. */
export const leesStatussen = (db: Connection): Promise<Statusrij[]> =>
  db
    .selectFrom('casus')
    .innerJoin('leerling', 'leerling.leerlingId', 'casus.leerlingId')
    .select(['casus.casusId', 'casus.brin', 'leerling.geboortedatum', 'leerling.ingeschreven', 'casus.verzuimstatus'])
    .where('casus.status', '=', 'open')
    .where('casus.verzuimstatus', 'is not', null)
    .orderBy('casus.casusId')
    .execute();

/** De status zoals zij nu vastligt, binnen dezelfde transactie als wie haar verandert. */
export const leesVerzuimstatus = async (db: Connection, casusId: string): Promise<string | null> =>
  (await db.selectFrom('casus').select('verzuimstatus').where('casusId', '=', casusId).executeTakeFirst())?.verzuimstatus ?? null;
