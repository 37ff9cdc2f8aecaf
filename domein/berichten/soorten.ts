import { ContractError } from '../errors.ts';

/** De berichten van spec §1.7. De naam is ook de naam in het model. */
const BERICHTEN = [
  'verzuimstand', 'escalatie-thuis', 'terugval', 'verzuim-gestopt', 'leerling-uitgeschreven', 'nergens-ingeschreven', 'administratief-verzuim', 'ontheffing-verleend', 'doorzettingsbesluit', 'doorzettingsmacht-afgerond',
  'vraag-leerplicht', 'cce-gewenst', 'jgz-aanmelding', 'vermoeden-onveiligheid', 'vrijstelling-overwogen', 'impasse',
  'ouders-werken-niet-mee', 'woongemeente-gewijzigd', 'schorsing-zonder-uitzicht', 'aot-nodig', 'inschrijving-bevestigd',
  'toestemming-ingetrokken', 'toestemming-jeugdarts-vervalt', 'toestemming-bren-vervalt', 'perspectief-helder', 'consult-gewenst', 'voortgang-gedeeld', 'route-beeindigd', 'robot-vrij', 'andere-school', 'route-wisselt',
] as const;
export type Bericht = (typeof BERICHTEN)[number];

/** Een bekendmaking: soms wacht er een proces op, vaak niemand. Zo'n bericht hoeft niet te worden opgepakt. */
export const IEMAND_WACHT_MISSCHIEN: readonly Bericht[] = ['doorzettingsmacht-afgerond', 'perspectief-helder', 'route-beeindigd', 'robot-vrij', 'toestemming-jeugdarts-vervalt', 'toestemming-bren-vervalt'];

/** Wie op dit ogenblik niet wacht, gaat het niet aan: wat later met een nieuw akkoord begint, mag hier niet op stoppen. */
export const ALLEEN_WIE_NU_WACHT: readonly Bericht[] = ['toestemming-jeugdarts-vervalt', 'toestemming-bren-vervalt'];

/**
 * Wat elk lopend exemplaar van een proces moet horen, met het bericht dat zo'n exemplaar begint. De engine geeft een bericht per proces
 * aan hoogstens één exemplaar; zo vaak als er begonnen zijn is dus vaak genoeg voor allemaal. Wie het hoort, wacht daarna niet meer.
 */
export const VOOR_ELK_DIE_BEGON: Partial<Record<Bericht, Bericht>> = { 'toestemming-jeugdarts-vervalt': 'jgz-aanmelding' };

/** Op het formulier casus-signaal heten twee soorten korter (F-29). */
const ANDERS: Record<string, Bericht> = { onveiligheid: 'vermoeden-onveiligheid', vrijstelling: 'vrijstelling-overwogen' };

/** De volle naam bij een kop of een keuze op het formulier, ook als er geen bericht zo heet. */
export const volleNaam = (soort: string): string => ANDERS[soort] ?? soort;

/** @returns de naam van het bericht bij een kop of een signaaltype. */
export function berichtNaam(soort: string): Bericht {
  const naam = BERICHTEN.find((b) => b === volleNaam(soort));
  if (naam === undefined) throw new ContractError(`Het bericht "${soort}" bestaat niet. Kijk naar de kop "bericht" of het signaaltype.`);
  return naam;
}

/** Voor in het logboek: wat er gebeurde, in woorden. */
const TEKST: Record<Bericht, string> = {
  verzuimstand: 'Verzuimstand doorgegeven',
  'escalatie-thuis': 'Escalatie gemeld: te veel dagen per week thuis',
  terugval: 'Terugval gemeld: weer te veel dagen per week thuis',
  'verzuim-gestopt': 'Verzuim gestopt',
  'leerling-uitgeschreven': 'Leerling uitgeschreven',
  'nergens-ingeschreven': 'Uitgeschreven, en nog nergens anders ingeschreven',
  'administratief-verzuim': 'De melding van absoluut verzuim bleek administratief',
  'ontheffing-verleend': 'Ontheffing verleend',
  doorzettingsbesluit: 'Doorzettingsbesluit genomen',
  'doorzettingsmacht-afgerond': 'Uitkomst van de doorzettingsmacht doorgegeven',
  'vraag-leerplicht': 'Vraag aan leerplicht gesteld',
  'cce-gewenst': 'Consult CCE gewenst',
  'jgz-aanmelding': 'Aanmelding bij de jeugdarts',
  'vermoeden-onveiligheid': 'Zorgen over veiligheid',
  'vrijstelling-overwogen': 'Vrijstelling overwogen',
  impasse: 'Impasse gemeld',
  'ouders-werken-niet-mee': 'Medewerking van ouders ontbreekt',
  'woongemeente-gewijzigd': 'Woongemeente gewijzigd',
  'schorsing-zonder-uitzicht': 'Schorsing biedt geen uitzicht',
  'aot-nodig': 'Aanpassing onderwijstijd nodig',
  'inschrijving-bevestigd': 'Inschrijving bevestigd',
  'toestemming-ingetrokken': 'Ouders trokken hun toestemming in',
  'toestemming-jeugdarts-vervalt': 'Aanmelding bij de jeugdarts stopt',
  'toestemming-bren-vervalt': 'Inbreng bij BREN alleen nog anoniem',
  'perspectief-helder': 'Perspectief helder: het besluit kan genomen worden',
  'consult-gewenst': 'Advies van de contactpersoon gevraagd',
  'voortgang-gedeeld': 'Voortgang met het SWV gedeeld',
  'route-beeindigd': 'Einde van de route bekendgemaakt',
  'robot-vrij': 'AV1-robot vrij voor wie wacht',
  'andere-school': 'Leerling naar een andere school',
  'route-wisselt': 'Casus krijgt een andere regie',
};
export const berichtTekst = (bericht: Bericht): string => TEKST[bericht];
