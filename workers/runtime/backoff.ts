import type { Tijd } from '../../engine/time.ts';

/**
 * De wachttijd voor het vragen om werk als de engine weg is of het te druk heeft. De SDK vraagt bij een verloren
 * verbinding elke 300 ms opnieuw; met twintig werkers is dat een storm op het moment dat de engine opstart.
 */
export interface Terugval {
  mislukt(): void;
  gelukt(): void;
  wacht(signaal: AbortSignal): Promise<void>;
}

export function maakTerugval(tijd: Tijd, opties: { beginMs: number; hoogsteMs: number }): Terugval {
  let fouten = 0;
  return {
    mislukt: () => void fouten++,
    gelukt: () => void (fouten = 0),
    wacht: async (signaal) => {
      if (fouten === 0) return;
      const ms = Math.min(opties.hoogsteMs, opties.beginMs * 2 ** Math.min(fouten - 1, 10));
      await tijd.wacht(ms * (0.5 + tijd.toeval() / 2), signaal);
    },
  };
}
