/**
 * Wat elke melding van de casus te weten krijgt. `leerplichtig` en `metKernteam` staan er altijd bij, want een zin over
 * leerplicht is onwaar bij een kind van vier (routeboek r. 493–496) en een zin over de regisseurs bij een school zonder kernteam.
 */
export interface Altijd {
  readonly casusnummer: string;
  readonly schoolNaam: string;
  readonly contactNaam: string;
  readonly contactEmail: string;
  readonly takenlijst: string;
  readonly leerplichtig: boolean;
  readonly metKernteam: boolean;
  /** Zegt de jongste verzuimstand dat al het verzuim geoorloofd is of door de school komt? Dan gaat er niets naar leerplicht (errata GK-06d). */
  readonly geoorloofd: boolean;
}

/** De tekst van een melding zoals het domein haar gebruikt; koppelingen/mail levert haar. */
export interface MeldingSjabloon {
  /** Gaat deze tekst naar de ouders? */
  readonly voorOuders: boolean;
  /** De rollen die haar krijgen. */
  aan(route: string): readonly string[];
  /** @param altijd leeg bij cijfers: die gaan over geen casus */
  maak(altijd: Altijd | Readonly<Record<string, never>>, gegevens: Readonly<Record<string, unknown>>): { onderwerp: string; tekst: string };
}
