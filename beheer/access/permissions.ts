import type { Role } from './roles.ts';

/**
 * Hoeveel iemand op een pagina ziet (spec deel 3 §4.3 met errata §3): `totalen` alleen cijfers, `school` alleen de eigen school,
 * `zonder-namen` wat nodig is om het systeem te laten draaien, zonder inhoud van een casus, en `alles`. De pagina leest het uit
 * `response.locals.omvang`; wie meer rollen heeft krijgt ze allemaal.
 */
export type Scope = 'alles' | 'totalen' | 'school' | 'zonder-namen';
/** `programma`: wie zich met het sleutelbestand meldt, zoals `npm run casus`. */
export type Actor = Role | 'programma';

export interface Permission {
  readonly methode: 'GET' | 'POST';
  /** `:naam` past op één deel van het pad, `*` aan het einde op alles wat volgt. */
  readonly pad: string;
  /** Hoe de pagina in het menu heet; zonder naam staat zij er niet in. */
  readonly menu?: string;
  readonly mag: Partial<Record<Actor, Scope>>;
}

const IEDEREEN = { 'swv-management': 'totalen', 'regisseur-swv': 'totalen', 'ib-er': 'school', applicatiebeheer: 'zonder-namen' } as const;
const CIJFERS = { 'swv-management': 'totalen', 'regisseur-swv': 'totalen' } as const;
const BEHEER = { applicatiebeheer: 'zonder-namen' } as const;
/** Alleen wie de meldcode van de eigen school uitvoert: ook beheer en de IB-er komen niet in dit log (errata §2.3, S-05). */
const MELDCODE = { meldcode: 'school' } as const;
const PROGRAMMA = { programma: 'alles' } as const;

/**
 * Wie welke pagina mag: de rechtentabel. Wat hier niet staat bestaat voor niemand, ook als er een router voor is. Een pagina die nog
 * komt, mag er al staan. `/gezondheid` zegt zonder aanmelden hoe het gaat; deze rij gaat over wie daar ook casusnummers ziet.
 */
export const PERMISSIONS: readonly Permission[] = [
  { methode: 'GET', pad: '/', menu: 'Start', mag: { ...IEDEREEN, ...MELDCODE } },
  { methode: 'GET', pad: '/kaart', menu: 'Heatmaps', mag: CIJFERS },
  { methode: 'GET', pad: '/kaart/:proces/tabel.csv', mag: CIJFERS },
  { methode: 'GET', pad: '/kaart/:proces/tabel.xlsx', mag: CIJFERS },
  { methode: 'GET', pad: '/kaart/*', mag: CIJFERS },
  { methode: 'GET', pad: '/api/kaart', mag: CIJFERS },
  { methode: 'GET', pad: '/api/kaart/*', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/klok', menu: 'Klok', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers', menu: 'Cijfers', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/afdruk', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/tabel.csv', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/tabel.xlsx', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/klok/afdruk', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/klok/tabel.csv', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/klok/tabel.xlsx', mag: CIJFERS },
  { methode: 'GET', pad: '/cijfers/*', mag: CIJFERS },
  { methode: 'GET', pad: '/vergelijk', menu: 'Vergelijken', mag: CIJFERS },
  { methode: 'GET', pad: '/vergelijk/tabel.csv', mag: CIJFERS },
  { methode: 'GET', pad: '/vergelijk/tabel.xlsx', mag: CIJFERS },
  { methode: 'GET', pad: '/post', menu: 'Post', mag: BEHEER },
  { methode: 'POST', pad: '/post/:id/opnieuw', mag: BEHEER },
  { methode: 'POST', pad: '/post/:id/aangekomen', mag: BEHEER },
  { methode: 'GET', pad: '/scholen', menu: 'Scholen', mag: BEHEER },
  { methode: 'POST', pad: '/scholen/:brin', mag: BEHEER },
  { methode: 'GET', pad: '/incidenten', menu: 'Incidenten', mag: BEHEER },
  { methode: 'POST', pad: '/incidenten/los/:instantie/af', mag: BEHEER },
  { methode: 'GET', pad: '/meldcode', menu: 'Meldcode', mag: MELDCODE },
  { methode: 'GET', pad: '/meldcode/:casusnummer', mag: MELDCODE },
  { methode: 'GET', pad: '/gezondheid', menu: 'Gezondheid', mag: { ...BEHEER, ...PROGRAMMA } },
  { methode: 'POST', pad: '/casussen', mag: PROGRAMMA },
  { methode: 'GET', pad: '/paden', mag: PROGRAMMA },
  { methode: 'GET', pad: '/accounts', mag: PROGRAMMA },
  { methode: 'POST', pad: '/accounts', mag: PROGRAMMA },
  { methode: 'POST', pad: '/accounts/:naam/weg', mag: PROGRAMMA },
  { methode: 'POST', pad: '/afmelden', mag: { ...IEDEREEN, ...MELDCODE } },
];

const delen = (pad: string): string[] => pad.replace(/\/$/, '').split('/');

function past(patroon: string, pad: string): boolean {
  const gevraagd = delen(pad);
  const nodig = delen(patroon);
  const rest = nodig.at(-1) === '*';
  if (rest ? gevraagd.length < nodig.length : gevraagd.length !== nodig.length) return false;
  return nodig.every((deel, i) => (deel === '*' && i === nodig.length - 1) || (deel.startsWith(':') ? gevraagd[i] !== '' : deel === gevraagd[i]));
}

/** De rij van een vraag, of niets als de pagina niet bestaat. HEAD telt als GET. */
export const findPermission = (methode: string, pad: string): Permission | undefined =>
  PERMISSIONS.find((recht) => recht.methode === (methode === 'HEAD' ? 'GET' : methode) && past(recht.pad, pad));

/** Wat deze deelnemers op de pagina zien; leeg als zij er niet mogen komen. */
export const scopesOf = (recht: Permission, wie: readonly Actor[]): Scope[] => [...new Set(wie.flatMap((rol) => recht.mag[rol] ?? []))];
