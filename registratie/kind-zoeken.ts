import { sql, type Transaction } from 'kysely';
import type { NieuweCasus } from './casus-openen.ts';
import type { Connection } from './register.ts';
import type { CasusStatus, Datum, Schema } from './schema.ts';

type Kind = Pick<NieuweCasus, 'leerling' | 'school'>;

/** Een naam zonder hoofdletters, spaties en leestekens: zo typt niet iedereen hem gelijk. */
const kaal = (naam: string): string => naam.normalize('NFKD').toLowerCase().replace(/[^\p{L}]+/gu, '');

/**
 * Houdt dit kind vast tot het einde van de transactie: zijn leerlingnummer op deze school, en zijn naam met geboortedatum
 * voor een andere school. Twee aanmeldingen tegelijk gaan zo na elkaar.
 */
export async function vergrendelKind(tx: Transaction<Schema>, { leerling, school }: Kind): Promise<void> {
  const sleutels = [`${school.brin}|${leerling.leerlingnummer}`, `${kaal(leerling.roepnaam)}|${kaal(leerling.achternaam)}|${leerling.geboortedatum}`].sort();
  for (const sleutel of sleutels) await sql`select pg_advisory_xact_lock(hashtextextended(${sleutel}, 0))`.execute(tx);
}

export interface BekendeCasus {
  casusId: string;
  casusnummer: string;
  leerlingId: string;
  status: CasusStatus;
  eindDatum: Datum | null;
  /** De school van de casus. */
  brin: string;
}

/**
 * De casus van dit kind: de lopende, anders de laatst geslotene. Het kind is hetzelfde met hetzelfde leerlingnummer op
 * dezelfde school, of met dezelfde voor- en achternaam en geboortedatum op een andere.
 */
export async function zoekCasusVanKind(db: Connection, { leerling, school }: Kind): Promise<BekendeCasus | undefined> {
  const rijen = await db
    .selectFrom('casus as c')
    .innerJoin('leerling as l', 'l.leerlingId', 'c.leerlingId')
    .select(['c.casusId', 'c.casusnummer', 'c.leerlingId', 'c.status', 'c.eindDatum', 'c.brin as casusBrin', 'l.brin', 'l.leerlingnummer', 'l.roepnaam', 'l.achternaam', 'l.geboortedatum'])
    .where((eb) => eb.or([eb('l.geboortedatum', '=', leerling.geboortedatum), eb.and([eb('l.brin', '=', school.brin), eb('l.leerlingnummer', '=', leerling.leerlingnummer)])]))
    .orderBy('c.eindDatum', (volgorde) => volgorde.desc().nullsFirst())
    .execute();
  const zelfde = rijen.filter((rij) => rij.brin === school.brin
    ? rij.leerlingnummer === leerling.leerlingnummer
    : rij.geboortedatum === leerling.geboortedatum && kaal(rij.roepnaam) === kaal(leerling.roepnaam) && kaal(rij.achternaam) === kaal(leerling.achternaam));
  const gevonden = zelfde.find((rij) => rij.status === 'open') ?? zelfde[0];
  return gevonden && { casusId: gevonden.casusId, casusnummer: gevonden.casusnummer, leerlingId: gevonden.leerlingId, status: gevonden.status, eindDatum: gevonden.eindDatum, brin: gevonden.casusBrin };
}
