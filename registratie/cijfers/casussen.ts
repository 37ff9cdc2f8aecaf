import type { Connection } from '../register.ts';
import type { Datum } from '../schema.ts';

/** Wat een cijfer van een casus en haar kind moet weten; geen naam en geen vrije tekst. */
export interface Casusfeiten {
  readonly casusId: string;
  readonly leerlingId: string;
  readonly geboortedatum: Datum;
  readonly gemeente: string;
  /** Zoals opgegeven, met het schooljaar waarin dat was. */
  readonly groep: number;
  readonly groepSchooljaar: string | null;
  readonly brin: string;
  readonly schoolnaam: string;
  readonly bestuur: string;
  readonly route: string;
  readonly geopendOp: Date;
  readonly afgeslotenOp: Date | null;
  readonly reden: string | null;
}

/** Alle casussen, die van één kind bij elkaar en de jongste het laatst. Een melding die administratief bleek telt nergens mee (errata §3). */
export const leesCasusfeiten = (db: Connection): Promise<Casusfeiten[]> =>
  db
    .selectFrom('casus as c')
    .innerJoin('leerling as l', 'l.leerlingId', 'c.leerlingId')
    .innerJoin('school as s', 's.brin', 'c.brin')
    .select(['c.casusId', 'c.leerlingId', 'l.geboortedatum', 'l.woongemeente as gemeente', 'l.groep', 'l.groepSchooljaar', 'c.brin', 's.naam as schoolnaam', 's.schoolbestuur as bestuur', 'c.route', 'c.geopendOp', 'c.afgeslotenOp', 'c.reden'])
    .where((eb) => eb.or([eb('c.reden', 'is', null), eb('c.reden', '<>', 'ADMINISTRATIEF')]))
    .orderBy('c.leerlingId')
    .orderBy('c.geopendOp')
    .execute();
