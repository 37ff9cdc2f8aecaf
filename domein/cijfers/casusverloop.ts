import type { Casuswending } from '../../registratie/cijfers/casusverloop.ts';
import { dagVan, type Datum } from '../kalender/datum.ts';

/** Een tijd waarin de casus open was: van en met de dag waarop zij openging tot de dag waarop zij sloot. */
export interface Openstaand {
  readonly van: Datum;
  /** Leeg zolang zij open is. */
  readonly tot: Datum | null;
  /** De reden waarmee zij toen sloot. */
  readonly reden: string | null;
}

/**
 * Wanneer een casus open was, ook als zij sloot en weer openging. Van een casus waarvan het einde niet in het logboek staat telt het
 * einde in de casus zelf.
 */
export function verloopVan({ geopendOp, afgeslotenOp, reden }: { geopendOp: Date; afgeslotenOp: Date | null; reden: string | null }, wendingen: readonly Casuswending[]): Openstaand[] {
  const uit: Openstaand[] = [];
  let van: Datum | null = dagVan(geopendOp);
  for (const wending of wendingen) {
    if (wending.soort === 'dicht' && van !== null) {
      uit.push({ van, tot: dagVan(wending.op), reden: wending.reden });
      van = null;
    } else if (wending.soort === 'open') van ??= dagVan(wending.op);
  }
  if (van === null && afgeslotenOp === null) van = uit.at(-1)?.tot ?? dagVan(geopendOp);
  if (van !== null) uit.push({ van, tot: afgeslotenOp && dagVan(afgeslotenOp), reden: afgeslotenOp && reden });
  return uit;
}

/** Was de casus op deze dag open? */
export const openOp = (verloop: readonly Openstaand[], dag: Datum): boolean => verloop.some(({ van, tot }) => van <= dag && (tot === null || tot > dag));
