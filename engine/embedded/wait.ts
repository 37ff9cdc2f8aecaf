import type { Proces } from './jvm-process.ts';
import { StartFout } from './start-error.ts';

/** Wacht tot `url` met een goede status antwoordt; een JVM die intussen sterft, breekt het wachten meteen af. */
export async function wachtOp(url: string, proces: Proces, termijnMs = 180_000): Promise<void> {
  const eind = performance.now() + termijnMs;
  let dood: StartFout | undefined;
  void proces.gestopt.then((fout) => { dood = fout ?? new StartFout(`${proces.naam} is gestopt.`); });
  while (performance.now() < eind) {
    if (dood) throw dood;
    const antwoord = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    void antwoord?.body?.cancel().catch(() => {});
    if (antwoord?.ok) return;
    await new Promise((verder) => setTimeout(verder, 250));
  }
  throw new StartFout(`${proces.naam} is na ${Math.round(termijnMs / 1000)} s nog niet klaar. Kijk in de map logs wat er aan de hand is.`);
}
