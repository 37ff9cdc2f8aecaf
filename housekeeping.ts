import { setTimeout as sleep } from 'node:timers/promises';
import { vandaag } from './domein/kalender/datum.ts';
import type { Klok } from './domein/klok.ts';
import { forgetProcessed } from './registratie/once.ts';
import type { Register } from './registratie/register.ts';

export interface HousekeepingOptions {
  readonly register: Register;
  readonly klok: Klok;
  /** Zo lang blijft een verwerkte sleutel minstens staan. Een incident kan weken blijven liggen; daarna levert het zijn opdracht nog eens. */
  readonly keepDays?: number;
  /** Wat elke keer gebeurt, bijvoorbeeld wachtende signalen opnieuw aanbieden. */
  readonly everyCheck?: () => Promise<unknown>;
  /** Hoe vaak gekeken wordt. */
  readonly checkMs?: number;
  /** Wat er verder elke dag op te ruimen is: de geschiedenis van de ingebedde engine. */
  readonly alsoTidy?: (now: Date) => Promise<unknown>;
  readonly report?: (message: string, fields: Record<string, unknown>) => void;
}

const DAY_MS = 86_400_000;

/**
 * Ruimt één keer per dag op wat niet meer terug kan komen (de sleutels van verwerkte opdrachten) of niet langer bewaard mag worden.
 * Doet daarnaast elke keer `everyCheck`.
 */
export function makeHousekeeping({ register, klok, keepDays = 90, everyCheck, checkMs = 600_000, alsoTidy, report }: HousekeepingOptions) {
  const stopper = new AbortController();
  let done: string | undefined;
  let loop: Promise<void> | undefined;

  /** Ruimt op als dat vandaag nog niet gebeurde. @returns hoeveel sleutels er weg zijn, of niets als het al gedaan was */
  async function tidy(): Promise<number | undefined> {
    const day = vandaag(klok);
    if (done === day) return undefined;
    const gone = await forgetProcessed(register.db, new Date(klok.nu().getTime() - keepDays * DAY_MS));
    await alsoTidy?.(klok.nu());
    done = day;
    return gone;
  }

  return {
    tidy,
    start(): void {
      loop ??= (async () => {
        while (!stopper.signal.aborted) {
          // Is het register even weg, dan lukt het bij een volgende keer kijken.
          await tidy().catch((error: unknown) => report?.('opruimen mislukte', { fout: error }));
          await everyCheck?.().catch((error: unknown) => report?.('terugkerend werk mislukte', { fout: error }));
          await sleep(checkMs, undefined, { signal: stopper.signal }).catch(() => undefined);
        }
      })();
    },
    async stop(): Promise<void> {
      stopper.abort();
      await loop;
    },
  };
}
