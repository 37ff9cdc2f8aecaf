import type { EventEmitter } from 'node:events';
import { machineTime, type Time } from '../../retry/time.ts';
import type { Log } from './log.ts';

export interface GuardOptions {
  readonly log: Log;
  /** Voert alles af: werkers, webserver, register. */
  readonly stop: (deadlineMs: number) => Promise<unknown>;
  readonly deadlineMs: number;
  readonly time?: Time;
  /** Voor tests; anders het echte proces. */
  readonly target?: EventEmitter & { exit(code: number): void };
}

/**
 * Het einde van het proces, altijd netjes: SIGTERM en SIGINT laten het werk uitlopen en eindigen met 0; een fout die
 * niemand ving wordt gelogd (zonder gegevens), laat het werk uitlopen en eindigt met 1, zodat de bewaker herstart.
 * Hangt het afvoeren, dan eindigt het proces toch. Een tweede signaal wacht niet meer.
 */
export function guardProcess({ log, stop, deadlineMs, time = machineTime, target: proces = process }: GuardOptions): void {
  let busy = false;
  const finish = async (code: number): Promise<void> => {
    if (busy) return proces.exit(code);
    busy = true;
    const done = new AbortController();
    const draining = Promise.resolve()
      .then(() => stop(deadlineMs))
      .catch((error: unknown) => log.error({ fout: error }, 'het afvoeren mislukte'))
      .finally(() => done.abort());
    await Promise.race([draining, time.wait(deadlineMs + 1_000, done.signal)]);
    proces.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) {
    proces.on(signal, () => {
      log.info({ signaal: signal }, 'stoppen: lopend werk krijgt de tijd om af te maken');
      void finish(0);
    });
  }
  for (const kind of ['unhandledRejection', 'uncaughtException']) {
    proces.on(kind, (error: unknown) => {
      log.error({ soort: kind, fout: error }, 'onverwachte fout: het proces stopt');
      void finish(1);
    });
  }
}
