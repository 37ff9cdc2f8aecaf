import type { Versheid } from '../../domein/geschiedenis/versheid.ts';
import type { Reads, OpenTask, TaskReads } from '../../engine/reads/reads.ts';

const PATIENCE_MS = 600_000;

/**
 * Wacht tot Tasklist de open taken van casussen toont die er aan het eind van het spel waren, elk met haar gegevens: variabelen
 * leest Tasklist apart in, en van een heel schooljaar zijn die later klaar dan de taken. Meer taken mag: de gewone klok loopt
 * alweer, en er kan er intussen een bij zijn gekomen.
 * @returns de stappen die na tien minuten nog ontbreken; leeg als alles er is
 * @throws Error als Operate een incident toont
 */
export async function waitForTasklist(lezen: Pick<Reads, 'openTasks' | 'incidents'>, gespeeld: TaskReads, signaal: AbortSignal, patienceMs = PATIENCE_MS): Promise<string[]> {
  const einde = performance.now() + patienceMs;
  const hoort = stappenVanCasussen(await gespeeld.openTasks());
  let ontbreekt: string[];
  for (;;) {
    signaal.throwIfAborted();
    ontbreekt = zonder(hoort, stappenVanCasussen(await lezen.openTasks().catch(() => [])));
    if (ontbreekt.length === 0 || performance.now() > einde) break;
    await new Promise((verder) => setTimeout(verder, 500));
  }
  const incidenten = await lezen.incidents();
  if (incidenten.length > 0) throw new Error(`Operate toont ${incidenten.length} incidenten`);
  return ontbreekt;
}

/**
 * Wacht tot de cijfers het gespeelde jaar hebben: zij komen uit Operate, en dat leest het jaar ook nog in.
 * @returns hoe vers zij zijn, ook als het na tien minuten nog niet alles is
 */
export async function waitForFigures(versheid: () => Promise<Versheid>, signaal: AbortSignal, patienceMs = PATIENCE_MS): Promise<Versheid> {
  const einde = performance.now() + patienceMs;
  for (;;) {
    signaal.throwIfAborted();
    const nu = await versheid();
    if (nu.actueel || performance.now() > einde) return nu;
    await new Promise((verder) => setTimeout(verder, 500));
  }
}

/** Een taak waarvan Tasklist de gegevens nog niet heeft, hoort daar nog bij geen casus. */
const stappenVanCasussen = (taken: readonly OpenTask[]): string[] => taken.filter((taak) => taak.casusId !== null).map((taak) => taak.elementId);

/** Wat in `lijst` staat en niet in `weg`; elk voorkomen telt één keer. */
function zonder(lijst: readonly string[], weg: readonly string[]): string[] {
  const over = [...weg];
  return lijst.filter((naam) => {
    const plaats = over.indexOf(naam);
    if (plaats >= 0) over.splice(plaats, 1);
    return plaats < 0;
  });
}
