import type { Connection } from '../register.ts';

/** Wanneer een melding over een casus is klaargezet, en aan wie. */
export const leesBerichtmomenten = (db: Connection, melding: string): Promise<{ casusId: string | null; aanRol: string; aangemaaktOp: Date }[]> =>
  db.selectFrom('uitgaand').select(['casusId', 'aanRol', 'aangemaaktOp']).where('melding', '=', melding).where('casusId', 'is not', null).orderBy('aangemaaktOp').execute();
