import { ROLLEN } from './rollen.ts';

/** De vaste personen die een taak op naam kunnen hebben. */
const PERSONEN = ['ibEr', 'regisseurSwv', 'regisseurSchoolbestuur', 'schoolbestuur', 'directeurSchoolVanHerkomst', 'contactpersoonSwv', 'leerplichtambtenaar'] as const;

/** De variabele `personen`: per rol de gebruikersnaam, leeg als die niet bekend is. */
export function personenVan(contacten: readonly { rol: string; userId: string | null }[]): Record<string, string> {
  const rolVan = (sleutel: string): string | undefined => ROLLEN.find((r) => r.sleutel === sleutel)?.rol;
  return Object.fromEntries(PERSONEN.map((sleutel) => [sleutel, contacten.find((c) => c.rol === rolVan(sleutel))?.userId ?? '']));
}
