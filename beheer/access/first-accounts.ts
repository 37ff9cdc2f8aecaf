import { FIXED_ACCOUNT, type Accounts } from './accounts.ts';
import { ROLES } from './roles.ts';
import type { Access } from './password.ts';

/** Een account waarvan het wachtwoord nu één keer wordt getoond. */
export interface NewAccount {
  readonly naam: string;
  readonly wachtwoord: string;
  readonly rol: string;
}

/**
 * De accounts van een eerste start: `beheer`, en in een proefopstelling ook `management`, zodat er meteen iemand is die de cijfers
 * mag zien; `beheer` mag dat niet. Wie `management` weghaalt en nog een ander account heeft, krijgt het niet terug.
 */
export async function makeFirstAccounts({ access, accounts, proef }: { access: Access; accounts: Accounts; proef: boolean }): Promise<NewAccount[]> {
  const nieuw: NewAccount[] = access.newPassword === undefined ? [] : [{ naam: FIXED_ACCOUNT, wachtwoord: access.newPassword, rol: ROLES.applicatiebeheer }];
  if (!proef || (await accounts.lijst()).length > 0) return nieuw;
  return [...nieuw, { naam: 'management', wachtwoord: await accounts.maak('management', 'swv-management', null), rol: ROLES['swv-management'] }];
}
