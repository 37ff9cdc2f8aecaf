import type { Connection } from './register.ts';

/** Welke mails er voor een casus zijn klaargezet: het nummer, aan welke rol en wanneer; nooit aan wie of wat erin staat. */
export function leesPostVanCasus(db: Connection, casusId: string): Promise<{ melding: string; aanRol: string; aangemaaktOp: Date }[]> {
  return db.selectFrom('uitgaand').select(['melding', 'aanRol', 'aangemaaktOp']).where('casusId', '=', casusId).orderBy('aangemaaktOp').orderBy('id').execute();
}
