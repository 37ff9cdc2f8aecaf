const MAAND = '(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)';
/** Wat in elke mail anders kan zijn zonder dat iemand iets aan haar woorden deed: een dag, een tijd, een casusnummer, de taak waar zij naar verwijst. */
const WISSELT: readonly [RegExp, string][] = [
  [new RegExp(`(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag )?\\b\\d{1,2} ${MAAND}(?: \\d{4})?`, 'g'), '(datum)'],
  [/\b\d{1,2}-\d{1,2}-\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/g, '(datum)'],
  [/\b\d{1,2}[:.]\d{2} uur\b/g, '(tijd)'],
  [/\b\d{4}-\d{4}\b/g, '(casusnummer)'],
  [/\b\d{10,}\b/g, '(taak)'],
];
/** Zoveel tekens van een regel laten in een verslag zien wat er staat. */
const KORT = 120;

/** De regels van een mail, zonder wat er vanzelf in wisselt. */
export const mailregels = (mail: string): string[] =>
  WISSELT.reduce((tekst, [past, door]) => tekst.replace(past, door), mail).split('\n').map((regel) => regel.trim()).filter((regel) => regel !== '');

/**
 * Waarin de woorden van een mail verschillen: de eerste regel die er nu staat en straks niet, en andersom.
 * @returns undefined als de woorden dezelfde zijn
 */
export function andereWoorden(was: string, wordt: string): string | undefined {
  const [nu, straks] = [mailregels(was), mailregels(wordt)];
  const weg = nu.find((regel) => !straks.includes(regel));
  const erbij = straks.find((regel) => !nu.includes(regel));
  if (weg === undefined && erbij === undefined) return nu.join('\n') === straks.join('\n') ? undefined : 'dezelfde regels in een andere volgorde';
  return [weg && `nu "${vanafVerschil(weg, erbij)}"`, erbij && `straks "${vanafVerschil(erbij, weg)}"`].filter(Boolean).join(', ');
}

/** Een lange regel begint vlak voor het eerste woord dat anders is. */
function vanafVerschil(regel: string, ander = ''): string {
  if (regel.length <= KORT) return regel;
  let gelijk = 0;
  while (gelijk < regel.length && regel[gelijk] === ander[gelijk]) gelijk++;
  const vanaf = Math.min(gelijk - 30, regel.length - KORT);
  const begin = vanaf <= 0 ? 0 : regel.indexOf(' ', vanaf) + 1;
  const stuk = regel.slice(begin, begin + KORT);
  return `${begin > 0 ? '…' : ''}${stuk}${begin + KORT < regel.length ? '…' : ''}`;
}
