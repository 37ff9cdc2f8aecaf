/** De rollen van mensen bij beheer (spec deel 3 §4.1), met hoe zij op de pagina heten. Een nieuwe rol komt er hier bij. */
export const ROLES = {
  'swv-management': 'management SWV',
  'regisseur-swv': 'regisseur SWV',
  'ib-er': 'IB-er',
  meldcode: 'uitvoerder meldcode',
  applicatiebeheer: 'applicatiebeheer',
} as const;
export type Role = keyof typeof ROLES;

/** Deze rollen gelden voor één school: zonder BRIN komt zo iemand niet binnen. */
export const SCHOOL_ROLES: readonly Role[] = ['ib-er', 'meldcode'];

export const isRole = (tekst: string): tekst is Role => Object.hasOwn(ROLES, tekst);

/** Wie zich heeft aangemeld. Met OpenID Connect kan iemand meer rollen hebben; hij mag wat een ervan mag. */
export interface Principal {
  /** Verwijst in logs naar dit account zonder de mens te noemen. */
  readonly accountId: string;
  readonly naam: string;
  readonly rollen: readonly Role[];
  /** De school van wie een rol van één school heeft. */
  readonly schoolBrin: string | null;
}
