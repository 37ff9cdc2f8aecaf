import { leesStand, uitFormulier, type Stand } from '../kaart/adres.ts';
import type { Filterfout } from '../kaartfilter.ts';
import { isVergelijkbeeld, KANTEN, VERGELIJKBEELDEN, type Kant, type Vergelijkbeeld } from './beelden.ts';

/** Een filter zoals het in het adres staat; `beheer/kaartfilter.ts` oordeelt erover. */
type Adresfilter = Stand['filter'];

/** Alles wat een vergelijking bepaalt en in het adres staat: wie het adres deelt, deelt de vergelijking. */
export interface Vergelijkstand extends Pick<Stand, 'dagen' | 'via' | 'blad' | 'sorteer'>, Readonly<Record<Kant, Adresfilter>> {
  readonly proces: string;
  readonly beeld: Vergelijkbeeld;
}

/** Het proces waarmee iemand begint. */
const BEGIN = 'kernteam';
const VAN_DE_PAGINA: readonly string[] = ['beeld', 'dagen', 'via', 'blad', 'sorteer'];

type Vraag = Readonly<Record<string, unknown>>;

/** De velden van één kant, zonder haar letter. */
export const vanKant = (vraag: Vraag, kant: Kant): Vraag => Object.fromEntries(Object.entries(vraag).flatMap(([veld, waarde]) => (veld.startsWith(`${kant}.`) ? [[veld.slice(2), waarde]] : [])));

/** Wat er in het adres staat. Wat hier niet te begrijpen is komt in `fouten`, met het veld zoals het in het adres heet. */
export function leesVergelijkstand(vraag: Vraag): { stand: Vergelijkstand; fouten: readonly Filterfout[] } {
  const fouten: Filterfout[] = [];
  const { proces = BEGIN, beeld = 'duur', ...rest } = Object.fromEntries(Object.entries(vraag).filter(([veld, waarde]) => !KANTEN.some((kant) => veld.startsWith(`${kant}.`)) && waarde !== ''));
  const gewoon = leesStand(rest);
  fouten.push(...gewoon.fouten);
  for (const veld of Object.keys(gewoon.stand.filter)) fouten.push({ veld, melding: `${veld.slice(0, 40)} hoort bij een van de twee kanten: schrijf a.${veld.slice(0, 40)} of b.${veld.slice(0, 40)}.` });
  if (typeof beeld !== 'string' || !isVergelijkbeeld(beeld)) fouten.push({ veld: 'beeld', melding: `Bij beeld wordt ${Object.keys(VERGELIJKBEELDEN).join(', ')} verwacht.` });
  if (typeof proces !== 'string' || !/^[a-z0-9-]{1,60}$/.test(proces)) fouten.push({ veld: 'proces', melding: `Bij proces wordt de naam van een proces verwacht, zoals ${BEGIN}.` });
  const filter = (kant: Kant): Adresfilter => {
    const velden = vanKant(vraag, kant);
    for (const veld of Object.keys(velden).filter((v) => VAN_DE_PAGINA.includes(v))) fouten.push(bijKant(kant, { veld, melding: `onbekend filter: ${veld}.` }));
    const { stand, fouten: mis } = leesStand(Object.fromEntries(Object.entries(velden).filter(([veld]) => !VAN_DE_PAGINA.includes(veld))));
    fouten.push(...mis.map((f) => bijKant(kant, f)));
    return stand.filter;
  };
  const { dagen, via, blad, sorteer } = gewoon.stand;
  return { stand: { proces: typeof proces === 'string' ? proces : BEGIN, beeld: typeof beeld === 'string' && isVergelijkbeeld(beeld) ? beeld : 'duur', dagen, via, blad, sorteer, a: filter('a'), b: filter('b') }, fouten };
}

/** Een fout in het filter van een kant, met de letter erbij. */
export const bijKant = (kant: Kant, { veld, melding }: Filterfout): Filterfout => ({ veld: veld === '' ? kant : `${kant}.${veld}`, melding: `${kant.toUpperCase()}: ${melding}` });

/** Wat het filterformulier van een kant bedoelt. @returns niets als er geen formulier is gebruikt */
export function uitFormulieren(vraag: Vraag, stand: Vergelijkstand): Partial<Vergelijkstand> | undefined {
  const gekozen = Object.fromEntries(KANTEN.flatMap((kant) => {
    const filter = uitFormulier(vanKant(vraag, kant), stand[kant]);
    return filter === undefined ? [] : [[kant, filter]];
  }));
  return Object.keys(gekozen).length === 0 ? undefined : gekozen;
}

/** De velden van het adres; wat gewoon is staat er niet in. */
export function vergelijkvelden({ proces, beeld, dagen, via, blad, sorteer, a, b }: Vergelijkstand): Readonly<Record<string, string>> {
  const bij = (kant: Kant, filter: Adresfilter): [string, string][] => Object.entries(filter).map(([veld, waarde]) => [`${kant}.${veld}`, waarde]);
  return {
    proces, ...(beeld === 'duur' ? {} : { beeld }), ...(dagen === 'schooldagen' ? {} : { dagen }), ...Object.fromEntries([...bij('a', a), ...bij('b', b)]),
    ...(via.length === 0 ? {} : { via: via.join(',') }), ...(blad === '' ? {} : { blad }), ...(sorteer === '' ? {} : { sorteer }),
  };
}

/** Het adres van een vergelijking. */
export const vergelijkadres = (stand: Vergelijkstand, anders: Partial<Vergelijkstand> = {}, pad = '/vergelijk'): string => `${pad}?${new URLSearchParams(vergelijkvelden({ ...stand, ...anders })).toString()}`;
