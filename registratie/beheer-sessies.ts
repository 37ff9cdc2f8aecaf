import { toJson } from './schema.ts';
import type { Connection } from './register.ts';

export interface NieuweSessie {
  /** Afdruk van het kenmerk in de cookie. */
  readonly sessie: string;
  readonly accountId: string | null;
  readonly gegevens: unknown;
  readonly verlooptOp: Date;
}

/** Wat er in een sessie staat, als zij op dit moment nog geldt. */
export async function leesSessie(db: Connection, sessie: string, nu: Date): Promise<unknown> {
  return (await db.selectFrom('beheerSessie').select('gegevens').where('sessie', '=', sessie).where('verlooptOp', '>', nu).executeTakeFirst())?.gegevens;
}

/** Bewaart een sessie, nieuw of gewijzigd. */
export async function bewaarSessie(db: Connection, { gegevens, ...rest }: NieuweSessie): Promise<void> {
  const rij = { ...rest, gegevens: toJson(gegevens) };
  await db.insertInto('beheerSessie').values(rij).onConflict((conflict) => conflict.column('sessie').doUpdateSet(rij)).execute();
}

/** Schuift het einde van een sessie op. Een die intussen weg is (afgemeld) komt daarmee niet terug. */
export async function verlengSessie(db: Connection, sessie: string, verlooptOp: Date): Promise<void> {
  await db.updateTable('beheerSessie').set({ verlooptOp }).where('sessie', '=', sessie).execute();
}

export async function wisSessie(db: Connection, sessie: string): Promise<void> {
  await db.deleteFrom('beheerSessie').where('sessie', '=', sessie).execute();
}

/** Meldt een account overal af. */
export async function wisSessiesVan(db: Connection, accountId: string): Promise<void> {
  await db.deleteFrom('beheerSessie').where('accountId', '=', accountId).execute();
}

/** Ruimt op wat verlopen is. */
export async function wisVerlopenSessies(db: Connection, nu: Date): Promise<void> {
  await db.deleteFrom('beheerSessie').where('verlooptOp', '<=', nu).execute();
}
