/**
 * Wat er in getypte of geplakte tekst te zien is, en niets anders. Onzichtbare tekens komen mee uit Word, een website of een
 * telefoon: zonder breedte, van leesrichting, stuurtekens, een BOM, een halve emoji. Ze breken PostgreSQL (NUL), het zoeken op
 * naam of een mail, en niemand ziet waarom; daarom gaan ze er stil uit. Tab en regeleinde zijn gewone tekst.
 */
// eslint-disable-next-line no-control-regex
const ONZICHTBAAR = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Cs}/gu;
/** Elke soort spatie die geen gewone is: vaste spatie, smalle spatie, die van een ander schrift. */
const SPATIE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const REGELEINDE = /\r\n?|[\u0085\u2028\u2029]/gu;

/** Getypte tekst zonder onzichtbare tekens, in één schrijfwijze (NFC) en met gewone spaties en regeleinden. */
export const schoon = (tekst: string): string => tekst.replace(REGELEINDE, '\n').replace(ONZICHTBAAR, '').replace(SPATIE, ' ').normalize('NFC');

/** Hetzelfde voor een veld van één regel: geen tabs of regeleinden, geen dubbele spaties, geen spaties eromheen. */
export const schoneRegel = (tekst: string): string => schoon(tekst).replace(/\s+/gu, ' ').trim();

/** Alle teksten in een waarde, hoe diep ook; namen van velden blijven zoals ze zijn. */
export function schoneWaarde(waarde: unknown): unknown {
  if (typeof waarde === 'string') return schoon(waarde);
  if (Array.isArray(waarde)) return waarde.map(schoneWaarde);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).map(([naam, deel]) => [naam, schoneWaarde(deel)]));
}
