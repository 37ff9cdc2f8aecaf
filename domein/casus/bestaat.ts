import { leesCasus, type CasusFeiten } from '../../registratie/casus-lezen.ts';
import { leesLeerlingVanCasus, type LeerlingVanCasus } from '../../registratie/leerling-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { PermanentError } from '../errors.ts';

/** De casus, of een duidelijk incident: opnieuw proberen helpt niet als het id niet bestaat. */
export async function haalCasus(db: Connection, casusId: string): Promise<CasusFeiten> {
  const casus = await leesCasus(db, casusId);
  if (!casus) throw new PermanentError(`Er is geen casus met id ${casusId} in het register.`);
  return casus;
}

/** Wat van de casus nodig is om te rekenen. @throws PermanentError als het model een casus noemt die er niet is */
export async function haalLeerlingVanCasus(db: Connection, casusId: string): Promise<LeerlingVanCasus> {
  const leerling = await leesLeerlingVanCasus(db, casusId);
  if (!leerling) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
  return leerling;
}
