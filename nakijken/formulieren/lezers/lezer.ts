/** Iets wat een antwoord onder zijn sleutel leest. */
export interface Lezer {
  readonly formulier: string;
  readonly sleutel: string;
  /** Wie het leest, zoals het achter "gelezen door" past. */
  readonly wie: string;
  /** Het bestand van de proceseigenaar waarin het staat; de programmatuur heeft er geen. */
  readonly bestand?: string;
}
