import type { EventEmitter } from 'node:events';
import { machinetijd, type Tijd } from '../../engine/time.ts';
import type { Log } from './log.ts';

export interface BewaakOpties {
  readonly log: Log;
  /** Voert alles af: werkers, webserver, register. */
  readonly stop: (deadlineMs: number) => Promise<unknown>;
  readonly deadlineMs: number;
  readonly tijd?: Tijd;
  /** Voor tests; anders het echte proces. */
  readonly proces?: EventEmitter & { exit(code: number): void };
}

/**
 * Het einde van het proces, altijd netjes: SIGTERM en SIGINT laten het werk uitlopen en eindigen met 0; een fout die
 * niemand ving wordt gelogd (zonder gegevens), laat het werk uitlopen en eindigt met 1, zodat de bewaker herstart.
 * Hangt het afvoeren, dan eindigt het proces toch. Een tweede signaal wacht niet meer.
 */
export function bewaakProces({ log, stop, deadlineMs, tijd = machinetijd, proces = process }: BewaakOpties): void {
  let bezig = false;
  const eindig = async (code: number): Promise<void> => {
    if (bezig) return proces.exit(code);
    bezig = true;
    const klaar = new AbortController();
    const afvoer = Promise.resolve()
      .then(() => stop(deadlineMs))
      .catch((fout: unknown) => log.error({ fout }, 'het afvoeren mislukte'))
      .finally(() => klaar.abort());
    await Promise.race([afvoer, tijd.wacht(deadlineMs + 1_000, klaar.signal)]);
    proces.exit(code);
  };
  for (const signaal of ['SIGTERM', 'SIGINT']) {
    proces.on(signaal, () => {
      log.info({ signaal }, 'stoppen: lopend werk krijgt de tijd om af te maken');
      void eindig(0);
    });
  }
  for (const soort of ['unhandledRejection', 'uncaughtException']) {
    proces.on(soort, (fout: unknown) => {
      log.error({ soort, fout }, 'onverwachte fout: het proces stopt');
      void eindig(1);
    });
  }
}
