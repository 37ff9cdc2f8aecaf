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
  /**
   * Beëindigt een procesinstantie die niemand aanriep; is zij er al niet meer, dan is dat ook goed.
   * @returns false als een ander proces haar aanriep: dan kan het niet
   */
  cancel(instance: string): Promise<boolean>;
  /** Start een procesinstantie. @returns de sleutel van de instantie. */
  start(processId: string, variables: Record<string, unknown>): Promise<string>;
}
