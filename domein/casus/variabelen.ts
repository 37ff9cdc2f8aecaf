import { GETYPTE_STARTVELDEN, STARTVELDEN } from '../aanmelding/start-verzuimroute.ts';

/**
 * De procesvariabelen van het proces casus die later een waarde krijgen. Ze beginnen als null in de wortel van het proces, zodat
 * een uitvoer uit een subproces hier landt en niet als lokale variabele verdwijnt (spec deel 1 §1.2).
 */
export const LATERE_VARIABELEN = [
  'gesprekOuders', 'verzuim', 'aot', 'overstap', 'dzm', 'jgz', 'leerplichtAdvies', 'afronding', 'validatieFouten', 'vierwekenUitkomst',
  'volgenUitkomst', 'routeReden', 'gronden', 'vrijstelling', 'hervat',
] as const;

/** Het formulier waarmee een aanmelding wordt verbeterd; een taak van een eerdere uitrol heeft daarvoor nog het startformulier. */
export const AANMELDING_VERBETEREN = ['aanmelding-verbeteren', 'start-verzuimroute'];

/** Alles wat leeg begint of leeggemaakt wordt: ook elk veld van het startformulier, want daar staan namen in. */
export function legeVariabelen(): Record<string, null> {
  return Object.fromEntries([...STARTVELDEN, ...GETYPTE_STARTVELDEN, 'aanmeldingId', 'aanmeldingVervalt', 'fouten_aanmelding_verbeteren', ...LATERE_VARIABELEN].map((naam) => [naam, null]));
}

/** "M.K., groep 4": genoeg voor wie het kind kent, te weinig voor wie het niet kent. */
export function aanduiding(roepnaam: string, achternaam: string, groep: number): string {
  const letter = (naam: string): string => `${/\p{L}/u.exec(naam)?.[0].toLocaleUpperCase('nl') ?? '?'}.`;
  // De eerste letter van de eigenlijke achternaam: bij "de Wit" de W.
  const kern = achternaam.trim().split(/\s+/).find((deel) => /^\p{Lu}/u.test(deel)) ?? achternaam;
  return `${letter(roepnaam)}${letter(kern)}, groep ${groep}`;
}
