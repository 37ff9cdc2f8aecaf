let teller = 0;

/** De aanmelding van één fictief kind, elke keer een ander; scenario's noemen alleen wat bij hen anders is. */
export function startformulier(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    leerlingRoepnaam: 'Milan',
    leerlingAchternaam: 'Koster',
    leerlingLeerlingId: `L-2018-${String(1000 + ++teller)}`,
    leerlingGeboortedatum: '2018-03-14',
    leerlingGroep: 4,
    leerlingWoonplaats: 'Sliedrecht',
    leerlingWoongemeente: 'Sliedrecht',
    leerlingIngeschreven: true,
    ouders: [{ naam: 'A. Koster', relatie: 'ouder', email: 'ouder@voorbeeld.example', telefoon: '06 12345678', gezag: true }],
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
    verzuimRegels: [
      { datum: '2025-09-02', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' },
      { datum: '2025-09-04', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' },
    ],
    ...anders,
  };
}
