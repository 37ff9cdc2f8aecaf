import type { Generated } from 'kysely';
import type { Datum, Moment } from './columns.ts';

/** Hoe lang een kind thuis is: de klok van het kind (errata §3). */
export interface ThuisperiodeTable {
  periodeId: string;
  leerlingId: string;
  eersteDag: Datum;
  /** Sinds wanneer het kind op geen enkele school stond. */
  nergensIngeschrevenSinds: Datum | null;
  /** Vanaf wanneer het weer ergens staat; de klok loopt dan nog door. */
  nergensIngeschrevenTot: Generated<Datum | null>;
  /** De dag waarop een blijvend aanbod echt begon; leeg zolang de klok loopt. */
  eindDag: Datum | null;
  /** Waarom de periode eindigde: de reden van de casus, of dat het kind weer een hele week op school was. */
  eindeReden: string | null;
  bepaaldOp: Moment;
}

/** Van welke grens al bericht ging. */
export interface ThuismeldingTable {
  periodeId: string;
  grens: string;
  op: Moment;
}
