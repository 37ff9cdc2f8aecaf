import type { Connection } from './register.ts';

export interface BeheerAccount {
  readonly accountId: string;
  readonly naam: string;
  readonly rol: string;
  readonly schoolBrin: string | null;
  readonly afdruk: string;
}

const KOLOMMEN = ['accountId', 'naam', 'rol', 'schoolBrin', 'afdruk'] as const;

export function leesAccount(db: Connection, naam: string): Promise<BeheerAccount | undefined> {
  return db.selectFrom('beheerAccount').select(KOLOMMEN).where('naam', '=', naam).executeTakeFirst();
}

/** Alle accounts, op naam. */
export function leesAccounts(db: Connection): Promise<BeheerAccount[]> {
  return db.selectFrom('beheerAccount').select(KOLOMMEN).orderBy('naam').execute();
}

/**
 * Maakt een account, of geeft een bestaand een nieuwe rol en een nieuw wachtwoord.
 * @returns het account zoals het er nu staat; zijn id blijft hetzelfde
 */
export async function bewaarAccount(db: Connection, account: BeheerAccount & { readonly op: Date }): Promise<BeheerAccount> {
  const { op, ...rij } = account;
  const { accountId: _, ...wijziging } = rij;
  return db.insertInto('beheerAccount').values({ ...rij, gemaaktOp: op }).onConflict((conflict) => conflict.column('naam').doUpdateSet(wijziging)).returning(KOLOMMEN).executeTakeFirstOrThrow();
}

/** @returns het id van het account dat er was */
export async function wisAccount(db: Connection, naam: string): Promise<string | undefined> {
  return (await db.deleteFrom('beheerAccount').where('naam', '=', naam).returning('accountId').executeTakeFirst())?.accountId;
}
