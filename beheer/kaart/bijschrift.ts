import type { Kaart } from '../../domein/kaart/kaart.ts';
import { momentTekst, type Datum } from '../../domein/kalender/datum.ts';
import type { Toelichting } from '../export/tabel.ts';
import { aantalTekst } from '../getal.ts';
import type { Gekozen } from './filterkeuze.ts';

/** Wat een afbeelding of een vel papier meekrijgt om los van de pagina te worden gelezen. */
export interface Bijschrift {
  readonly titel: string;
  readonly beeld: string;
  readonly over: readonly Toelichting[];
  readonly klassen: readonly string[];
  readonly tekens: readonly { readonly teken: string; readonly uitleg: string }[];
  readonly uitleg: string;
  /** Voor de naam van het bestand: het proces, en dan het filter. */
  readonly naam: readonly string[];
  readonly dag: Datum;
}

/** Waarover een kaart gaat: hetzelfde bij de tekening, op papier en in elk bestand. */
export const overKaart = ({ gemetenOp, versheid, kinderenNu, toelichting }: Kaart, gekozen: readonly Gekozen[]): Toelichting[] => [
  { naam: 'Filter', tekst: gekozen.length === 0 ? 'geen: alle jaren, alle kinderen' : gekozen.map(({ label }) => label).join(', ') },
  { naam: 'Gemeten op', tekst: momentTekst(gemetenOp) },
  { naam: 'Gegevens', tekst: versheid.tekst },
  { naam: 'Kinderen nu in dit proces', tekst: kinderenNu === null ? 'niet getoond' : aantalTekst(kinderenNu) },
  ...toelichting.map((tekst) => ({ naam: 'Let op', tekst })),
];

/** De delen van de naam van een bestand: het proces en wat er gekozen is. Nooit iets van een kind. */
export const naamdelen = ({ proces, filter }: Pick<Kaart, 'proces' | 'filter'>): string[] =>
  [proces, ...Object.entries(filter).flatMap(([veld, waarde]) => (waarde === undefined ? [] : [`${veld}-${String(waarde)}`]))];
export const meetdag = ({ gemetenOp }: Pick<Kaart, 'gemetenOp'>): Datum => gemetenOp.slice(0, 10);
