import type { Connection } from './register.ts';

/** Welke mails er voor een casus zijn klaargezet: het nummer, aan welke rol, wanneer en met welke woorden; nooit het adres. Alleen voor een proef, met verzonnen kinderen. */
export function leesPostVanCasus(db: Connection, casusId: string): Promise<{ melding: string; aanRol: string; aangemaaktOp: Date; onderwerp: string; tekst: string }[]> {
  return db.selectFrom('uitgaand').select(['melding', 'aanRol', 'aangemaaktOp', 'onderwerp', 'tekst']).where('casusId', '=', casusId).orderBy('aangemaaktOp').orderBy('id').execute();
}
