import { DateTime } from 'luxon';
import { z } from 'zod';
import { datumTekst, plusDagen } from '../kalender/datum.ts';
import { getyptVeld, zonderGetypt } from '../invoer/getypt.ts';
import { schoolkalenders } from '../kalender/schoolkalender.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { AANMELDNORMEN } from './normen.ts';
import { alsZinnen, datum, email, emailVrij, getal, getalVrij, jaNee, keuze, keuzeVrij, persoonsnaam, tekst, tekstVrij, vakje } from './velden.ts';

/**
 * De invoer van startformulier F-00 (spec deel 1 §5), plat zoals formulieren hun velden binden. Dit ene schema keurt wat
 * via Tasklist en wat via een koppeling binnenkomt: alle fouten tegelijk, onbekende velden geweigerd.
 */

const VERZUIM_SOORTEN = ['ONGEOORLOOFD', 'VERMOEDELIJK_ONGEOORLOOFD', 'ZIEKTE', 'GEOORLOOFD_OVERIG', 'LUXE', 'DOOR_SCHOOL'] as const;
const PROBLEMATISCH = ['WEIGEREN', 'SPIJBELEN', 'ONTHOUDEN', 'UITSLUITEN', 'ONBEKEND'] as const;

const gebruiker = (label: string): z.ZodType<string | null> =>
  tekstVrij(label, { max: 100, patroon: /^[\w.@+-]+$/, uitleg: 'gebruik de naam waarmee deze persoon zich aanmeldt' });
const naam = (label: string): z.ZodType<string> => tekst(label, { max: 120 });

/** Een formulier stuurt ook de rij die het zelf klaarzette en waar niemand iets invulde, en in elke rij wat er getypt werd. */
function zonderLegeRijen(waarde: unknown): unknown {
  if (!Array.isArray(waarde)) return waarde;
  const leeg = (deel: unknown): boolean => deel === null || deel === undefined || deel === '' || deel === false;
  return waarde
    .map((rij: unknown) => (typeof rij === 'object' && rij !== null && !Array.isArray(rij) ? zonderGetypt(rij as Record<string, unknown>) : rij))
    .filter((rij) => !(typeof rij === 'object' && rij !== null && Object.values(rij).every(leeg)));
}

const ouder = z.strictObject({
  naam: persoonsnaam('Naam van de ouder', 120),
  relatie: keuze('Relatie met de leerling', ['ouder', 'verzorger', 'voogd']),
  email: emailVrij('E-mail van de ouder'),
  telefoon: tekstVrij('Telefoon van de ouder', { max: 20, patroon: /^[0-9+ -]{8,20}$/, uitleg: 'gebruik 8 tot 20 cijfers, spaties, plus of streepje' }),
  gezag: vakje('Gezag'),
});

/** Alleen op een dag met school kan een leerling verzuimen; van welke school staat in dezelfde aanmelding. */
function isSchooldag(dag: string, brin: unknown): boolean {
  const kalender = schoolkalenders()(typeof brin === 'string' ? brin : undefined);
  return kalender.kent(dag) && kalender.isSchooldag(dag);
}

const verzuimregel = (vandaag: string, brin: unknown) =>
  z.strictObject({
    datum: datum('Datum van het verzuim', [
      { eis: (d) => d <= vandaag, fout: 'een datum in de toekomst kan niet' },
      { eis: (d) => isSchooldag(d, brin), fout: 'op deze dag was er geen school (weekend, vakantie of vrije dag); haal de regel weg of kies een schooldag' },
    ]),
    dagdelen: getal('Dagdelen', { min: 0, max: 2, stap: 1 }),
    uren: getal('Gemiste uren', { min: 0, max: 8, stap: 0.25 }),
    soort: keuze('Soort verzuim', VERZUIM_SOORTEN),
  });

