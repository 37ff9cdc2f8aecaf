import { leesCasus, type CasusFeiten } from '../../registratie/casus-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { PermanentError } from '../errors.ts';

/** De casus, of een duidelijk incident: opnieuw proberen helpt niet als het id niet bestaat. */
export async function haalCasus(db: Connection, casusId: string): Promise<CasusFeiten> {
  const casus = await leesCasus(db, casusId);
  if (!casus) throw new PermanentError(`Er is geen casus met id ${casusId} in het register.`);
  return casus;
}
