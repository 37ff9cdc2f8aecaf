/** Een bericht dat deze verzender voor zichzelf heeft gereserveerd. */
export interface Bericht {
  readonly id: number;
  readonly adres: string;
  readonly onderwerp: string;
  readonly tekst: string;
  readonly messageId: string;
  /** De hoeveelste poging dit is. */
  readonly poging: number;
}

/** Waar de verzender zijn berichten haalt; de uitvoering is `maakPostbus` in registratie/outbox-versturen.ts. */
export interface Postbus {
  /** Reserveert wat aan de beurt is voor `claimMs`; een ander krijgt die berichten zolang niet. */
  pak(nu: Date, aantal: number, claimMs: number): Promise<readonly Bericht[]>;
  verzonden(bericht: Bericht, op: Date): Promise<void>;
  /** `volgendePoging` null: het bericht is dood en wacht op een mens. */
  mislukt(bericht: Bericht, fout: string, volgendePoging: Date | null): Promise<void>;
}
