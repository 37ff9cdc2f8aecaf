import type { Vrijstelling } from '../../registratie/vrijstelling.ts';
import type { Datum } from '../kalender/datum.ts';

const geldtOp = ({ ingangsdatum, einddatum }: Vrijstelling, dag: Datum): boolean => ingangsdatum <= dag && dag <= einddatum;

/**
 * De vrijstelling die het kind op deze dag uit de telling haalt, bij meer de langste. Dat doet alleen een vrijstelling van de
 * inschrijving; schoolbezoek en ziekte doen dat niet (r. 493–496; errata §3).
 */
export const vrijstellingOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): Vrijstelling | undefined =>
  vrijstellingen.filter((v) => v.soort !== 'VRIJSTELLING_SCHOOLBEZOEK' && geldtOp(v, dag)).sort((a, b) => b.einddatum.localeCompare(a.einddatum))[0];

/** Telt het kind op deze dag niet mee, omdat het van de inschrijving is vrijgesteld? */
export const isVrijgesteldOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): boolean => vrijstellingOp(vrijstellingen, dag) !== undefined;

/** Over een dag met een vrijstelling wordt niets gemeld, ook niet bij een begrafenis of huwelijk (r. 496–497). */
export const isMeldingGepauzeerdOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): boolean => vrijstellingen.some((v) => geldtOp(v, dag));
