import type { Generated } from 'kysely';
import type { Datum } from './columns.ts';

export type Schooltype = 'BAO' | 'SBO' | 'SO';

/** Wie het kind is: leerling, ouders en school. */
export interface LeerlingTable {
  leerlingId: string;
  /** LL-nnnnnn; het enige kenmerk van het kind dat buiten het register mag. */
  pseudoniem: Generated<string>;
  brin: string;
  leerlingnummer: string;
  roepnaam: string;
  achternaam: string;
  geboortedatum: Datum;
  /** Zoals opgegeven in `groepSchooljaar`; de groep van nu berekent domein/casus/groep.ts. */
  groep: number;
  groepSchooljaar: string | null;
  didactischeLeeftijdMaanden: number | null;
  woonplaats: string;
  woongemeente: string;
  ingeschreven: boolean;
}

export interface OuderTable {
  ouderId: string;
  leerlingId: string;
  naam: string;
  relatie: 'ouder' | 'verzorger' | 'voogd';
  email: string | null;
  telefoon: string | null;
  gezag: boolean;
}

export interface SchoolTable {
  brin: string;
  naam: string;
  schooltype: Schooltype;
  plaats: string;
  email: string;
  heeftKernteam: boolean;
  gebied: string;
  schoolbestuur: string;
}
