import type { Regel } from './helpers.ts';

/** GK-00c (routeboek r. 134–139). Naam en e-mailadres eist het formulier zelf; een gebruikersnaam mag ontbreken, dan blijft de taak bij de groep. */
export const contactpersoonToewijzen: Regel = () => [];
