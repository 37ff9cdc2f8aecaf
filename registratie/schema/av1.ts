import type { Moment, MomentOrNull } from './columns.ts';

/** Waar een aanvraag is. Van TOEGEWEZEN tot en met BUITEN_GEBRUIK houdt zij een robot vast. */
export type Av1Stand = 'AANGEVRAAGD' | 'WACHT' | 'TOEGEWEZEN' | 'UIT' | 'KLASSECONTACT' | 'INNEMEN' | 'HERSTEL' | 'BUITEN_GEBRUIK' | 'AFGESLOTEN';
export type Av1Einde = 'AFGEWEZEN' | 'INGETROKKEN' | 'GESTOPT' | 'INGESCHREVEN' | 'VERZUIM_GESTOPT' | 'ROUTE_BEEINDIGD';

/** Eén aanvraag van een AV1-robot of KlasseContact; zij heet naar de procesinstantie die haar afhandelt. */
export interface Av1Table {
  instantie: string;
  casusId: string;
  stand: Av1Stand;
  /** Het nummer van de robot die bij dit kind is of voor hem klaarstaat. */
  robot: number | null;
  aangevraagdOp: Moment;
  /** Sinds wanneer er geen robot voor dit kind is; wie het langst wacht gaat voor. */
  wachtSinds: MomentOrNull;
  gestartOp: MomentOrNull;
  eindeReden: Av1Einde | null;
  afgeslotenOp: MomentOrNull;
}
