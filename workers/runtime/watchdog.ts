import type { Tijd } from '../../engine/time.ts';
import type { Klok } from '../../domein/klok.ts';

/** De gezondheid van één werker, zoals /gezondheid haar toont. */
export interface WerkerGezondheid {
  readonly type: string;
  readonly laatstePoll: Date | null;
  readonly ok: boolean;
}

/**
 * Bewaakt één werker: wanneer vroeg hij voor het laatst met succes om werk? De SDK kan stilvallen zonder iets te melden
 * (issue 784; een gelekte plaats; een half dode verbinding), en een werker die niets vraagt lijkt op een rustige dag.
 * Wie zelf aan het werk is, is niet stil: dan vraagt hij terecht niet.
 */
export interface Waakhond {
  gelukt(): void;
  begint(): void;
  klaar(): void;
  bezig(): number;
  /** Is er te lang niets goeds gehoord? Dan hoort er een nieuwe werker te komen. */
  stil(): boolean;
  /** Een nieuwe werker krijgt weer de volle tijd om van zich te laten horen. */
  opnieuw(): void;
  gezondheid(): WerkerGezondheid;
}

export function maakWaakhond(type: string, opties: { tijd: Tijd; klok: Klok; stilteMs: number }): Waakhond {
  const { tijd, klok, stilteMs } = opties;
  let laatstePoll: Date | null = null;
  let teken = tijd.ms();
  let goed = -Infinity;
  let onderhanden = 0;
  const levensteken = (): void => void (teken = tijd.ms());
  return {
    gelukt() {
      laatstePoll = klok.nu();
      goed = tijd.ms();
      levensteken();
    },
    begint() {
      onderhanden++;
      levensteken();
    },
    klaar() {
      onderhanden--;
      levensteken();
    },
    bezig: () => onderhanden,
    stil: () => onderhanden === 0 && tijd.ms() - teken > stilteMs,
    opnieuw: levensteken,
    gezondheid: () => ({ type, laatstePoll, ok: onderhanden > 0 || tijd.ms() - goed <= stilteMs }),
  };
}
