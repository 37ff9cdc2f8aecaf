/**
 * De rollen van een casus en de groep in Tasklist waar hun taken terechtkomen (spec deel 3 §4.1, design §3). Groepen van
 * een school of bestuur dragen het BRIN, die van een gemeente de naam van de gemeente: zo ziet niemand de kinderen van een
 * ander. De beslistabel `contactadressen` mag voor elke rol buiten de school een andere groep noemen.
 */
export interface Rol {
  /** Naam in de procesvariabele `groepen`. */
  readonly sleutel: string;
  readonly rol: string;
  readonly achtervoegsel: 'brin' | 'gemeente' | 'geen';
}

export const ROLLEN = [
  { sleutel: 'ibEr', rol: 'ib-er', achtervoegsel: 'brin' },
  { sleutel: 'directeurSchoolVanHerkomst', rol: 'directeur-school-van-herkomst', achtervoegsel: 'brin' },
  { sleutel: 'schoolOrthopedagoog', rol: 'school-orthopedagoog', achtervoegsel: 'brin' },
  { sleutel: 'schoolbestuur', rol: 'schoolbestuur', achtervoegsel: 'brin' },
  { sleutel: 'regisseurSchoolbestuur', rol: 'regisseur-schoolbestuur', achtervoegsel: 'brin' },
  { sleutel: 'kernteamOrthopedagoog', rol: 'kernteam-orthopedagoog', achtervoegsel: 'geen' },
  { sleutel: 'kernteamOnderwijsspecialist', rol: 'kernteam-onderwijsspecialist', achtervoegsel: 'geen' },
  { sleutel: 'kernteamlidSwv', rol: 'kernteamlid-swv', achtervoegsel: 'geen' },
  { sleutel: 'regisseurSwv', rol: 'regisseur-swv', achtervoegsel: 'geen' },
  { sleutel: 'contactpersoonSwv', rol: 'contactpersoon-swv', achtervoegsel: 'geen' },
  { sleutel: 'sectordirecteurSwv', rol: 'sectordirecteur-swv', achtervoegsel: 'geen' },
  { sleutel: 'directeurBestuurder', rol: 'directeur-bestuurder', achtervoegsel: 'geen' },
  { sleutel: 'leerplichtambtenaar', rol: 'leerplichtambtenaar', achtervoegsel: 'gemeente' },
  { sleutel: 'jeugdteam', rol: 'jeugdteam', achtervoegsel: 'gemeente' },
  { sleutel: 'jeugdarts', rol: 'jeugdarts', achtervoegsel: 'geen' },
  { sleutel: 'cceContactpersoonSwv', rol: 'cce-contactpersoon-swv', achtervoegsel: 'geen' },
  { sleutel: 'gebiedscoordinatorSwv', rol: 'gebiedscoordinator-swv', achtervoegsel: 'geen' },
  { sleutel: 'coordinatorAv1', rol: 'coordinator-av1', achtervoegsel: 'geen' },
  { sleutel: 'directeurSbo', rol: 'directeur-sbo', achtervoegsel: 'geen' },
] as const satisfies readonly Rol[];

/** Het management krijgt cijfers en heeft in geen casus een taak; het staat daarom niet bij de rollen en wel in `contactadressen`. */
export const MANAGEMENT = 'swv-management';

/** Rollen waarvan de uren meetellen voor de raming van 6 tot 10 uur: alleen inzet van het SWV (L42–43, spec deel 3 §2.2.8). */
export const SWV_ROLLEN = [
  'regisseur-swv',
  'contactpersoon-swv',
  'kernteamlid-swv',
  'kernteam-orthopedagoog',
  'kernteam-onderwijsspecialist',
  'sectordirecteur-swv',
  'directeur-bestuurder',
  'cce-contactpersoon-swv',
  'gebiedscoordinator-swv',
  'coordinator-av1',
] as const;

/** Een gemeente als deel van een groepsnaam: "Hendrik-Ido-Ambacht" → "hendrik-ido-ambacht". */
export function alsSlug(tekst: string): string {
  return tekst.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** De groep van een rol als de beslistabel er geen noemt. */
export function standaardGroep(rol: Rol, plaats: { brin: string; gemeente: string }): string {
  if (rol.achtervoegsel === 'brin') return `${rol.rol}-${plaats.brin}`;
  if (rol.achtervoegsel === 'gemeente') return `${rol.rol}-${alsSlug(plaats.gemeente)}`;
  return rol.rol;
}

const IB_ER = ROLLEN.find(({ sleutel }) => sleutel === 'ibEr') as Rol;

/**
 * Wie een aanmelding of signaal verbetert: de IB-er van de school. Staat de school niet vast, dan het samenwerkingsverband en
 * nooit een andere school, want er staat in wie het kind is.
 */
export const verbeterGroep = (brin: string | undefined): string =>
  brin === undefined ? 'contactpersoon-swv' : standaardGroep(IB_ER, { brin, gemeente: '' });

/** De rol bij een groep uit Tasklist, met of zonder achtervoegsel: "ib-er-10AB" → "ib-er". De langste naam wint. */
export function rolVanGroep(groep: string): string | undefined {
  return ROLLEN.map((r) => r.rol as string)
    .filter((rol) => groep === rol || groep.startsWith(`${rol}-`))
    .sort((a, b) => b.length - a.length)[0];
}
