/**
 * Wat het domein van de beslistabellen in bpmn/ nodig heeft. De tabellen draaien op de engine, en het domein kent de engine
 * niet: wie een use case aanroept geeft mee waarmee hij beslist (`engine/engine.ts` past hierop).
 */
export interface Beslissen {
  /** Evalueert een beslistabel (nieuwste versie). @returns de ruwe uitkomst van de tabel (lijst bij COLLECT). */
  beslis(beslissingId: string, variabelen: Record<string, unknown>): Promise<unknown>;
}

/** Dezelfde vraag aan een tabel hoeft in één ronde maar één keer; nooit langer, want de tabel kan veranderen. Een fout wordt niet onthouden. */
export function onthoudend(engine: Beslissen): Beslissen {
  const antwoorden = new Map<string, Promise<unknown>>();
  return {
    beslis(id, variabelen) {
      const vraag = JSON.stringify([id, variabelen]);
      const eerder = antwoorden.get(vraag);
      if (eerder) return eerder;
      const antwoord = engine.beslis(id, variabelen);
      antwoorden.set(vraag, antwoord);
      antwoord.catch(() => antwoorden.delete(vraag));
      return antwoord;
    },
  };
}
