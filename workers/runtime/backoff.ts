import type { Time } from '../../engine/time.ts';

/**
 * De wachttijd voor het vragen om werk als de engine weg is of het te druk heeft. De SDK vraagt bij een verloren
 * verbinding elke 300 ms opnieuw; met twintig werkers is dat een storm op het moment dat de engine opstart.
 */
export interface Backoff {
  failed(): void;
  succeeded(): void;
  wait(signal: AbortSignal): Promise<void>;
}

export function makeBackoff(time: Time, options: { initialMs: number; maxMs: number }): Backoff {
  let errors = 0;
  return {
    failed: () => void errors++,
    succeeded: () => void (errors = 0),
    wait: async (signal) => {
      if (errors === 0) return;
      const ms = Math.min(options.maxMs, options.initialMs * 2 ** Math.min(errors - 1, 10));
      await time.wait(ms * (0.5 + time.random() / 2), signal);
    },
  };
}
