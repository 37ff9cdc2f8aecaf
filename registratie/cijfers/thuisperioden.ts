import type { Connection } from '../register.ts';
import type { Thuisperiode } from '../thuisperiode-lezen.ts';

export type KindThuisperiode = Thuisperiode & { readonly leerlingId: string };

/** Alle perioden thuis van alle kinderen, de oudste eerst. */
export const leesAlleThuisperioden = (db: Connection): Promise<KindThuisperiode[]> =>
  db.selectFrom('thuisperiode').select(['leerlingId', 'periodeId', 'eersteDag', 'nergensIngeschrevenSinds', 'nergensIngeschrevenTot', 'eindDag', 'eindeReden']).orderBy('eersteDag').execute();
