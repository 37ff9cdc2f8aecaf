import type { Generated } from 'kysely';
import type { Datum, Json, Moment } from './columns.ts';

/** Het logboek van een casus; alleen toevoegen. */
export interface LogboekRegelTable {
  regelId: string;
  casusId: string;
  volgnummer: number;
  tijdstip: Moment;
  stap: string;
  /** Het formulier van de taak; leeg bij een handeling van het systeem. */
  formulier: Generated<string | null>;
  actie: string;
  /** Wie het deed: een user id of "systeem". */
  actor: string;
  rol: string | null;
  /** Leesbare regels "Label: waarde". */
  uitkomst: string;
  velden: Json<Record<string, unknown>>;
  urenBesteed: number | null;
  vervolgactie: string | null;
  vervolgdatum: Datum | null;
  /** Geschreven vóór het logboek open was (R-LOG-2). */
  voorgeschiedenis: boolean;
  sleutel: string;
}
