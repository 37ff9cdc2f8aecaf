import type { Limiter } from '../../engine/limiter.ts';
import { GrpcCode, grpcCode, isBackpressure, isTransient } from '../../engine/grpc-code.ts';
import type { Time } from '../../engine/time.ts';

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
  const { time, limiter } = options;
  const giveUpAt = time.ms() + options.patienceMs;
  for (let attempt = 0; ; attempt++) {
    try {
      await withTimeLimit(send(), options.answerMs, time);
      return 'bezorgd';
    } catch (error) {
      const code = grpcCode(error);
      if (code === GrpcCode.NOT_FOUND || code === GrpcCode.FAILED_PRECONDITION) return 'al-gedaan';
      if (!isTransient(error)) throw error;
      if (isBackpressure(error)) limiter.reportPressure();
    }
    const waitMs = Math.min(5_000, 100 * 2 ** Math.min(attempt, 6)) * (0.5 + time.random());
    if (time.ms() + waitMs >= giveUpAt) return 'opgegeven';
    await time.wait(waitMs);
    await limiter.waitForRoom();
  }
}

/** Een poging zonder antwoord geldt als te laat; de poging zelf wordt losgelaten en haar afloop genegeerd. */
async function withTimeLimit(attempt: Promise<unknown>, ms: number, time: Time): Promise<void> {
  attempt.catch(() => undefined);
  const done = new AbortController();
  const tooLate = time.wait(ms, done.signal).then(() => {
    if (!done.signal.aborted) throw Object.assign(new Error('geen antwoord van de engine'), { code: GrpcCode.DEADLINE_EXCEEDED });
  });
  tooLate.catch(() => undefined);
  try {
    await Promise.race([attempt, tooLate]);
  } finally {
    done.abort();
  }
}
