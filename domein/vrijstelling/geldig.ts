import type { Vrijstelling } from '../../registratie/vrijstelling.ts';
import type { Datum } from '../kalender/datum.ts';

const geldtOp = ({ ingangsdatum, einddatum }: Vrijstelling, dag: Datum): boolean => ingangsdatum <= dag && dag <= einddatum;

/**
 * Tot en met welke dag een vrijstelling het kind uit de telling haalt, bij meer de langste; null als het op deze dag telt. Dat doet
 * alleen een vrijstelling van de inschrijving; schoolbezoek en ziekte doen dat niet (r. 493–496; errata §3).
 */
export const vrijgesteldTot = (vrijstellingen: readonly Vrijstelling[], dag: Datum): Datum | null =>
  vrijstellingen.filter((v) => v.soort !== 'VRIJSTELLING_SCHOOLBEZOEK' && geldtOp(v, dag)).map((v) => v.einddatum).sort().at(-1) ?? null;

/** Telt het kind op deze dag niet mee, omdat het van de inschrijving is vrijgesteld? */
export const isVrijgesteldOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): boolean => vrijgesteldTot(vrijstellingen, dag) !== null;

/** Over een dag met een vrijstelling wordt niets gemeld, ook niet bij een begrafenis of huwelijk (r. 496–497). */
export const isMeldingGepauzeerdOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): boolean => vrijstellingen.some((v) => geldtOp(v, dag));
