/**
 * Herhaalt een stap van het starten zolang dat zin heeft: een server die tegelijk met ons opstart (docker compose) is er
 * de eerste seconden nog niet. Na `budgetMs` gaat de laatste fout naar de aanroeper.
 */
export async function retryUntil<T>(budgetMs: number, signal: AbortSignal, step: () => Promise<T>): Promise<T> {
  const end = performance.now() + budgetMs;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await step();
    } catch (error) {
      const code = (error as { code?: unknown; cause?: { code?: unknown } }).code ?? (error as { cause?: { code?: unknown } }).cause?.code;
      // gRPC: te laat (4), te druk (8), onbereikbaar (14), niet aangemeld (16: de gebruikers zijn er nog niet). PostgreSQL: nog aan het opstarten.
      const gaatOver = [4, 8, 14, 16, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', '57P03'].includes(code as never);
      if (!gaatOver || performance.now() > end) throw error;
      await new Promise((verder) => setTimeout(verder, 1000));
    }
  }
}
