import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeExcelFile, { type Cell, type Feature, type Row, type Sheet } from 'write-excel-file/node';
import { getCellAddress, insertElementMarkupAccordingToOrderOfSiblings, getOrderOfSiblings, sanitizeTextContent } from 'write-excel-file/utility';
import type { Cel, Kolom, Tabel, Toelichting, Uitvoer } from './tabel.ts';
import { veiligeTekst } from './veilige-tekst.ts';

/** Wat de bibliotheek aan bestanden in een werkmap aanneemt; wij geven er geen. */
type Inhoud = Stream | Buffer | Blob;
const OPMAAK = { aantal: '#,##0', dagen: '#,##0', aandeel: '0.0%', datum: 'dd-mm-yyyy' } as const;
/** Een tekstcel blijft ook tekst als iemand haar opent en weer sluit. */
const TEKST = '@';
const KOP = { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#DCE6F2', bottomBorderStyle: 'thin', format: TEKST } as const;
const BREEDTE = { min: 11, max: 48 };

/**
 * Elke tabel op een werkblad, met vaste koppen en een filter erop, en daarachter "Over dit bestand": waarover, welk filter, wanneer
 * gemeten, wat de tekens en de kolommen betekenen. Getallen zijn getallen, ook negatieve; alle tekst is tekst.
 */
export async function tabelAlsXlsx(uitvoer: Uitvoer): Promise<Buffer> {
  const bladen = [...uitvoer.tabellen.map(tabelblad), overblad(uitvoer)];
  return writeExcelFile(bladen, { fontFamily: 'Calibri', fontSize: 11, features: [filterknoppen(uitvoer.tabellen), paginavoet(uitvoer)] }).toBuffer();
}

function tabelblad({ titel, kolommen, rijen }: Tabel): Sheet<Inhoud> {
  const eerste = kolommen.findIndex((k) => k.soort !== 'tekst');
  return {
    sheet: titel, orientation: 'landscape', stickyRowsCount: 1, stickyColumnsCount: Math.min(Math.max(eerste, 0), 2),
    columns: kolommen.map((kolom, i) => ({ width: breedte(kolom, rijen.map((rij) => rij[i] ?? null)) })),
    data: [kolommen.map((k): Cell => ({ ...KOP, value: veiligeTekst(k.kop) })), ...rijen.map((rij): Row => rij.map((cel, i) => alsCel(cel, kolommen[i]!)))],
  };
}

function overblad({ titel, over, tekens, tabellen }: Uitvoer): Sheet<Inhoud> {
  const regel = ({ naam, tekst }: Toelichting): Row => [{ value: veiligeTekst(naam), format: TEKST, wrap: true, alignVertical: 'top' }, { value: veiligeTekst(tekst), format: TEKST, wrap: true, alignVertical: 'top' }];
  const deel = (kop: string, regels: readonly Toelichting[]): Row[] => [[null, null], [{ ...KOP, value: veiligeTekst(kop), columnSpan: 2 }, null], ...regels.map(regel)];
  return {
    sheet: 'Over dit bestand', orientation: 'landscape', columns: [{ width: 40 }, { width: 100 }],
    data: [
      [{ value: veiligeTekst(titel), fontWeight: 'bold', fontSize: 14, format: TEKST }, null], ...over.map(regel), ...deel('Tekens in de tabel', tekens),
      ...tabellen.flatMap((t) => deel(`Kolommen van werkblad ${t.titel}`, t.kolommen.map(({ kop, uitleg }) => ({ naam: kop, tekst: uitleg })))),
    ],
  };
}

function alsCel(cel: Cel, { soort }: Kolom): Cell {
  if (cel === null || cel === '') return null;
  if (typeof cel === 'number') return { type: Number, value: cel, format: soort === 'tekst' || soort === 'datum' ? '0' : Number.isInteger(cel) || soort === 'aandeel' ? OPMAAK[soort] : '#,##0.0' };
  const dag = soort === 'datum' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(cel) : null;
  // De delen van de dag zelf: een moment in Nederlandse tijd zou in UTC een dag eerder zijn.
  if (dag) return { type: Date, value: new Date(Date.UTC(Number(dag[1]), Number(dag[2]) - 1, Number(dag[3]))), format: OPMAAK.datum };
  return { type: String, value: veiligeTekst(cel), format: TEKST, alignVertical: 'top', ...(soort === 'tekst' ? { wrap: true } : { align: 'right' }) };
}

function breedte({ kop, soort }: Kolom, cellen: readonly Cel[]): number {
  const woord = Math.max(...kop.split(/\s/).map((deel) => deel.length));
  const lengte = Math.max(...cellen.map((cel) => String(cel ?? '').length), woord, soort === 'tekst' ? 0 : BREEDTE.min);
  // De knop op de kop neemt ook plaats in.
  return Math.min(lengte + 3, BREEDTE.max);
}

const BLAD = 'xl/worksheets/sheet{id}.xml';

/** Een knop op elke kop om te sorteren en te kiezen. */
function filterknoppen(tabellen: readonly Tabel[]): Feature<Inhoud> {
  return { files: { transform: { [BLAD]: { transform: (xml, _blad, { sheetIndex }) => {
    const tabel = tabellen[sheetIndex];
    if (!tabel || tabel.rijen.length === 0) return xml;
    const vak = `A1:${getCellAddress(tabel.rijen.length, tabel.kolommen.length - 1)}`;
    return insertElementMarkupAccordingToOrderOfSiblings(xml, `<autoFilter ref="${vak}"/>`, getOrderOfSiblings(BLAD, 'worksheet') ?? [], 'worksheet');
  } } } } };
}

/** Onder elke afgedrukte bladzijde waarover zij gaat: een los vel zonder filter en moment zegt niets. */
function paginavoet({ titel, over }: Uitvoer): Feature<Inhoud> {
  // In een voet is & het begin van een opdracht, en is er plaats voor 255 tekens.
  const tekst = sanitizeTextContent([titel, ...over.map((t) => `${t.naam}: ${t.tekst}`)].join(' · ').slice(0, 230).replaceAll('&', '&&'));
  return { files: { transform: { [BLAD]: { insert: () => `<headerFooter><oddFooter>&amp;L&amp;8 ${tekst}&amp;R&amp;8&amp;P/&amp;N</oddFooter></headerFooter>` } } } };
}
