import { stringify } from 'csv-stringify/sync';
import type { Cel, Kolomsoort, Uitvoer } from './tabel.ts';
import { veiligeTekst } from './veilige-tekst.ts';

/**
 * De eerste tabel als CSV voor een Nederlands Excel: puntkomma, komma als decimaalteken, en een BOM zodat het UTF-8 herkent.
 * Geen `sep=`, want dan leest Excel de BOM niet. Bovenaan staat waarover de tabel gaat, na een lege regel volgen de koppen.
 */
export function tabelAlsCsv({ titel, over, tekens, tabellen: [tabel] }: Uitvoer): string {
  const kop = [[veiligeTekst(titel)], ...[...over, ...tekens].map(({ naam, tekst }) => [veiligeTekst(naam), veiligeTekst(tekst)]), []];
  const rijen = tabel.rijen.map((rij) => rij.map((cel, i) => alsTekst(cel, tabel.kolommen[i]!.soort)));
  return stringify([...kop, tabel.kolommen.map((k) => veiligeTekst(k.kop)), ...rijen], { bom: true, delimiter: ';', record_delimiter: 'windows' });
}

function alsTekst(cel: Cel, soort: Kolomsoort): string {
  if (cel === null) return '';
  if (typeof cel === 'string') return soort === 'datum' ? dagMaandJaar(cel) : veiligeTekst(cel);
  return soort === 'aandeel' ? `${metKomma(Math.round(cel * 1000) / 10)}%` : metKomma(cel);
}

const metKomma = (getal: number): string => String(getal).replace('.', ',');
const dagMaandJaar = (datum: string): string => /^\d{4}-\d\d-\d\d$/.test(datum) ? datum.split('-').reverse().join('-') : veiligeTekst(datum);
