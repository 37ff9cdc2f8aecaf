import type { Meldingfout } from './placeholders.ts';

/** Wie een melding krijgt, zoals de kop het zegt: rollen, of een lijst rollen per route. */
export type Recipients = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** Wat alleen wie de mailteksten nakijkt erbij weet. Wie ze verstuurt heeft het niet nodig. */
export interface Checks {
  /** De vraag achter een opmerking, met een spatie ervoor: ` Bedoelde u schoolNaam?`; leeg als niets er genoeg op lijkt. */
  bedoelde(naam: string, kandidaten: Iterable<string>): string;
  /** Bestaat elke rol en elke route? */
  recipients(aan: Recipients): readonly Meldingfout[];
}

export const NO_CHECKS: Checks = { bedoelde: () => '', recipients: () => [] };
