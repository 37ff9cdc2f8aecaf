import { leesGeschiedenis, type GeschiedenisDeps, type Ronde } from './domein/geschiedenis/ronde.ts';
import { BACKOFF, waitAfter } from './retry/backoff.ts';
import { machineTime, type Time } from './retry/time.ts';

export interface GeschiedenisLoopOptions extends GeschiedenisDeps {
  /** Tijd tussen twee rondes, in ms. */
  readonly everyMs?: number;
  readonly time?: Time;
  readonly report?: (message: string, fields: Record<string, unknown>) => void;
}

/**
 * Leest de geschiedenis steeds bij, naast de werkers: zij wachten er nooit op. Lukt het niet, dan wordt de wachttijd langer
 * (retry/) en staat op /gezondheid sinds wanneer. Na stoppen begint er niets nieuws; wat half was gaat de volgende keer verder.
 */
export function makeHistoryLoop({ everyMs = 60_000, time = machineTime, report, ...deps }: GeschiedenisLoopOptions) {
  const stopper = new AbortController();
  let loop: Promise<void> | undefined;
  const round = (): Promise<Ronde> => leesGeschiedenis(deps, stopper.signal);

  return {
    round,
    start(): void {
      loop ??= (async () => {
        for (let failed = 0; !stopper.signal.aborted; ) {
          try {
            await round();
            failed = 0;
          } catch (error) {
            if (stopper.signal.aborted) return;
            failed += 1;
            report?.('geschiedenis bijlezen mislukte', { fout: error });
          }
          await time.wait(failed === 0 ? everyMs : waitAfter(failed, BACKOFF.history, time.random), stopper.signal);
        }
      })();
    },
    async stop(): Promise<void> {
      stopper.abort();
      await loop;
    },
  };
}
