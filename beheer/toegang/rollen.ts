/** De rollen van mensen bij beheer (spec deel 3 §4.1), met hoe zij op de pagina heten. Een nieuwe rol komt er hier bij. */
export const ROLLEN = {
  'swv-management': 'management SWV',
  'regisseur-swv': 'regisseur SWV',
  'ib-er': 'IB-er',
  meldcode: 'uitvoerder meldcode',
  applicatiebeheer: 'applicatiebeheer',
} as const;
export type Rol = keyof typeof ROLLEN;

/** Deze rollen gelden voor één school: zonder BRIN komt zo iemand niet binnen. */
export const VAN_EEN_SCHOOL: readonly Rol[] = ['ib-er', 'meldcode'];

export const isRol = (tekst: string): tekst is Rol => Object.hasOwn(ROLLEN, tekst);

/** Wie zich heeft aangemeld. Met OpenID Connect kan iemand meer rollen hebben; hij mag wat een ervan mag. */
export interface Wie {
  /** Verwijst in logs naar dit account zonder de mens te noemen. */
  readonly accountId: string;
  readonly naam: string;
  readonly rollen: readonly Rol[];
  /** De school van wie een rol van één school heeft. */
  readonly schoolBrin: string | null;
}
