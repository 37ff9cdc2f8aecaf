import type { Limiter } from '../../engine/limiter.ts';
import { BACKOFF } from '../../retry/backoff.ts';
import { retry } from '../../retry/retry.ts';
import { withinTime } from '../../retry/time-limit.ts';
import type { Time } from '../../retry/time.ts';
import { GrpcCode, grpcCode, isBackpressure, isTransient } from '../../retry/transient.ts';

export interface Delivery {
  readonly time: Time;
  readonly limiter: Limiter;
  /** Tot hoe lang proberen zin heeft: daarna is de vergrendeling voorbij en krijgt een ander de opdracht. */
  readonly patienceMs: number;
  /** Hoe lang één poging mag duren voordat zij als onbeantwoord geldt. */
  readonly answerMs: number;
}

/**
 * Bezorgt een antwoord (voltooid, mislukt, BPMN-fout) met eigen herhaling. Het werk is dan al gedaan: één haperend
 * antwoord mag geen mislukte opdracht worden, zoals bij de SDK (anchors §6.3.8). NOT_FOUND betekent dat een ander
 * het antwoord al gaf of dat de instantie weg is, en telt als gelukt.
 * @returns 'bezorgd', 'al-gedaan' of 'opgegeven' (dan komt de opdracht na de vergrendeling vanzelf terug).
 * @throws de fout van de engine als herhalen niet helpt, bijvoorbeeld een ongeldige waarde.
 */
export async function deliver(send: () => Promise<unknown>, options: Delivery): Promise<'bezorgd' | 'al-gedaan' | 'opgegeven'> {
  const { time, limiter, patienceMs, answerMs } = options;
  try {
    await retry(() => withinTime(send(), answerMs, time, noAnswer), {
      time, patienceMs, backoff: BACKOFF.command,
      failed: (error) => isBackpressure(error) && limiter.reportPressure(),
      beforeRetry: () => limiter.waitForRoom(),
    });
    return 'bezorgd';
  } catch (error) {
    const code = grpcCode(error);
    if (code === GrpcCode.NOT_FOUND || code === GrpcCode.FAILED_PRECONDITION) return 'al-gedaan';
    if (isTransient(error)) return 'opgegeven';
    throw error;
  }
}

const noAnswer = (): Error => Object.assign(new Error('geen antwoord van de engine'), { code: GrpcCode.DEADLINE_EXCEEDED });
