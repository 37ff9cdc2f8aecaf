import { KENMERKEN, type Kenmerk } from '../../registratie/kaart/filter.ts';
import { leesFormulier } from '../filterformulier.ts';
import type { Filterfout } from '../kaartfilter.ts';
import { BEELDEN, DAGEN, isBeeld, isDagen, type Beeld, type Dagen } from './beelden.ts';

/** Alles wat een plaatje bepaalt en in het adres staat: wie het adres deelt, deelt het plaatje. */
export interface Stand {
  readonly beeld: Beeld;
  readonly dagen: Dagen;
  /** De processen waarlangs iemand hier kwam, van buiten naar binnen. */
  readonly via: readonly string[];
  /** Het dichtgeklapte deelproces waarvan de binnenkant in beeld is. */
  readonly blad: string;
  /** De kolom waarop de tabel staat; een `-` ervoor is van hoog naar laag. */
  readonly sorteer: string;
  /** Het filter zoals het in het adres staat; `/api/kaart` oordeelt erover. */
  readonly filter: Readonly<Record<string, string>>;
}

/** Een kenmerk waarvan er hoogstens één te kiezen is. */
export const isKenmerk = (tekst: string): tekst is Kenmerk => (KENMERKEN as readonly string[]).includes(tekst);
export { KENMERKEN, type Kenmerk };
/** In het keuzeveld van de periode: niet een schooljaar maar maanden. */
export const MAANDEN = 'maanden';

const PROCES = /^[a-z0-9-]{1,60}$/;

/** Wat er in het adres van een kaart staat. Wat hier niet te begrijpen is komt in `fouten`; over het filter oordeelt een ander. */
export function leesStand(query: Readonly<Record<string, unknown>>): { stand: Stand; fouten: readonly Filterfout[] } {
  const fouten: Filterfout[] = [];
  const fout = (veld: string, melding: string): void => void fouten.push({ veld, melding });
  const een = (veld: string): string => {
    const waarde = query[veld] ?? '';
    if (typeof waarde === 'string') return waarde.trim();
    fout(veld, `${veld} staat er meer dan één keer; laat er één staan.`);
    return '';
  };
  const { beeld, dagen, via, blad, sorteer } = { beeld: een('beeld') || 'nu', dagen: een('dagen') || 'schooldagen', via: een('via'), blad: een('blad'), sorteer: een('sorteer') };
  if (!isBeeld(beeld)) fout('beeld', `Bij beeld wordt ${Object.keys(BEELDEN).join(', ')} verwacht.`);
  if (!isDagen(dagen)) fout('dagen', `Bij dagen wordt ${Object.keys(DAGEN).join(' of ')} verwacht.`);
  const langs = via === '' ? [] : via.split(',');
  if (langs.length > 8 || !langs.every((naam) => PROCES.test(naam))) fout('via', 'Bij via worden hoogstens acht namen van processen verwacht, met een komma ertussen.');
  if (!/^\w{0,80}$/.test(blad)) fout('blad', 'Bij blad wordt het id van een deelproces verwacht.');
  if (!/^-?\w{0,30}$/.test(sorteer)) fout('sorteer', 'Bij sorteer wordt de naam van een kolom verwacht.');
  const eigen = new Set(['beeld', 'dagen', 'via', 'blad', 'sorteer', 'kenmerk', 'periode']);
  const filter = Object.fromEntries(Object.keys(query).filter((veld) => !eigen.has(veld)).map((veld) => [veld, een(veld)]).filter(([, waarde]) => waarde !== ''));
  return { stand: { beeld: isBeeld(beeld) ? beeld : 'nu', dagen: isDagen(dagen) ? dagen : 'schooldagen', via: fouten.some((f) => f.veld === 'via') ? [] : langs, blad, sorteer, filter }, fouten };
}

/** Het filterformulier kent twee velden die het adres niet kent. @returns het filter dat ermee bedoeld is, of niets als het formulier niet is gebruikt */
export function uitFormulier(query: Readonly<Record<string, unknown>>, filter: Stand['filter']): Readonly<Record<string, string>> | undefined {
  const gekozen = leesFormulier(query, isKenmerk);
  if (gekozen === undefined) return undefined;
  const { van, tot, schooljaar: _weg, ...rest } = filter;
  const over = Object.entries(rest).filter(([veld]) => !isKenmerk(veld));
  const periode = gekozen.periode === MAANDEN ? { ...(van ? { van } : {}), ...(tot ? { tot } : {}) } : gekozen.periode === '' ? {} : { schooljaar: gekozen.periode };
  return { ...periode, ...gekozen.kenmerk, ...Object.fromEntries(over) };
}

/** Het adres van een kaart. Wat gewoon is staat er niet in. */
export function adresVan(proces: string, stand: Stand, anders: Partial<Stand> = {}, pad = '/kaart'): string {
  const { beeld, dagen, via, blad, sorteer, filter } = { ...stand, ...anders };
  const vraag = new URLSearchParams({
    ...(beeld === 'nu' ? {} : { beeld }), ...(dagen === 'schooldagen' ? {} : { dagen }), ...filter, ...(via.length === 0 ? {} : { via: via.join(',') }), ...(blad === '' ? {} : { blad }), ...(sorteer === '' ? {} : { sorteer }),
  }).toString();
  return `${pad}/${proces}${vraag === '' ? '' : `?${vraag}`}`;
}
