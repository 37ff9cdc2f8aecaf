import type { Connection } from '../register.ts';

/** De uren die het samenwerkingsverband in een casus schreef, naast de raming. */
export interface Casusuren {
  readonly casusId: string;
  readonly uren: number;
  readonly ramingMin: number | null;
  readonly ramingMax: number | null;
}

/** Per casus met uren van deze rollen de som, en de raming zoals zij bij het openen was (routeboek r. 42–43). */
export const leesCasusuren = (db: Connection, rollen: readonly string[]): Promise<Casusuren[]> =>
  db
    .selectFrom('casus as c')
    .innerJoin('logboekRegel as l', 'l.casusId', 'c.casusId')
    .select(({ fn }) => ['c.casusId', 'c.urenRamingMin as ramingMin', 'c.urenRamingMax as ramingMax', fn.sum<number>('l.urenBesteed').as('uren')])
    .where('l.rol', 'in', [...rollen])
    .where('l.urenBesteed', 'is not', null)
    .groupBy(['c.casusId', 'c.urenRamingMin', 'c.urenRamingMax'])
    .execute();
