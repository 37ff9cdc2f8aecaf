import type { Datum } from '../../domein/kalender/datum.ts';
import { schooljaarVan } from '../../domein/kalender/schoolkalender.ts';
import { isKenmerk, type Stand } from '../kaart/adres.ts';

type Adresfilter = Stand['filter'];

const jaarEerder = (tekst: string): string => tekst.replace(/\d{4}/g, (jaar) => String(Number(jaar) - 1));

/**
 * Waarmee iemand een heatmap het eerst wil vergelijken: een school, bestuur of route met alle kinderen van dat schooljaar; een periode met
 * dezelfde een jaar eerder. Zonder filter is het vorig schooljaar met dit.
 * @param filter dat van de heatmap, zoals het in het adres staat
 * @returns A de maatstaf, B wat ertegenover staat
 */
export function maatstafVoor(filter: Adresfilter, vandaag: Datum): { readonly a: Adresfilter; readonly b: Adresfilter } {
  const ruim = Object.fromEntries(Object.entries(filter).filter(([veld]) => !isKenmerk(veld) && veld !== 'route'));
  const smal = Object.keys(ruim).length < Object.keys(filter).length;
  if (smal) return { a: Object.keys(ruim).length > 0 ? ruim : { schooljaar: schooljaarVan(vandaag) }, b: filter };
  const b = Object.keys(filter).length > 0 ? filter : { schooljaar: schooljaarVan(vandaag) };
  return { a: Object.fromEntries(Object.entries(b).map(([veld, waarde]) => [veld, jaarEerder(waarde)])), b };
}
