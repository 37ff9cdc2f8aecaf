import type { Connection } from '../../registratie/register.ts';
import { leesScholen, leesSchoolnaam } from '../../registratie/scholen.ts';
import { zelfdeSchool } from '../berichten/casus.ts';
import { gebruikerBezwaar, type Gebruikers } from '../gebruikers.ts';
import { verbeterGroep } from '../casus/rollen.ts';
import type { StartVerzuimroute } from './start-verzuimroute.ts';

type Opgave = Pick<StartVerzuimroute, 'schoolBrin' | 'schoolNaam' | 'ibErUserId' | 'directeurUserId' | 'schoolbestuurContactUserId'>;

/**
 * Wat het formulier van een aanmelding niet zelf kan zien: hoort deze naam bij dit BRIN, en bestaan de gebruikers? Een verkeerd
 * getypt BRIN zou anders een andere school hernoemen, en haar mails over de verkeerde IB-er laten gaan.
 * @returns zinnen voor de invuller; leeg als alles klopt
 */
export async function bezwarenTegenAanmelding(db: Connection, gebruikers: Gebruikers, opgave: Opgave): Promise<string[]> {
  return [
    ...(await brinBezwaar(db, opgave)),
    ...(await gebruikerBezwaar(gebruikers, 'Gebruikersnaam IB-er', opgave.ibErUserId)),
    ...(await gebruikerBezwaar(gebruikers, 'Gebruikersnaam directeur', opgave.directeurUserId)),
    ...(await gebruikerBezwaar(gebruikers, 'Gebruikersnaam contactpersoon schoolbestuur', opgave.schoolbestuurContactUserId)),
  ];
}

async function brinBezwaar(db: Connection, { schoolBrin, schoolNaam }: Opgave): Promise<string[]> {
  const bekend = await leesSchoolnaam(db, schoolBrin);
  if (bekend === undefined || zelfdeSchool(bekend, schoolNaam)) return [];
  return [`BRIN: ${schoolBrin} hoort bij "${bekend}", en u vulde "${schoolNaam}" in. Controleer het BRIN en de naam. Heet de school voortaan anders, laat de beheerder dat dan eerst aanpassen (Beheer, Scholen).`];
}

/**
 * De groep die een aanmelding mag verbeteren. Daar staat de naam van het kind in: past de naam van de school niet bij het BRIN,
 * dan gaat zij naar de school met die naam, en als die er niet is naar het samenwerkingsverband.
 */
export async function groepVoorVerbeteren(db: Connection, invoer: Readonly<Record<string, unknown>>): Promise<string> {
  const { schoolBrin: brin, schoolNaam: naam } = invoer;
  const scholen = await leesScholen(db);
  if (typeof naam === 'string') {
    const metDezeNaam = scholen.filter((school) => zelfdeSchool(school.naam, naam));
    const hoort = metDezeNaam.find((school) => school.brin === brin) ?? (metDezeNaam.length === 1 ? metDezeNaam[0] : undefined);
    if (hoort) return verbeterGroep(hoort.brin);
  }
  const onbekend = typeof brin === 'string' && /^[0-9]{2}[A-Z]{2}$/.test(brin) && !scholen.some((school) => school.brin === brin);
  return verbeterGroep(onbekend ? brin : undefined);
}
