import type { Connection } from '../register.ts';

/** Welk proces en welke versie bij de sleutel van een model hoort. */
export async function leesDefinities(db: Connection): Promise<Map<string, { proces: string; versie: number }>> {
  const rijen = await db.selectFrom('procesDefinitie').selectAll().execute();
  return new Map(rijen.map(({ sleutel, ...rest }) => [sleutel, rest]));
}

/** Een model verandert nooit, dus wat er al staat blijft. */
export async function bewaarDefinities(db: Connection, definities: readonly { sleutel: string; proces: string; versie: number }[]): Promise<void> {
  if (definities.length === 0) return;
  await db.insertInto('procesDefinitie').values([...definities]).onConflict((conflict) => conflict.column('sleutel').doNothing()).execute();
}
