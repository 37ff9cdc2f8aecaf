import type { Enginebeeld } from '../../engine/records/beeld.ts';
import type { Lezen } from '../../engine/lezen/lezen.ts';

const GEDULD_MS = 240_000;

/** Wacht tot Tasklist precies de open taken toont die de engine heeft en Operate geen incident. */
export async function wachtOpTasklist(lezen: Lezen, beeld: Enginebeeld, signaal: AbortSignal): Promise<void> {
  const einde = performance.now() + GEDULD_MS;
  for (;;) {
    signaal.throwIfAborted();
    const getoond = (await lezen.openTaken().catch(() => [])).map((taak) => taak.elementId).sort().join();
    const hoort = [...beeld.taken.values()].map((taak) => taak.elementId).sort().join();
    if (getoond === hoort) break;
    if (performance.now() > einde) throw new Error(`Tasklist toont andere open taken dan de engine heeft: ${getoond} in plaats van ${hoort}`);
    await new Promise((verder) => setTimeout(verder, 500));
  }
  const incidenten = await lezen.incidenten();
  if (incidenten.length > 0) throw new Error(`Operate toont ${incidenten.length} incidenten`);
}
