import { BusinessError, TransientError, WorkerError } from '../../domein/errors.ts';
import type { Job } from './worker.ts';

/** Wat de engine te horen krijgt nadat een werker een fout gooide. */
export type Answer =
  | { readonly kind: 'bpmn-error'; readonly code: string; readonly message: string; readonly variables: Record<string, unknown> }
  | { readonly kind: 'failed'; readonly attempts: number; readonly waitMs: number; readonly message: string };

export interface FailureOptions {
  /** Wachttijd na de eerste, tweede, … mislukte poging; de laatste geldt voor alle volgende. */
  readonly waitsMs: readonly number[];
  /** Hoeveel pogingen het model geeft (`retries`), om te weten de hoeveelste dit was. */
  readonly attemptsInModel: number;
  readonly random: () => number;
}

export const DEFAULT_WAITS_MS = [10_000, 60_000, 300_000] as const;

/**
 * Vertaalt een fout naar een antwoord aan de engine: bedrijf → BPMN-fout; tijdelijk en onbekend → één poging minder en
 * een groeiende wachttijd met toeval (de SDK zelf wacht niet en is in 60 ms door alle pogingen heen, anchors §6.3.4);
 * permanent en contract → geen pogingen meer, dus een incident. `retries` gaat altijd mee: zonder maakt de engine er 0
 * van (camunda-facts §3.3.1). De boodschap van een onbekende fout gaat niet mee, want die kan gegevens citeren.
 */
export function decideAnswer(error: unknown, job: Job, options: FailureOptions): Answer {
  if (error instanceof BusinessError) {
    return { kind: 'bpmn-error', code: error.code, message: truncate(error.message), variables: error.variables };
  }
  if (error instanceof WorkerError && !(error instanceof TransientError)) {
    return { kind: 'failed', attempts: 0, waitMs: 0, message: truncate(error.message) };
  }
  const attempts = Math.max(0, job.attemptsLeft - 1);
  const message =
    error instanceof TransientError
      ? truncate(error.message)
      : `Onverwachte fout in de werker ${job.type}. Zoek in het technische log op opdracht ${job.key}.`;
  return { kind: 'failed', attempts, waitMs: attempts === 0 ? 0 : waitFor(job.attemptsLeft, options), message };
}

/** De wachttijd, tussen 80 en 120 procent: zo komen opdrachten die samen misgingen niet ook samen terug. */
function waitFor(attemptsLeft: number, { waitsMs, attemptsInModel, random }: FailureOptions): number {
  const nth = Math.min(Math.max(0, attemptsInModel - attemptsLeft), waitsMs.length - 1);
  return Math.round((waitsMs[nth] ?? 0) * (0.8 + 0.4 * random()));
}

const truncate = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text);
