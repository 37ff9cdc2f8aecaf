/**
 * Herhaalt een stap van het starten zolang dat zin heeft: een server die tegelijk met ons opstart (docker compose) is er
 * de eerste seconden nog niet. Na `termijnMs` gaat de laatste fout naar de aanroeper.
 */
export async function herhaalTot<T>(termijnMs: number, signaal: AbortSignal, stap: () => Promise<T>): Promise<T> {
  const einde = performance.now() + termijnMs;
  for (;;) {
    signaal.throwIfAborted();
    try {
      return await stap();
    } catch (fout) {
      const code = (fout as { code?: unknown; cause?: { code?: unknown } }).code ?? (fout as { cause?: { code?: unknown } }).cause?.code;
      // gRPC: te laat (4), te druk (8), onbereikbaar (14), niet aangemeld (16: de gebruikers zijn er nog niet). PostgreSQL: nog aan het opstarten.
      const gaatOver = [4, 8, 14, 16, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ECONNRESET', '57P03'].includes(code as never);
      if (!gaatOver || performance.now() > einde) throw fout;
      await new Promise((verder) => setTimeout(verder, 1000));
    }
  }
}
