import type { Generated } from 'kysely';
import type { Json, Moment, MomentOrNull } from './columns.ts';

/** Wat er van één aanmelding werd. */
export type Aanmelduitkomst = 'geopend' | 'heropend' | 'loopt-al' | 'al-bekend' | 'andere-school';

export interface CasusAanmeldingTable {
  /** Herkent dezelfde aanmelding (school, leerlingnummer, datum van het signaal). */
  sleutel: string;
  casusId: string;
  procesInstantieKey: string;
  uitkomst: Aanmelduitkomst;
  op: Moment;
}

/** `ONTVANGEN`: de route pakt het op zodra zij er is. `VERVALLEN`: de casus sloot eerder. */
export type Signaalstand = 'ONTVANGEN' | 'GEVANGEN' | 'VERVALLEN';

/** Een gebeurtenis die iemand of een stap aan een casus doorgaf. */
export interface SignaalTable {
  /** Ook het kenmerk van het bericht in de engine. */
  signaalId: string;
  casusId: string;
  bericht: string;
  sleutel: string;
  /** Wat met het bericht meegaat: codes, datums en dagen, geen namen van mensen. */
  inhoud: Json<Record<string, unknown>>;
  /** De stap die het als eerste ontving: een herhaling van die stap is geen tweede signaal. */
  ontvangenIn: string;
  stand: Generated<Signaalstand>;
  ontvangenOp: Moment;
  /** Wanneer het voor het laatst aan de engine is gegeven. */
  aangebodenOp: MomentOrNull;
  afgehandeldOp: MomentOrNull;
}
