/** Wat de werkers en beheer van de engine nodig hebben; de uitvoering staat in `engine/commands.ts`. */
export interface Engine {
  /** Evalueert een beslistabel op de engine (nieuwste versie). @returns de ruwe uitkomst van de tabel (lijst bij COLLECT). */
  beslis(beslissingId: string, variabelen: Record<string, unknown>): Promise<unknown>;
  /** Publiceert een bericht; `berichtId` maakt herhaling binnen `ttlMs` onschadelijk. */
  publiceer(bericht: {
    naam: string;
    correlatie: string;
    berichtId: string;
    ttlMs: number;
    inhoud: Record<string, unknown>;
  }): Promise<void>;
  /** Start een procesinstantie. @returns de sleutel van de instantie. */
  start(procesId: string, variabelen: Record<string, unknown>): Promise<string>;
}
