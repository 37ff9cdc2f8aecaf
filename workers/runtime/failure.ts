import { BusinessError, TransientError, WorkerError } from '../../domein/errors.ts';
import { attemptNumber, UNEXPECTED_ATTEMPTS } from '../../retry/attempts.ts';
import { BACKOFF, waitAfter, type Backoff } from '../../retry/backoff.ts';
import { isTransient } from '../../retry/transient.ts';
import type { Job } from './worker.ts';

/** Wat de engine te horen krijgt nadat een werker een fout gooide. */
export type Answer =
  | { readonly kind: 'bpmn-error'; readonly code: string; readonly message: string; readonly variables: Record<string, unknown> }
  | { readonly kind: 'failed'; readonly attempts: number; readonly waitMs: number; readonly message: string };

export interface FailureOptions {
  readonly random: () => number;
  readonly backoff?: Partial<Record<'job' | 'unexpected', Backoff>>;
}

/**
 * Vertaalt een fout naar een antwoord aan de engine: bedrijf → BPMN-fout; tijdelijk (van de werker zelf, of op de lijst van
 * `retry/transient.ts`) → één poging minder en een groeiende wachttijd, samen bijna drie uur; onbekend → hetzelfde, maar na
 * vijf pogingen een incident; permanent en contract → meteen een incident. `retries` gaat altijd mee: zonder maakt de engine
 * er 0 van (camunda-facts §3.3.1). De boodschap van een onbekende fout gaat niet mee, want die kan gegevens citeren.
 */
export function decideAnswer(error: unknown, job: Job, { random, backoff }: FailureOptions): Answer {
  if (error instanceof BusinessError) {
    return { kind: 'bpmn-error', code: error.code, message: truncate(error.message), variables: error.variables };
  }
  const own = error instanceof WorkerError;
  if (own && !(error instanceof TransientError)) return incident(error.message);
  const attempt = attemptNumber(job.attemptsLeft);
  const attempts = Math.max(0, job.attemptsLeft - 1);
  if (own || isTransient(error)) {
    const lost = `De werker ${job.type} krijgt geen verbinding (${codeOf(error)}).`;
    if (attempts === 0) return incident(own ? error.message : lost);
    const message = own ? error.message : `${lost} De opdracht komt vanzelf terug.`;
    return { kind: 'failed', attempts, waitMs: waitAfter(attempt, backoff?.job ?? BACKOFF.job, random), message: truncate(message) };
  }
  const message = `Onverwachte fout in de werker ${job.type}. Zoek in het technische log op opdracht ${job.key}.`;
  if (attempts === 0 || attempt >= UNEXPECTED_ATTEMPTS) return incident(message);
  return { kind: 'failed', attempts, waitMs: waitAfter(attempt, backoff?.unexpected ?? BACKOFF.unexpected, random), message };
}

const incident = (message: string): Answer => ({ kind: 'failed', attempts: 0, waitMs: 0, message: truncate(message) });

/** De code van een storing; nooit haar boodschap. */
const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return String(code ?? cause?.code ?? 'geen code').slice(0, 40);
};

const truncate = (text: string): string => (text.length > 500 ? `${text.slice(0, 499)}…` : text);
