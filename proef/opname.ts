/** Eén keer dat iemand een taak kreeg. */
export interface Taakopname {
  readonly proces: string;
  readonly element: string;
  /** De stap in het routeboek van deze route ("KT-05"). */
  readonly stap: string;
  readonly naam: string;
  /** De rollen die haar krijgen, zonder school of gemeente. */
  readonly rollen: readonly string[];
  /** Wanneer zij openging en wanneer zij klaar moet zijn, als ISO-moment; leeg zonder termijn. */
  readonly op: string;
  readonly uiterlijk: string;
}

/** Eén mail die klaarstond om uit te gaan. */
export interface Mailopname {
  readonly melding: string;
  readonly aanRol: string;
  readonly op: string;
  /** Haar onderwerp en haar tekst. */
  readonly tekst: string;
}

/** Een onderdeel van een model waar het kind langskwam, met hoe het op de tekening heet. */
export interface Plek {
  readonly proces: string;
  readonly element: string;
  readonly soort: string;
  readonly naam: string;
}

/** Hoe een onderdeel van een model heet waar het om hetzelfde onderdeel gaat: `proces element`, ook in een vastgelegd pad. */
export const elementsleutel = ({ proces, element }: Pick<Plek, 'proces' | 'element'>): string => `${proces} ${element}`;

/** Zo begint de afloop van een kind dat niet verder kon. */
export const VASTGELOPEN = 'loopt vast: ';

/** Wat er met één verzonnen kind gebeurde. Bevat niets wat iemand over een kind heeft ingevuld. */
export interface Opname {
  /** De naam van het scenario. */
  readonly naam: string;
  readonly taken: readonly Taakopname[];
  readonly mails: readonly Mailopname[];
  /** Elk onderdeel één keer, in de volgorde van het eerste bezoek. */
  readonly pad: readonly Plek[];
  /** Hoe het eindigde: `afgesloten (VERZUIM_GESTOPT)`, `loopt nog`, of waar het vastliep. */
  readonly afloop: string;
}
