import { z } from 'zod';
import { email, persoonsnaam } from '../aanmelding/velden.ts';
import type { NieuweSchool } from '../../registratie/schema/casus.ts';
import { WISSELROLLEN } from './rollen.ts';
import { schoolVelden } from './school.ts';

const tekst = z.string().nullish();
/** Wat het formulier casus-signaal over een wijziging meegeeft. */
export const wijzigingVelden = {
  casusnummer: tekst,
  signaalType: tekst,
  wijzigingVanaf: tekst,
  contactRol: tekst,
  contactNaam: tekst,
  contactEmail: tekst,
  contactUserId: tekst,
  nieuweGroep: z.union([z.string(), z.number()]).nullish(),
  ...schoolVelden,
};
type Ingevuld = z.output<z.ZodObject<typeof wijzigingVelden>>;

/** Een wijziging die klopt. */
export type Opgave = { vanaf: string } & ({ soort: 'contact'; rol: string; userId: string | null; naam: string; email: string } | { soort: 'groep'; groep: number } | { soort: 'school'; school: NieuweSchool });

const nietLeeg = (waarde: string | null | undefined): string | null => waarde?.trim() || null;

/** Keurt een wijziging. @returns de wijziging, of alle fouten als zinnen */
export function keurWijziging(ingevuld: Ingevuld): { opgave: Opgave; fouten: [] } | { opgave?: undefined; fouten: string[] } {
  const fouten: string[] = [];
  const vanaf = nietLeeg(ingevuld.wijzigingVanaf)?.slice(0, 10) ?? '';
  if (!z.iso.date().safeParse(vanaf).success) fouten.push('Vanaf welke dag: geef een datum (dag-maand-jaar).');
  if (ingevuld.signaalType === 'andere-groep') {
    const groep = Number(ingevuld.nieuweGroep ?? NaN);
    if (!Number.isInteger(groep) || groep < 1 || groep > 8) fouten.push('Groep: kies groep 1 tot en met 8.');
    return fouten.length > 0 ? { fouten } : { opgave: { soort: 'groep', groep, vanaf }, fouten: [] };
  }
  const naam = persoonsnaam('Naam', 120).safeParse(ingevuld.contactNaam);
  const adres = email('E-mail').safeParse(ingevuld.contactEmail);
  const rol = nietLeeg(ingevuld.contactRol);
  if (rol === null || !Object.hasOwn(WISSELROLLEN, rol)) fouten.push('Wie is er anders: kies een rol.');
  for (const uitslag of [naam, adres]) if (!uitslag.success) fouten.push(...uitslag.error.issues.map(({ message }) => message));
  if (fouten.length > 0 || rol === null || !naam.success || !adres.success) return { fouten };
  return { opgave: { soort: 'contact', rol, naam: naam.data, email: adres.data, userId: nietLeeg(ingevuld.contactUserId), vanaf }, fouten: [] };
}
