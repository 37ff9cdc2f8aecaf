/**
 * Patronen voor datums en getallen zoals men ze hier schrijft. Zonder backslash: de FEEL van Tasklist 8.6 leest die anders.
 * Een patroon laat alleen door wat bestaat (31-04 niet, 29-02 alleen in een schrikkeljaar) en binnen de grenzen ligt.
 */
const EEUW = '(?:19|20)';
const SCHRIKKELJAAR = `(?:${EEUW}(?:0[48]|[2468][048]|[13579][26])|2000)`;
const DAG = [
  `(?:0?[1-9]|1[0-9]|2[0-8])-(?:0?[1-9]|1[0-2])-${EEUW}[0-9]{2}`,
  `(?:29|30)-(?:0?[13-9]|1[0-2])-${EEUW}[0-9]{2}`,
  `31-(?:0?[13578]|1[02])-${EEUW}[0-9]{2}`,
  `29-0?2-${SCHRIKKELJAAR}`,
].join('|');

/** Een bestaande dag als dag-maand-jaar. */
export const DATUM = `^(?:${DAG})$`;
/** Een bestaande dag met een tijd op een kwartier of een andere minuut: 05-09-2025 14:30. */
export const DATUM_EN_TIJD = `^(?:${DAG}) (?:[01]?[0-9]|2[0-3]):[0-5][0-9]$`;

export interface Grenzen {
  readonly min: number;
  readonly max: number;
  readonly stap: number;
}

/** Een getal van min tot en met max in deze stappen, met een komma: `2,5`. Geen punt, dus `1.500` kan niet. */
export function getalPatroon({ min, max, stap }: Grenzen): string {
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max < min) throw new Error(`Een getal van ${min} tot en met ${max} heeft geen patroon.`);
  const komma = KOMMA[stap];
  if (komma === undefined) throw new Error(`Een getal in stappen van ${stap} heeft geen patroon.`);
  if (komma === '') return `^(?:${bereik(min, max).join('|')})$`;
  const onder = max > min ? [`(?:${bereik(min, max - 1).join('|')})${komma}`] : [];
  return `^(?:${[...onder, `${max}(?:,00?)?`].join('|')})$`;
}

/** Wat er achter het hele getal mag staan. */
const KOMMA: Readonly<Record<number, string>> = { 1: '', 0.5: '(?:,[05]0?)?', 0.25: '(?:,(?:00?|25|50?|75))?' };

/** De gehele getallen van a tot en met b als stukken patroon: 0 tot en met 24 is [0-9], 1[0-9], 2[0-4]. */
function bereik(a: number, b: number): string[] {
  const stukken: string[] = [];
  for (let van = a; van <= b; ) {
    // Het grootste blok van tien, honderd … dat hier begint en niet voorbij het einde loopt.
    let blok = 1;
    while (van % (blok * 10) === 0 && van > 0 && van + blok * 10 - 1 <= b) blok *= 10;
    const cijfer = Math.floor(van / blok) % 10;
    const plaatsen = Math.min(9 - cijfer, Math.floor((b + 1 - van) / blok) - 1);
    const begin = String(van).slice(0, String(van).length - String(blok).length);
    const rest = '[0-9]'.repeat(String(blok).length - 1);
    stukken.push(`${begin}${plaatsen === 0 ? cijfer : `[${cijfer}-${cijfer + plaatsen}]`}${rest}`);
    van += blok * (plaatsen + 1);
  }
  return stukken;
}
