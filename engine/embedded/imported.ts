import { z } from 'zod';
import type { Uitgerold } from '../deploy.ts';
import { StartFout } from './start-error.ts';

export interface IngelezenKeuze {
  readonly opensearchUrl: string;
  readonly uitgerold: readonly Uitgerold[];
  /** Wordt vervuld als een van de JVM's sterft; wachten heeft dan geen zin meer. */
  readonly gestorven: Promise<StartFout>;
  readonly meld?: ((regel: string) => void) | undefined;
  readonly signaal?: AbortSignal | undefined;
  readonly termijnMs?: number;
}

/**
 * Wacht tot Tasklist de uitgerolde processen en formulieren kent. Tasklist 8.6 zoekt het formulier van een taak op in het
 * ene ogenblik dat zij de taak inleest; is het er dan nog niet, dan blijft die taak voorgoed zonder formulier, ook na
 * herladen. Elke gebruikerstaak begint met een listener, dus zolang de werkers wachten kan er geen taak ontstaan.
 *
 * De vraag gaat rechtstreeks aan de zoekindex van de ingebedde 8.6.0: één vraag voor alles, dus een start zonder nieuwe
 * modellen wordt er niet trager van. Tasklist zelf kan alleen per formulier antwoorden.
 * @throws StartFout als het te lang duurt of als een JVM sterft
 */
export async function wachtTotIngelezen(keuze: IngelezenKeuze): Promise<void> {
  const { opensearchUrl, signaal, termijnMs = 90_000 } = keuze;
  // Beslistabellen leest alleen Operate in; Tasklist heeft ze niet nodig.
  const sleutels = [...new Set(keuze.uitgerold.filter(({ soort }) => soort !== 'beslissing').map(({ sleutel }) => sleutel))];
  const eind = performance.now() + termijnMs;
  let dood: StartFout | undefined;
  void keuze.gestorven.then((fout) => { dood = fout; });
  for (let poging = 1; ; poging++) {
    signaal?.throwIfAborted();
    if (dood) throw dood;
    if ((await telIngelezen(opensearchUrl, sleutels)) >= sleutels.length) return;
    if (performance.now() > eind) {
      throw new StartFout(`Tasklist heeft de nieuwe modellen en formulieren na ${Math.round(termijnMs / 1000)} s nog niet ingelezen. Start opnieuw; helpt dat niet, kijk dan in logs/webapps.log in de map van de engine.`);
    }
    if (poging === 1) keuze.meld?.('  Tasklist leest de nieuwe modellen en formulieren in …');
    await new Promise((verder) => setTimeout(verder, 250));
  }
}

/** Hoeveel van deze processen en formulieren Tasklist kan vinden; een index die er nog niet is telt als leeg. */
async function telIngelezen(opensearchUrl: string, sleutels: readonly string[]): Promise<number> {
  try {
    const antwoord = await fetch(`${opensearchUrl}/tasklist-form-*,tasklist-process-*/_count`, {
      method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: { ids: { values: sleutels } } }), signal: AbortSignal.timeout(5_000),
    });
    return z.object({ count: z.number() }).parse(await antwoord.json()).count;
  } catch {
    // Net opgestart of even te druk: de volgende vraag komt zo.
    return -1;
  }
}
