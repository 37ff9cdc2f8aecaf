/** Wat elke melding van de casus te weten krijgt. */
export type Altijd = Record<'casusnummer' | 'schoolNaam' | 'contactNaam' | 'contactEmail' | 'takenlijst', string>;

/** De tekst van een melding zoals het domein haar gebruikt; koppelingen/mail levert haar. */
export interface MeldingSjabloon {
  /** De rollen die haar krijgen. */
  aan(route: string): readonly string[];
  maak(altijd: Altijd, gegevens: Readonly<Record<string, unknown>>): { onderwerp: string; tekst: string };
}
