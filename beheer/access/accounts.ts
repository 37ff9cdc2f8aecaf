import { randomBytes, randomUUID } from 'node:crypto';
import type { Klok } from '../../domein/klok.ts';
import { bewaarAccount, leesAccount, leesAccounts, wisAccount } from '../../registratie/beheer-accounts.ts';
import { wisSessiesVan } from '../../registratie/beheer-sessies.ts';
import type { Register } from '../../registratie/register.ts';
import { isRole, SCHOOL_ROLES, type Role, type Principal } from './roles.ts';
import { digest, matches, type Access } from './password.ts';

/** De accounts die de toepassing zelf bewaart: het vaste account `beheer`, en wie er met `npm run account` bij kwam. */
export interface Accounts {
  /** @returns wie dit is, of niets als naam en wachtwoord niet bij elkaar horen */
  controleer(naam: string, wachtwoord: string): Promise<Principal | undefined>;
  /** Maakt een account of geeft een bestaand een nieuw wachtwoord en deze rol, en meldt het overal af. @returns het wachtwoord */
  maak(naam: string, rol: Role, schoolBrin: string | null): Promise<string>;
  /** @returns of het account er was */
  wis(naam: string): Promise<boolean>;
  lijst(): Promise<{ naam: string; rol: string; schoolBrin: string | null }[]>;
}

/** Het account waarvan het wachtwoord bij de eerste start wordt getoond, of in `.env` staat. */
export const FIXED_ACCOUNT = 'beheer';
/** Zo heet een account; wat iemand anders typt komt niet in een vraag aan de databank. */
export const ACCOUNT_NAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;
/** Wordt vergeleken als een naam niet bestaat: dan verraadt de tijd niet welke namen er zijn. */
const NIEMAND = digest(randomBytes(16).toString('hex'));

export function makeAccounts({ register: { db }, access, klok }: { register: Register; access: Access; klok: Klok }): Accounts {
  return {
    async controleer(getypt, wachtwoord) {
      const naam = getypt.trim().toLowerCase();
      if (naam === FIXED_ACCOUNT) return (await access.controleer(wachtwoord)) ? { accountId: FIXED_ACCOUNT, naam, rollen: ['applicatiebeheer'], schoolBrin: null } : undefined;
      const account = ACCOUNT_NAME.test(naam) ? await leesAccount(db, naam) : undefined;
      const goed = await matches(wachtwoord, account?.afdruk ?? NIEMAND);
      if (!goed || account === undefined || !isRole(account.rol)) return undefined;
      if (SCHOOL_ROLES.includes(account.rol) && account.schoolBrin === null) return undefined;
      return { accountId: account.accountId, naam, rollen: [account.rol], schoolBrin: account.schoolBrin };
    },
    async maak(naam, rol, schoolBrin) {
      const wachtwoord = randomBytes(12).toString('base64url');
      const { accountId } = await bewaarAccount(db, { accountId: randomUUID(), naam, rol, schoolBrin, afdruk: digest(wachtwoord), op: klok.nu() });
      await wisSessiesVan(db, accountId);
      return wachtwoord;
    },
    async wis(naam) {
      const accountId = ACCOUNT_NAME.test(naam) ? await wisAccount(db, naam) : undefined;
      if (accountId !== undefined) await wisSessiesVan(db, accountId);
      return accountId !== undefined;
    },
    lijst: async () => (await leesAccounts(db)).map(({ naam, rol, schoolBrin }) => ({ naam, rol, schoolBrin })),
  };
}
