import type { Connection } from './register.ts';

/**
 * De bestede uren van de genoemde rollen in een casus, naast de raming (R-LOG-3, L42–43).
 * Alleen uren van het samenwerkingsverband tellen mee: die van de school en het schoolbestuur betaalt het bestuur (spec deel 3 §2.2.8).
 */
export async function telUren(
  db: Connection,
  casusId: string,
  rollen: readonly string[],
): Promise<{ uren: number; ramingMax: number | null }> {
  const rij = await db
    .selectFrom('casus')
    .leftJoin('logboekRegel', (koppel) =>
      koppel.onRef('logboekRegel.casusId', '=', 'casus.casusId').on('logboekRegel.rol', 'in', [...rollen]),
    )
    .select(({ fn }) => ['casus.urenRamingMax', fn.sum<number | null>('logboekRegel.urenBesteed').as('uren')])
    .where('casus.casusId', '=', casusId)
    .groupBy('casus.urenRamingMax')
    .executeTakeFirst();
  return { uren: rij?.uren ?? 0, ramingMax: rij?.urenRamingMax ?? null };
}
