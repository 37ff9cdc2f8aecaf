import { leesBestemming } from '../../registratie/bestemming-lezen.ts';
import { leesBrinBijNummer } from '../../registratie/brin-bij-nummer.ts';
import { leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { verbeterGroep } from '../casus/rollen.ts';

/** De groep die een signaal mag verbeteren: de IB-er van de school van de casus, ook als die al gesloten is. */
export async function verbeterGroepVanSignaal(db: Connection, casusnummer: string | null | undefined): Promise<string> {
  return verbeterGroep(await leesBrinBijNummer(db, casusnummer?.trim() ?? ''));
}

/** Het formulier waarin de IB-er de overstap plant. */
const OVERSTAPPLAN = 'overdracht-overstap';

/** Waar de leerling volgens plan naartoe gaat: het register weet het na de overstap, en daarvoor staat het in het overstapplan. */
export async function geplandeBestemmingen(db: Connection, casusId: string): Promise<string[]> {
  const bestemming = await leesBestemming(db, casusId);
  const plan = await leesLaatsteVelden(db, casusId, OVERSTAPPLAN);
  return [bestemming, plan.bestemmingSchool].filter((b) => typeof b === 'string');
}

/** Vergelijkt schoolnamen zoals mensen ze typen: hoofdletters, leestekens en spaties maken niet uit. */
export const zelfdeSchool = (a: string, b: string): boolean => kaal(a) !== '' && kaal(a) === kaal(b);
const kaal = (naam: string): string => naam.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '');
