/** Een goede aanmelding van één fictief kind, zoals het startformulier haar instuurt. */
export function aanmelding(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    leerlingRoepnaam: 'Milan',
    leerlingAchternaam: 'Koster',
    leerlingLeerlingId: 'L-2018-0031',
    leerlingGeboortedatum: '2018-03-14',
    leerlingGroep: 4,
    leerlingWoonplaats: 'Sliedrecht',
    leerlingWoongemeente: 'Sliedrecht',
    leerlingIngeschreven: true,
    ouders: [
      { naam: 'A. Koster', relatie: 'ouder', email: 'ouder@voorbeeld.example', telefoon: '06 12345678', gezag: true },
      { naam: 'B. Koster', relatie: 'ouder', email: 'zondergezag@voorbeeld.example', gezag: false },
    ],
    schoolNaam: 'OBS De Wilgenbrug',
    schoolBrin: '10AB',
    schoolSchooltype: 'BAO',
    schoolPlaats: 'Sliedrecht',
    schoolEmail: 'info@wilgenbrug.example',
    schoolHeeftKernteam: 'ja',
    schoolGebied: 'Sliedrecht',
    schoolbestuurNaam: 'Stichting De Brug',
    schoolbestuurEmail: 'bestuur@brug.example',
    ibErNaam: 'J. Jansen',
    ibErEmail: 'ib@wilgenbrug.example',
    directeurNaam: 'P. de Wit',
    directeurEmail: 'directeur@wilgenbrug.example',
    signaalDatumSignaal: '2025-09-05',
    signaalKlachten: 'Buikpijn en paniek op schooldagen, komt niet meer tot leren.',
    signaalComplexeGedragsvraag: 'ja',
    signaalPatroonVerzuim: 'Afwezig op dinsdag en donderdag.',
    verzuimRegels: [{ datum: '2025-09-02', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' }],
    ...anders,
  };
}

/** Wat van deze aanmelding nergens in de procesmotor mag blijven staan. */
export const VAN_HET_KIND = /Milan|Koster|2018-03-14|L-2018|@(voorbeeld|wilgenbrug|brug)\.example|06 12345678|Jansen|de Wit|Buikpijn|Afwezig op dinsdag/;

/** Een SO zonder kernteam: de velden van de school die anders zijn. */
export const ZONDER_KERNTEAM = { schoolNaam: 'SO De Zandplaat', schoolBrin: '20XY', schoolSchooltype: 'SO', schoolHeeftKernteam: 'nee' } as const;
