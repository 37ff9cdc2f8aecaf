/** Een deel van het routeboek: zijn naam en de regels waar het staat. Samen elk deel dat zegt wat iemand doet. */
export interface Paragraph {
  readonly naam: string;
  readonly van: number;
  readonly tot: number;
}

const stappen = (route: string, eerste: readonly number[], einde: number): Paragraph[] =>
  eerste.map((van, i) => ({ naam: `${route}, stap ${i + 1}`, van, tot: (eerste[i + 1] ?? einde + 1) - 1 }));

/** Het routeboek van juli 2021: de genummerde stappen van beide routes, en de paragrafen met handelingen. */
export const PARAGRAPHS: readonly Paragraph[] = [
  ...stappen('Met kernteam', [30, 35, 36, 41, 45, 46, 51, 57, 65, 69, 79, 84, 88, 93, 99, 102, 114, 118], 120),
  ...stappen('Zonder kernteam', [128, 133, 134, 137, 141, 145, 150, 159, 163, 173, 178, 182, 187, 192, 195, 210, 214], 216),
  { naam: '1.3 Verzuim', van: 303, tot: 421 },
  { naam: '1.4 Leerling zit onvoldoende in de groep', van: 424, tot: 435 },
  { naam: '1.5 School in gesprek met leerling en ouders', van: 437, tot: 442 },
  { naam: '1.6 Verzuim stopt', van: 444, tot: 449 },
  { naam: '1.7 Ondersteuningsteam', van: 451, tot: 476 },
  { naam: '1.8 JGZ', van: 477, tot: 488 },
  { naam: '1.9 Ontheffing en vrijstelling', van: 490, tot: 516 },
  { naam: '2.1 en 2.2 Aanbod en maatwerk', van: 524, tot: 553 },
  { naam: '2.3 Afstandsonderwijs', van: 555, tot: 587 },
  { naam: '2.4 Brugplaats SBO', van: 589, tot: 740 },
  { naam: '2.5 Brugplaats KDC-ASVZ', van: 744, tot: 819 },
  { naam: '2.7 CCE en BREN', van: 848, tot: 870 },
  { naam: '2.8 GOAL', van: 873, tot: 916 },
  { naam: '2.9 Doorzettingsmacht', van: 920, tot: 967 },
  { naam: '3.1 Aanpassing onderwijstijd', van: 969, tot: 1097 },
  { naam: '3.2 Meldcode', van: 1100, tot: 1126 },
];

/** De regels die een bronvermelding noemt: "routeboek r. 51–55, 145" geeft [51, 55] en [145, 145]. */
export function sourceLines(tekst: string): readonly (readonly [number, number])[] {
  const na = [...tekst.matchAll(/r\. ([\d–\-, ]+)/g)].map(([, deel]) => deel).join(', ');
  return [...na.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].map(([, van, tot]) => [Number(van), Number(tot ?? van)] as const);
}
