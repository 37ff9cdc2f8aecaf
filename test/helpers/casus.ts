import type { Register } from '../../registratie/register.ts';
import { openCasus, type GeopendeCasus, type NieuweCasus } from '../../registratie/casus-openen.ts';

/** Een complete aanmelding van een fictief kind, voor tests die niet over het formulier gaan. */
export function nieuweCasus(anders: Partial<NieuweCasus> = {}, leerlingnummer = 'L-2018-0031'): NieuweCasus {
  return {
    route: 'kernteam', geopendOp: new Date('2025-09-08T09:00:00+02:00'), vandaag: '2025-09-08', jaar: 2025, procesInstantieKey: `pi-${leerlingnummer}`, aanmeldSleutel: `sleutel-${leerlingnummer}`,
    leerling: { leerlingnummer, roepnaam: 'Milan', achternaam: 'Koster', geboortedatum: '2018-03-14', groep: 4, didactischeLeeftijdMaanden: null, woonplaats: 'Sliedrecht', woongemeente: 'Sliedrecht', ingeschreven: true },
    ouders: [
      { naam: 'A. Koster', relatie: 'ouder', email: 'ouder@voorbeeld.example', telefoon: null, gezag: true },
      { naam: 'B. Koster', relatie: 'ouder', email: 'zondergezag@voorbeeld.example', telefoon: null, gezag: false },
    ],
    school: { brin: '10AB', naam: 'OBS De Wilgenbrug', schooltype: 'BAO', plaats: 'Sliedrecht', email: 'info@wilgenbrug.example', heeftKernteam: true, gebied: 'Sliedrecht', schoolbestuur: 'Stichting De Brug' },
    contacten: [
      { rol: 'ib-er', userId: 'ib', naam: 'J. Jansen', email: 'ib@wilgenbrug.example' },
      { rol: 'schoolbestuur', userId: null, naam: 'Stichting De Brug', email: 'bestuur@brug.example' },
    ],
    signaal: { datumSignaal: '2025-09-05', klachten: 'Buikpijn', complexeGedragsvraag: true, patroonVerzuim: 'dinsdag', soortProblematischVerzuim: null },
    verzuimRegels: [{ datum: '2025-09-02', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' }],
    ...anders,
  };
}

/** Een casus zonder contacten en zonder verzuim, voor tests die dat zelf invullen. */
export const openKaleCasus = async (register: Register, geboortedatum = '2018-03-14'): Promise<GeopendeCasus> => {
  const casus = nieuweCasus({ contacten: [], verzuimRegels: [] });
  return open(register, { ...casus, leerling: { ...casus.leerling, geboortedatum } });
};

/** Zet de casus in de thuiszittersregistratie. */
export async function registreer(register: Register, casusId: string): Promise<void> {
  const { leerlingId } = await register.db.selectFrom('casus').select('leerlingId').where('casusId', '=', casusId).executeTakeFirstOrThrow();
  await register.db
    .insertInto('thuiszittersregistratie')
    .values({ casusId, leerlingId, geboortedatum: '2018-03-14', groep: 4, brin: '10AB', schoolbestuur: 'Bestuur', route: 'kernteam', gemeldOp: '2025-09-15', registratieStatus: 'DREIGEND_THUISZITTER' } as never)
    .execute();
}

export const open = (register: Register, casus: NieuweCasus = nieuweCasus()): Promise<GeopendeCasus> =>
  register.db.transaction().execute((tx) => openCasus(tx, casus));