/** @param vandaag de dag van de aanmelding, JJJJ-MM-DD in Nederlandse tijd; de W-regels hangen daarvan af. */
export function startVerzuimrouteSchema(vandaag: string, brin?: unknown) {
  const { leeftijdMin, leeftijdMax, signaalHoogstensDagenOud } = AANMELDNORMEN;
  const vroegsteSignaal = plusDagen(vandaag, -signaalHoogstensDagenOud);
  return z.strictObject({
    leerlingRoepnaam: persoonsnaam('Roepnaam', 60),
    leerlingAchternaam: persoonsnaam('Achternaam', 60),
    leerlingLeerlingId: tekst('Leerlingnummer', { max: 20, patroon: /^[A-Z0-9-]{6,20}$/, uitleg: 'gebruik 6 tot 20 hoofdletters, cijfers of streepjes' }),
    leerlingGeboortedatum: datum('Geboortedatum', [
      { eis: (d) => d <= vandaag, fout: 'een datum in de toekomst kan niet' },
      {
        eis: (d) => leeftijdOp(d, vandaag) >= leeftijdMin && leeftijdOp(d, vandaag) <= leeftijdMax,
        fout: `controleer de datum; de leerling moet ${leeftijdMin} tot en met ${leeftijdMax} jaar oud zijn`,
      },
    ]),
    leerlingGroep: getal('Groep', { min: 1, max: 8, stap: 1 }),
    leerlingDidactischeLeeftijdMaanden: getalVrij('Didactische leeftijd (maanden)', { min: 0, max: 80, stap: 1 }),
    leerlingWoonplaats: naam('Woonplaats'),
    leerlingWoongemeente: naam('Woongemeente'),
    leerlingIngeschreven: vakje('Ingeschreven op deze school'),
    ouders: z
      .preprocess(zonderLegeRijen, z.array(ouder, { error: 'Ouders/verzorgers: vul minstens één ouder of verzorger in.' })
      .min(1, { error: 'Ouders/verzorgers: vul minstens één ouder of verzorger in.' })
      .max(4, { error: 'Ouders/verzorgers: vul hoogstens vier ouders of verzorgers in.' })),
    schoolNaam: naam('School'),
    schoolBrin: tekst('BRIN-nummer', { max: 20, patroon: /^[0-9]{2}[A-Z]{2}$/, uitleg: 'een BRIN-nummer bestaat uit twee cijfers en twee hoofdletters' }),
    schoolSchooltype: keuze('Schooltype', ['BAO', 'SBO', 'SO']),
    schoolPlaats: naam('Plaats'),
    schoolEmail: email('E-mail van de school'),
    schoolHeeftKernteam: jaNee('Is er een kernteam aan de school gekoppeld'),
    schoolGebied: naam('Gebied van het SWV'),
    schoolbestuurNaam: naam('Naam van het schoolbestuur'),
    schoolbestuurContactUserId: gebruiker('Gebruikersnaam van de contactpersoon'),
    schoolbestuurEmail: email('E-mail van het schoolbestuur'),
    ibErUserId: gebruiker('Gebruikersnaam IB-er'),
    ibErNaam: persoonsnaam('Naam IB-er', 120),
    ibErEmail: email('E-mail IB-er'),
    directeurUserId: gebruiker('Gebruikersnaam directeur'),
    directeurNaam: persoonsnaam('Naam directeur', 120),
    directeurEmail: email('E-mail directeur'),
    signaalDatumSignaal: datum('Datum van het signaal', [
      { eis: (d) => d <= vandaag, fout: 'een datum in de toekomst kan niet' },
      { eis: (d) => d >= vroegsteSignaal, fout: `kies een datum van hoogstens ${signaalHoogstensDagenOud} dagen geleden` },
    ]),
    signaalKlachten: tekst('Klachten die het leren belemmeren', { min: 20, max: 2000, meerRegels: true }),
    signaalComplexeGedragsvraag: jaNee('Is er een complexe ondersteuningsvraag op gedrag'),
    signaalPatroonVerzuim: tekst('Patroon in het verzuim', { min: 10, max: 1000, meerRegels: true }),
    signaalSoortProblematischVerzuim: keuzeVrij('Soort problematisch verzuim', PROBLEMATISCH),
    verzuimRegels: z
      .preprocess((w) => zonderLegeRijen(w ?? []), z.array(verzuimregel(vandaag, brin), { error: 'Eerste verzuimgegevens: geef een lijst met regels.' }).max(200, { error: 'Eerste verzuimgegevens: vul hoogstens 200 regels in.' }))
      .superRefine((regels, fout) => {
        for (const [nummer, { datum: dag }] of regels.entries()) {
          const eerder = regels.findIndex((regel) => regel.datum === dag);
          if (eerder < nummer) fout.addIssue({ code: 'custom', path: [nummer], input: dag, message: `Datum van het verzuim: deze dag staat ook in regel ${eerder + 1}; zet één regel per dag.` });
        }
      }),
  });
}

export type StartVerzuimroute = z.output<ReturnType<typeof startVerzuimrouteSchema>>;

/** Alle sleutels van het startformulier: die haalt `casus-openen` op en maakt hij daarna leeg. */
export const STARTVELDEN = Object.keys(startVerzuimrouteSchema('2000-01-01').shape) as (keyof StartVerzuimroute)[];

/** Wat het startformulier als tekst liet typen; ook dat wordt leeggemaakt, want er staat een geboortedatum bij. */
export const GETYPTE_STARTVELDEN = (['leerlingGeboortedatum', 'leerlingDidactischeLeeftijdMaanden', 'signaalDatumSignaal'] as const satisfies (keyof StartVerzuimroute)[]).map(getyptVeld);

/** Keurt een aanmelding. @returns de schone invoer, of alle fouten tegelijk als Nederlandse zinnen. */
export function keurStartVerzuimroute(invoer: Record<string, unknown>, vandaag: string): { goed: true; waarde: StartVerzuimroute } | { goed: false; fouten: string[] } {
  const uitkomst = startVerzuimrouteSchema(vandaag, invoer['schoolBrin']).safeParse(invoer);
  if (uitkomst.success) return { goed: true, waarde: uitkomst.data };
  return { goed: false, fouten: alsZinnen(uitkomst.error, rijLabel(invoer)) };
}

/** "Ouder 2" of "Verzuimregel 3 (5 september 2025)", zodat in een lijst te zien is welke rij fout is. */
export const rijLabel = (invoer: Readonly<Record<string, unknown>>) => ([lijst, nummer]: readonly PropertyKey[]): string => {
  if (typeof nummer !== 'number') return '';
  if (lijst === 'ouders') return `Ouder ${nummer + 1}, `;
  if (lijst !== 'verzuimRegels') return '';
  const rijen = zonderLegeRijen(invoer['verzuimRegels']) as unknown[];
  const dag = (rijen[nummer] as { datum?: unknown } | null | undefined)?.datum;
  const bestaat = typeof dag === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(dag) && DateTime.fromISO(dag).isValid;
  return `Verzuimregel ${nummer + 1}${bestaat ? ` (${datumTekst(dag)})` : ''}, `;
};
