import type { Tweetal } from '../../domein/kaart/vergelijk.ts';
import { kenmerkVan } from '../../registratie/kaart/filter.ts';
import { BEDEKT, GEEN } from '../kaart/tekst.ts';
import { maatVan, type Vergelijkbeeld } from './beelden.ts';
import { PROCENTPUNT } from './tekst.ts';

/** Wat een getal in de tekening van het verschil is. */
export function uitlegVerschil(beeld: Vergelijkbeeld): string {
  if (beeld === 'paden') return 'Van alles wat een punt verlaat, gaat een deel langs elke pijl. Het getal is hoeveel procentpunt dat deel bij B groter of kleiner is dan bij A; hoe dikker de band, hoe groter het verschil. Het staat er alleen waar iets te kiezen was en waar bij allebei elk aantal van die keuze er staat. De aantallen zijn op vijven afgerond: bij weinig keren zegt een klein verschil niets.';
  const veel = maatVan(beeld).eenheid === 'kinderen' ? ' Gaat het bij de een over veel meer kinderen dan bij de ander, dan zegt een verschil in aantallen weinig: kijk dan hoe lang het duurt.' : '';
  return `Het getal is B min A, met eronder de twee getallen zelf: van A naar B. Er staat alleen een verschil waar allebei een getal heeft.${veel}`;
}

/** Wat A en B naast elkaar zegt. */
export const uitlegKanten = (beeld: Vergelijkbeeld): string =>
  `${beeld === 'paden' ? 'Het getal is hoe vaak een pijl is genomen. Een even dikke band is bij A en B even vaak.' : 'Dezelfde kleur is bij A en B hetzelfde getal.'} De tekeningen schuiven en zoomen samen.`;

/** De tekens in de tekening en in de tabel. */
export const tekensBij = (beeld: Vergelijkbeeld): { readonly teken: string; readonly uitleg: string }[] => [
  ...BEDEKT, { teken: GEEN, uitleg: beeld === 'paden' ? 'er was niets te kiezen, of aan een van de kanten kwam hier niemand' : 'aan een van de kanten is hier niets te meten' },
  ...(maatVan(beeld).eenheid === 'procentpunt' ? [{ teken: PROCENTPUNT, uitleg: 'procentpunt: van 20% naar 32% is +12 pp' }] : []),
];

/** Wat er staat als er nergens een verschil is; leeg als daar al een reden voor staat. @param reden zoals `zonderPaden` haar geeft */
export function geenVerschil(beeld: Vergelijkbeeld, reden: string): string {
  if (reden !== '') return '';
  return beeld === 'paden' ? 'Bij geen keuze is een verschil te laten zien: de delen zijn gelijk, of een van de getallen van die keuze staat er niet.' : 'Nergens is een verschil te laten zien: A en B zijn gelijk, of een van de twee getallen staat er niet.';
}

/** Waarom er van de paden niets te vergelijken is; leeg als dat wel kan. */
export function zonderPaden({ a, b }: Tweetal): string {
  const smal = [['A', a] as const, ['B', b] as const].flatMap(([letter, { filter }]) => { const kenmerk = kenmerkVan(filter); return kenmerk ? [{ letter, soort: kenmerk.soort }] : []; });
  if (smal.length === 0) return '';
  const soorten = [...new Set(smal.map(({ soort }) => soort))].join(' of ');
  return `Er is geen verschil in paden te laten zien: met een filter op ${soorten}, zoals bij ${smal.map(({ letter }) => letter).join(' en ')}, staat er niet hoe vaak een pijl is genomen.`;
}
