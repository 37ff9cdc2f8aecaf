import type { Kaart } from '../../domein/kaart/kaart.ts';
import type { Toelichting } from '../export/tabel.ts';
import { kaartadres } from '../kaartfilter.ts';
import { BEELDEN, type Beeld } from './beelden.ts';
import { meetdag, naamdelen, overKaart, type Bijschrift } from './bijschrift.ts';
import type { Gekozen } from './filterkeuze.ts';

/** Wat iemand met een kaart kan doen: de tabel of de afbeelding bewaren, en afdrukken. */
export interface Acties {
  readonly xlsx: string;
  readonly csv: string;
  /** Voor op papier. */
  readonly beeld: string;
  readonly over: readonly Toelichting[];
  /** Voor het script, als tekst in een attribuut. */
  readonly bijschrift: string;
}

/** @param rest wat de pagina zelf al bij de tekening zet */
export function maakActies(kaart: Kaart, beeld: Beeld, gekozen: readonly Gekozen[], rest: Pick<Bijschrift, 'klassen' | 'tekens' | 'uitleg'>): Acties {
  const vraag = kaartadres(kaart.filter);
  const bestand = (soort: string): string => `/kaart/${kaart.proces}/tabel.${soort}${vraag === '' ? '' : `?${vraag}`}`;
  const over = overKaart(kaart, gekozen);
  const bijschrift: Bijschrift = { titel: kaart.naam, beeld: BEELDEN[beeld].titel, over, naam: naamdelen(kaart), dag: meetdag(kaart), klassen: rest.klassen, tekens: rest.tekens, uitleg: rest.uitleg };
  return { xlsx: bestand('xlsx'), csv: bestand('csv'), beeld: bijschrift.beeld, over, bijschrift: JSON.stringify(bijschrift) };
}
