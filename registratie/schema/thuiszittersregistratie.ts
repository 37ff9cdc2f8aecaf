import type { Generated } from 'kysely';
import type { Route } from './casus.ts';
import type { Datum } from './columns.ts';

/** De registratie van thuiszitters, waar de cijfers uit komen. */
export interface ThuiszittersregistratieTable {
  casusId: string;
  leerlingId: string;
  geboortedatum: Datum;
  groep: number;
  brin: string;
  schoolbestuur: string;
  route: Route;
  gemeldOp: Datum;
  registratieStatus: string;
  dagenThuisWeek: number | null;
  escalatieDatum: Datum | null;
  cyclus: number | null;
  regisseurSwv: string | null;
  contactpersoonSwv: string | null;
  regisseurSchoolbestuur: string | null;
  duoMeldingOp: Datum | null;
  leerplichtBetrokken: Generated<boolean>;
  jeugdteamBetrokken: Generated<boolean>;
  cceGeraadpleegd: Generated<boolean>;
  aotCategorie: string | null;
  aotGemeldOp: Datum | null;
  voorliggend: string | null;
  brugType: string | null;
  brugStart: Datum | null;
  brugEind: Datum | null;
  bestemming: string | null;
  eindDatum: Datum | null;
  reden: string | null;
  resultaat: string | null;
  kwartaal: string | null;
  notitie: string | null;
}
