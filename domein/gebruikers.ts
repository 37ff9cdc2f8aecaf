import { PermanentError } from './errors.ts';

/**
 * Wie zich in Tasklist kan aanmelden. Een taak op naam van iemand die niet bestaat ziet niemand; daarom wordt elke
 * gebruikersnaam nagevraagd waar zij wordt ingevuld. Het domein kent de engine niet; `engine/users.ts` past hierop.
 */
export interface Gebruikers {
  bestaat(gebruikersnaam: string): Promise<boolean>;
  /** Wat de invuller dan kan doen, als hele zin. */
  readonly uitleg: string;
}

/**
 * @throws PermanentError als de engine niet zegt welke gebruikers er zijn: dan nemen we geen naam blind aan
 */
export async function bestaatGebruiker(gebruikers: Gebruikers, gebruikersnaam: string): Promise<boolean> {
  return gebruikers.bestaat(gebruikersnaam).catch((error: unknown) => {
    const { status } = error as { status?: unknown };
    if (status !== 403 && status !== 404) throw error;
    throw new PermanentError(`De engine laat Routeboek niet zien welke gebruikers er zijn (${status}): geef zijn account het recht USER: READ en los dit incident daarna op.`);
  });
}

/**
 * Vraagt een gebruikersnaam na.
 * @param veld zoals het op het formulier heet
 * @returns een zin voor de invuller, zonder de naam zelf; niets als zij bestaat of niet is ingevuld
 * @throws PermanentError zoals `bestaatGebruiker`
 */
export async function gebruikerBezwaar(gebruikers: Gebruikers, veld: string, gebruikersnaam: string | null | undefined): Promise<string[]> {
  if (!gebruikersnaam) return [];
  return (await bestaatGebruiker(gebruikers, gebruikersnaam)) ? [] : [`${veld}: deze gebruikersnaam bestaat niet in de takenlijst. Laat het veld leeg, dan komt de taak bij de hele groep. ${gebruikers.uitleg}`];
}
