import type { JvmProcess } from './jvm-process.ts';
import { StartError } from './start-error.ts';

/** Wacht tot `url` met een goede status antwoordt; een JVM die intussen sterft, breekt het wachten meteen af. */
export async function waitFor(url: string, proces: JvmProcess, budgetMs = 180_000): Promise<void> {
  const eind = performance.now() + budgetMs;
  let dead: StartError | undefined;
  void proces.stopped.then((error) => { dead = error ?? new StartError(`${proces.name} is gestopt.`); });
  while (performance.now() < eind) {
    if (dead) throw dead;
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    void response?.body?.cancel().catch(() => {});
    if (response?.ok) return;
    await new Promise((verder) => setTimeout(verder, 250));
  }
  throw new StartError(`${proces.name} is na ${Math.round(budgetMs / 1000)} s nog niet klaar. Kijk in de map logs wat er aan de hand is.`);
}
