/**
 * Wat het domein van de beslistabellen in bpmn/ nodig heeft. De tabellen draaien op de engine, en het domein kent de engine
 * niet: wie een use case aanroept geeft mee waarmee hij beslist (`engine/engine.ts` past hierop).
 */
export interface Beslissen {
  /** Evalueert een beslistabel (nieuwste versie). @returns de ruwe uitkomst van de tabel (lijst bij COLLECT). */
  beslis(beslissingId: string, variabelen: Record<string, unknown>): Promise<unknown>;
}
