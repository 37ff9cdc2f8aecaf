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

/** Waar de verzender zijn berichten haalt; de uitvoering is `makeMailbox` in registratie/outbox-versturen.ts. */
export interface Mailbox {
  /** Reserveert wat aan de beurt is voor `claimMs`; een ander krijgt die berichten zolang niet. */
  take(nu: Date, aantal: number, claimMs: number): Promise<readonly Bericht[]>;
  sent(bericht: Bericht, op: Date): Promise<void>;
  /** `volgendePoging` null: het bericht is dood en wacht op een mens. */
  failed(bericht: Bericht, error: string, volgendePoging: Date | null): Promise<void>;
}
