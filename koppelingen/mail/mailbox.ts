/** Een bericht dat deze verzender voor zichzelf heeft genomen. */
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
  /** Neemt het oudste bericht dat aan de beurt is, en legt vast dat het versturen begint. */
  take(nu: Date): Promise<Bericht | undefined>;
  sent(bericht: Bericht, op: Date): Promise<void>;
  /** Zeker niet aangekomen. `volgendePoging` null: het bericht is dood en wacht op een mens. */
  failed(bericht: Bericht, error: string, volgendePoging: Date | null): Promise<void>;
  /** Misschien aangekomen: een mens beslist. */
  uncertain(bericht: Bericht, error: string): Promise<void>;
  /** Wat vóór dit moment begon en nooit is afgevinkt wordt onzeker. */
  abandoned(before: Date): Promise<void>;
}
