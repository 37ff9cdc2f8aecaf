import { momentTekst } from '../../domein/kalender/datum.ts';
import type { Toelichting } from '../export/tabel.ts';
import { AFGEROND, BIJ_KENMERK, type Filterkeuze } from './filter.ts';

/** Wat een pagina met cijfers nodig heeft om bewaard, afgedrukt en los gelezen te worden. */
export interface Blad {
  /** Waarover zij gaat: hetzelfde op papier en in elk bestand. */
  readonly over: readonly Toelichting[];
  readonly xlsx: string;
  readonly csv: string;
  /** De pagina om af te drukken, en van daar weer terug. */
  readonly afdruk: string;
  readonly terug: string;
}

/** @param gegevens hoe vers de gegevens zijn @param afgerond zijn ook de getallen over alle kinderen afgerond? */
export const overBlad = ({ tekst, gefilterd }: Pick<Filterkeuze, 'tekst' | 'gefilterd'>, gemetenOp: Date, gegevens: string, afgerond: boolean): Toelichting[] => [
  { naam: 'Filter', tekst },
  { naam: 'Gemeten op', tekst: momentTekst(gemetenOp.toISOString()) },
  { naam: 'Gegevens', tekst: gegevens },
  ...(gefilterd || afgerond ? [{ naam: 'Let op', tekst: gefilterd ? BIJ_KENMERK : AFGEROND }] : []),
];

/** @param pad de pagina zelf @param vraag het filter zoals het in het adres staat, met het vraagteken */
export const maakBlad = (pad: string, vraag: string, over: readonly Toelichting[]): Blad =>
  ({ over, xlsx: `${pad}/tabel.xlsx${vraag}`, csv: `${pad}/tabel.csv${vraag}`, afdruk: `${pad}/afdruk${vraag}`, terug: `${pad}${vraag}` });
