import type { Datum } from '../kalender/datum.ts';

interface Stand {
  readonly vierWekenSinds: Datum | null;
  readonly routeOpnieuwSinds: Datum | null;
  readonly sluitVanaf: Datum | null;
}

/**
 * Loopt er al een aanpak voor deze escalatie? Zo niet, dan hoort de route ervan. Na een terugval begint zij opnieuw, en
 * tijdens het sluiten telt alleen een kind dat na zijn terugkeer weer thuis was: de weken ervoor waren de reden van de casus.
 * @param regels de regels van deze opgave
 */
export function escalatieLoopt({ vierWekenSinds, routeOpnieuwSinds, sluitVanaf }: Stand, regels: readonly { datum: Datum; dagdelen: number }[], ontheffing: boolean): boolean {
  if (sluitVanaf !== null) return ontheffing || !regels.some((regel) => regel.datum >= sluitVanaf && regel.dagdelen > 0);
  return vierWekenSinds !== null && routeOpnieuwSinds === null;
}
