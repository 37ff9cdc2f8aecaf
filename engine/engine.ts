/** Wat de werkers en beheer van de engine nodig hebben; de uitvoering staat in `engine/commands.ts`. */
export interface Engine {
  /** Evalueert een beslistabel op de engine (nieuwste versie). @returns de ruwe uitkomst van de tabel (lijst bij COLLECT). */
  beslis(beslissingId: string, variables: Record<string, unknown>): Promise<unknown>;
  /** Publiceert een bericht; `messageId` maakt herhaling binnen `ttlMs` onschadelijk. */
  publish(message: {
    name: string;
    correlationKey: string;
    messageId: string;
    ttlMs: number;
    content: Record<string, unknown>;
  }): Promise<void>;
  /** Start een procesinstantie. @returns de sleutel van de instantie. */
  start(processId: string, variables: Record<string, unknown>): Promise<string>;
}
