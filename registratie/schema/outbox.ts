import type { ColumnType, Generated } from 'kysely';
import type { Json, Moment, MomentOrNull } from './columns.ts';

/** `onzeker`: het versturen begon, en of de mail aankwam is niet bekend; een mens beslist. */
export type OutboxStatus = 'wacht' | 'verzonden' | 'dood' | 'onzeker';

/** De postbus: wat een transactie naar buiten wil sturen; `koppelingen/mail` verstuurt. */
export interface OutboxTable {
  id: Generated<number>;
  casusId: string | null;
  /** "N-02". */
  melding: string;
  aanRol: string;
  adres: string | null;
  onderwerp: string;
  tekst: string;
  messageId: string;
  sleutel: string;
  status: Generated<OutboxStatus>;
  pogingen: Generated<number>;
  volgendePoging: MomentOrNull;
  /** Sinds wanneer een verzender hiermee bezig is; vastgelegd vóór het gesprek met de mailserver begint. */
  wordtVerstuurdSinds: MomentOrNull;
  laatsteFout: string | null;
  aangemaaktOp: Moment;
  verzondenOp: MomentOrNull;
}

/** Aan welke taken al herinnerd is: 0 is vóór de einddatum, daarna 1, 2, … */
export interface TaakHerinneringTable {
  sleutel: string;
  volgnummer: number;
  casusId: string;
  op: Moment;
}

/** De taken van een casus die nu openstaan. Wie klaar is verdwijnt hier; wat blijft terwijl de engine haar niet meer heeft, is afgebroken. */
export interface OpenTaakTable {
  elementInstanceKey: string;
  casusId: string;
  stap: string;
  naam: string;
  uiterlijk: Moment;
  geopendOp: Moment;
}

/** Effecten buiten het register die precies één keer gebeuren; zonder `geluktOp` is de afloop (nog) niet bekend. */
export interface OutsideEffectTable {
  sleutel: string;
  /** Wat er besloten is te doen; een herhaling besluit niet opnieuw. */
  plan: Json<unknown>;
  begonnenOp: Moment;
  geluktOp: MomentOrNull;
  resultaat: Json<unknown> | null;
}

/** Effecten die precies één keer gebeuren, met hun uitkomst voor een herhaalde levering. Wordt op leeftijd opgeruimd. */
export interface ProcessedTable {
  sleutel: string;
  resultaat: Json<unknown>;
  op: ColumnType<Date, Date | string | undefined, Date | string>;
}
