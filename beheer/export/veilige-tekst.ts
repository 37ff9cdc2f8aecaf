/** Waarmee een rekenblad een formule herkent, ook in de brede vorm die het zelf terugzet (owasp.org, CSV Injection). */
const FORMULE = /^[=+\-@＝＋－＠]/u;
/** Wat een rekenblad aan het begin van een cel overslaat, zodat het teken erna alsnog vooraan staat. */
const OVERGESLAGEN = /^[\s\p{Cc}\p{Cf}]+/u;
const STUURTEKEN = /[^\P{Cc}\n]/gu;

/**
 * Tekst die in een cel tekst blijft. Een naam komt van wie hem intypte: begint hij als een formule, dan krijgt hij een aanhalingsteken
 * ervoor, wat een rekenblad als "dit is tekst" leest. Regels in een cel mogen; andere stuurtekens worden een spatie. Alleen voor
 * tekst: een negatief getal is geen tekst en komt hier niet langs.
 */
export function veiligeTekst(tekst: string): string {
  const schoon = tekst.replace(/\r\n?/g, '\n').replace(OVERGESLAGEN, '').replace(STUURTEKEN, ' ');
  return FORMULE.test(schoon) ? `'${schoon}` : schoon;
}
