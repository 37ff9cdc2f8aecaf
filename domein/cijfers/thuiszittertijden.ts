import type { Datum } from '../kalender/datum.ts';
import type { Tijdvak } from '../thuis/tijdlijn.ts';
import type { Thuisoordeel } from '../thuis/oordeel.ts';

/** Waardoor een kind thuiszitter werd. */
export type RedenIn = 'VIER_WEKEN_THUIS' | 'NERGENS_INGESCHREVEN' | 'NA_VRIJSTELLING' | 'LEERPLICHTIG_GEWORDEN';

/** Een tijd waarin een kind thuiszitter was. */
export interface Thuiszittertijd {
  readonly van: Datum;
  /** De eerste dag waarop het kind het niet meer was; leeg zolang het thuiszitter is. */
  readonly tot: Datum | null;
  /** De eerste dag thuis. */
  readonly thuisSinds: Datum;
  readonly redenIn: RedenIn;
  /** De reden waarmee de periode thuis eindigde, of `VRIJGESTELD` of `NIET_LEERPLICHTIG`; leeg zolang het duurt. */
  readonly redenUit: string | null;
}

/** De tijden waarin een kind tot en met de peildatum thuiszitter was, de oudste eerst. */
export function thuiszittertijden(tijdlijn: readonly Tijdvak[], peildatum: Datum): Thuiszittertijd[] {
  const uit: Thuiszittertijd[] = [];
  const tot = tijdlijn.filter(({ van }) => van <= peildatum);
  for (const [i, vak] of tot.entries()) {
    const [vorige, laatste] = [tot[i - 1]?.oordeel, uit.at(-1)];
    if (vak.oordeel.thuiszitter && !vorige?.thuiszitter) uit.push({ van: vak.van, tot: null, thuisSinds: vak.oordeel.periode?.eersteDag ?? vak.van, redenIn: redenIn(vorige, vak.oordeel), redenUit: null });
    else if (!vak.oordeel.thuiszitter && vorige?.thuiszitter && laatste) uit[uit.length - 1] = { ...laatste, tot: vak.van, redenUit: redenUit(vorige, vak.oordeel, vak.van) };
  }
  return uit;
}

function redenIn(vorige: Thuisoordeel | undefined, nu: Thuisoordeel): RedenIn {
  if (vorige?.periode && vorige.vrijgesteldTot !== null) return 'NA_VRIJSTELLING';
  if (vorige?.periode && !vorige.leerplichtig) return 'LEERPLICHTIG_GEWORDEN';
  return nu.zonderSchool ? 'NERGENS_INGESCHREVEN' : 'VIER_WEKEN_THUIS';
}

function redenUit(vorige: Thuisoordeel, nu: Thuisoordeel, dag: Datum): string {
  if (nu.vrijgesteldTot !== null) return 'VRIJGESTELD';
  if (!nu.leerplichtig) return 'NIET_LEERPLICHTIG';
  return (vorige.periode?.eindDag === dag ? vorige.periode.eindeReden : null) ?? 'ONBEKEND';
}
