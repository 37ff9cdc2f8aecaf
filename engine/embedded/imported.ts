import { z } from 'zod';
import type { Deployed } from '../deploy.ts';
import { StartError } from './start-error.ts';

export interface ImportedOptions {
  readonly opensearchUrl: string;
  readonly deployed: readonly Deployed[];
  /** Wordt vervuld als een van de JVM's sterft; wachten heeft dan geen zin meer. */
  readonly died: Promise<StartError>;
  readonly report?: ((line: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly budgetMs?: number;
}

/**
 * Wacht tot Tasklist de uitgerolde processen en formulieren kent. Tasklist 8.6 zoekt het formulier van een taak op in het
 * ene ogenblik dat zij de taak inleest; is het er dan nog niet, dan blijft die taak voorgoed zonder formulier, ook na
 * herladen. Elke gebruikerstaak begint met een listener, dus zolang de werkers wachten kan er geen taak ontstaan.
 *
 * De vraag gaat rechtstreeks aan de zoekindex van de ingebedde 8.6.0: één vraag voor alles, dus een start zonder nieuwe
 * modellen wordt er niet trager van. Tasklist zelf kan alleen per formulier antwoorden.
 * @throws StartError als het te lang duurt of als een JVM sterft
 */
export async function waitUntilImported(options: ImportedOptions): Promise<void> {
  const { opensearchUrl, signal, budgetMs = 90_000 } = options;
  // Beslistabellen leest alleen Operate in; Tasklist heeft ze niet nodig.
  const keys = [...new Set(options.deployed.filter(({ kind }) => kind !== 'beslissing').map(({ key }) => key))];
  const eind = performance.now() + budgetMs;
  let dead: StartError | undefined;
  void options.died.then((error) => { dead = error; });
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    if (dead) throw dead;
    if ((await countImported(opensearchUrl, keys)) >= keys.length) return;
    if (performance.now() > eind) {
      throw new StartError(`Tasklist heeft de nieuwe modellen en formulieren na ${Math.round(budgetMs / 1000)} s nog niet ingelezen. Start opnieuw; helpt dat niet, kijk dan in logs/webapps.log in de map van de engine.`);
    }
    if (attempt === 1) options.report?.('  Tasklist leest de nieuwe modellen en formulieren in …');
    await new Promise((verder) => setTimeout(verder, 250));
  }
}

/** Hoeveel van deze processen en formulieren Tasklist kan vinden; een index die er nog niet is telt als leeg. */
async function countImported(opensearchUrl: string, keys: readonly string[]): Promise<number> {
  try {
    const response = await fetch(`${opensearchUrl}/tasklist-form-*,tasklist-process-*/_count`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: { ids: { values: keys } } }), signal: AbortSignal.timeout(5_000),
    });
    return z.object({ count: z.number() }).parse(await response.json()).count;
  } catch {
    // Net opgestart of even te druk: de volgende vraag komt zo.
    return -1;
  }
}
