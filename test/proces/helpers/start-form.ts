import { aanmelding } from '../../helpers/aanmelding.ts';

let teller = 0;

/** De aanmelding van één fictief kind, elke keer een ander; scenario's noemen alleen wat bij hen anders is. */
export function startForm(anders: Record<string, unknown> = {}): Record<string, unknown> {
  return aanmelding({
    leerlingLeerlingId: `L-2018-${String(1000 + ++teller)}`,
    ouders: [{ naam: 'A. Koster', relatie: 'ouder', email: 'ouder@voorbeeld.example', telefoon: '06 12345678', gezag: true }],
    verzuimRegels: [
      { datum: '2025-09-02', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' },
      { datum: '2025-09-04', dagdelen: 1, uren: 2.5, soort: 'ZIEKTE' },
    ],
    ...anders,
  });
}
