import type { ColumnType } from 'kysely';

/** Een datum als tekst JJJJ-MM-DD, zonder tijdzone. */
export type Datum = string;
/** Lezen geeft altijd een Date; schrijven mag ook met een ISO-tekst. */
export type Moment = ColumnType<Date, Date | string, Date | string>;
export type MomentOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** jsonb: lezen geeft de waarde, schrijven gaat als JSON-tekst (`toJson`), zodat lijsten geen SQL-array worden. */
export type Json<T> = ColumnType<T, string, string>;

/** Zet een waarde om voor een jsonb-kolom. Altijd als tekst: `pg` maakt anders van een lijst een SQL-array. */
export const toJson = (waarde: unknown): string => JSON.stringify(waarde ?? null);
