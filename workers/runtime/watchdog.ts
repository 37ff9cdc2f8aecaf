import type { Time } from '../../retry/time.ts';
import type { Klok } from '../../domein/klok.ts';

/** De gezondheid van één werker, zoals /gezondheid haar toont. */
export interface WorkerHealth {
  readonly type: string;
  readonly lastPoll: Date | null;
  readonly ok: boolean;
}

/**
 * Bewaakt één werker: wanneer vroeg hij voor het laatst met succes om werk? De SDK kan stilvallen zonder iets te melden
 * (issue 784; een gelekte plaats; een half dode verbinding), en een werker die niets vraagt lijkt op een rustige dag.
 * Wie zelf aan het werk is, is niet stil: dan vraagt hij terecht niet.
 */
export interface Watchdog {
  succeeded(): void;
  begins(): void;
  done(): void;
  busy(): number;
  /** Is er te lang niets goeds gehoord? Dan hoort er een nieuwe werker te komen. */
  silent(): boolean;
  /** Een nieuwe werker krijgt weer de volle tijd om van zich te laten horen. */
  reset(): void;
  health(): WorkerHealth;
}

export function makeWatchdog(type: string, options: { time: Time; klok: Klok; silenceMs: number }): Watchdog {
  const { time, klok, silenceMs } = options;
  let lastPoll: Date | null = null;
  let teken = time.ms();
  let lastGood = -Infinity;
  let inHand = 0;
  const signOfLife = (): void => void (teken = time.ms());
  return {
    succeeded() {
      lastPoll = klok.nu();
      lastGood = time.ms();
      signOfLife();
    },
    begins() {
      inHand++;
      signOfLife();
    },
    done() {
      inHand--;
      signOfLife();
    },
    busy: () => inHand,
    silent: () => inHand === 0 && time.ms() - teken > silenceMs,
    reset: signOfLife,
    health: () => ({ type, lastPoll, ok: inHand > 0 || time.ms() - lastGood <= silenceMs }),
  };
}
