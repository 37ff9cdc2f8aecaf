import type { Vrijstelling } from '../../registratie/vrijstelling.ts';
import type { Datum } from '../kalender/datum.ts';

const geldtOp = ({ ingangsdatum, einddatum }: Vrijstelling, dag: Datum): boolean => ingangsdatum <= dag && dag <= einddatum;

/** Alleen een vrijstelling van de inschrijving haalt het kind uit de telling; schoolbezoek doet dat niet (r. 493–496; errata §3). */
export const isVrijgesteldOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): boolean =>
  vrijstellingen.some((v) => v.soort !== 'VRIJSTELLING_SCHOOLBEZOEK' && geldtOp(v, dag));

/** Over een dag met een vrijstelling wordt niets gemeld, ook niet bij een begrafenis of huwelijk (r. 496–497). */
export const isMeldingGepauzeerdOp = (vrijstellingen: readonly Vrijstelling[], dag: Datum): boolean => vrijstellingen.some((v) => geldtOp(v, dag));
