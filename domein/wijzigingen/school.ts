import { z } from 'zod';
import { leesBekendeSchool, leesSchoolVanCasus, nummerVanAnder } from '../../registratie/andere-school.ts';
import type { Connection } from '../../registratie/register.ts';
import type { NieuweSchool } from '../../registratie/schema/casus.ts';
import { email, persoonsnaam, tekst } from '../aanmelding/velden.ts';
import { zelfdeSchool } from '../berichten/casus.ts';

const vrij = z.string().nullish();
/** Wat het formulier casus-signaal over een andere school meegeeft, naast de contactvelden. */
export const schoolVelden = { nieuweSchool: vrij, nieuweSchoolBrin: vrij, nieuwLeerlingnummer: vrij, ingeschrevenOp: vrij };
type Ingevuld = z.output<z.ZodObject<typeof schoolVelden>> & { contactNaam?: string | null | undefined; contactEmail?: string | null | undefined; contactUserId?: string | null | undefined };

const vorm = z.object({
  nieuweSchool: tekst('Nieuwe school', { max: 200 }),
  nieuweSchoolBrin: tekst('BRIN van de nieuwe school', { max: 20, patroon: /^[0-9]{2}[A-Z]{2}$/, uitleg: 'een BRIN-nummer bestaat uit twee cijfers en twee hoofdletters' }),
  nieuwLeerlingnummer: tekst('Leerlingnummer op de nieuwe school', { max: 20, patroon: /^[A-Z0-9-]{6,20}$/, uitleg: 'gebruik 6 tot 20 hoofdletters, cijfers of streepjes' }),
  contactNaam: persoonsnaam('Naam', 120),
  contactEmail: email('E-mail'),
});

/** Wie er op elke school een vaste persoon is; de IB-er noemt het formulier zelf. */
const MEE = ['directeur-school-van-herkomst', 'schoolbestuur'];

/**
 * Keurt een opgave dat het kind naar een andere school gaat. De gegevens van de school en haar vaste personen komen uit het
 * register: daar staat ook of zij een kernteam heeft. Kent het register haar niet, dan meldt die school het kind zelf aan.
 * @returns wat er op de dag verandert, of alle fouten als zinnen
 */
export async function keurSchool(db: Connection, casusId: string, ingevuld: Ingevuld): Promise<{ nieuw: NieuweSchool; fouten: [] } | { nieuw?: undefined; fouten: string[] }> {
  const gelezen = vorm.safeParse(ingevuld);
  const fouten = gelezen.success ? [] : gelezen.error.issues.map(({ message }) => message);
  if (!z.iso.date().safeParse(ingevuld.ingeschrevenOp?.slice(0, 10)).success) fouten.push('Ingeschreven of begonnen op: vul in vanaf welke dag de leerling op de nieuwe school is ingeschreven (dag-maand-jaar).');
  if (!gelezen.success || fouten.length > 0) return { fouten };
  const { nieuweSchool: naam, nieuweSchoolBrin: brin, nieuwLeerlingnummer: leerlingnummer, contactNaam, contactEmail } = gelezen.data;
  const bekend = await leesBekendeSchool(db, brin);
  if (!bekend) return { fouten: [`BRIN van de nieuwe school: Routeboek kent ${brin} nog niet. Laat de nieuwe school de leerling zelf aanmelden met het formulier "Leerling aanmelden"; deze casus gaat dan mee, met hetzelfde nummer.`] };
  if (!zelfdeSchool(bekend.school.naam, naam)) return { fouten: [`BRIN van de nieuwe school: ${brin} hoort bij "${bekend.school.naam}", en u vulde "${naam}" in. Controleer het BRIN en de naam.`] };
  if ((await leesSchoolVanCasus(db, casusId))?.brin === brin) return { fouten: ['BRIN van de nieuwe school: de leerling staat in deze casus al op deze school.'] };
  if (await nummerVanAnder(db, casusId, { brin, leerlingnummer })) return { fouten: ['Leerlingnummer op de nieuwe school: dit nummer is daar van een andere leerling. Vraag het na bij de nieuwe school.'] };
  const ibEr = { rol: 'ib-er', naam: contactNaam, email: contactEmail, userId: ingevuld.contactUserId?.trim() || null };
  return { nieuw: { school: bekend.school, leerlingnummer, contacten: [ibEr, ...bekend.contacten.filter(({ rol }) => MEE.includes(rol))] }, fouten: [] };
}
