import { leesBestemming } from '../../registratie/bestemming-lezen.ts';
import { leesBrinBijNummer, zoekLopendeCasusId } from '../../registratie/lopende-casus-zoeken.ts';
import { leesLaatsteVelden } from '../../registratie/logboek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { BusinessError } from '../errors.ts';

/**
 * Zoekt de lopende casus bij een casusId of, vanuit het formulier casus-signaal, bij een casusnummer.
 * @throws BusinessError CASUS_ONBEKEND als zij er niet is of al is afgesloten
 */
export async function zoekLopendeCasus(db: Connection, zoek: { casusId?: string | null | undefined; casusnummer?: string | null | undefined }): Promise<string> {
  const casusId = await zoekLopendeCasusId(db, zoek);
  if (casusId) return casusId;
  throw new BusinessError('CASUS_ONBEKEND', 'Er loopt geen casus met dit nummer.', {
    validatieFouten: ['Casusnummer: er loopt geen casus met dit nummer. Controleer het nummer, of de casus is al afgesloten.'],
  });
}

/** Wie een signaal verbetert waarvan de casus niet te vinden is: het samenwerkingsverband, want van welke school het komt is onbekend. */
const ZONDER_SCHOOL = 'contactpersoon-swv';

/** De groep die een signaal mag verbeteren: de IB-er van de school van de casus, ook als die al gesloten is. */
export async function verbeterGroepVanSignaal(db: Connection, casusnummer: string | null | undefined): Promise<string> {
  const brin = await leesBrinBijNummer(db, casusnummer?.trim() ?? '');
  return brin === undefined ? ZONDER_SCHOOL : `ib-er-${brin}`;
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
