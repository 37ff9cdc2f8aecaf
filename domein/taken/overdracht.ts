import type { Taakpersonen } from '../../registratie/taakpersonen-lezen.ts';
import { ROLLEN, rolVanGroep, type Rol } from '../casus/rollen.ts';

/** Wat er van een open taak toe doet. */
export interface Taakhouder {
  readonly assignee: string | null;
  readonly groepen: readonly string[];
  /** Voor welke rol elke groep er staat, als het model dat zegt. De groep alleen zegt het niet: het SWV neemt waar voor een gemeente zonder adres. */
  readonly rolsleutels?: readonly string[];
  /** Hoort zij bij een proces dat bij de school blijft waar het begon? */
  readonly bijSchoolVanToen?: boolean;
}

/** Wat er aan een taak moet veranderen; `assignee: null` is: van niemand meer. */
export interface Overdracht {
  groepen?: string[];
  assignee?: string | null;
}

/**
 * Staat deze taak nog bij de juiste mensen? Had iemand haar die de rol niet meer heeft, dan gaat zij naar wie de rol nu heeft;
 * is die niet als gebruiker bekend, dan naar de groep. Een taak van een vorige gemeente of school gaat naar de groep van de nieuwe, en
 * van wie haar daar had; wat bij de vorige school hoort blijft daar. Wie een taak zelf oppakte en de rol nooit had, houdt haar.
 * @returns undefined als alles klopt
 */
export function bepaalOverdracht(taak: Taakhouder, casus: Taakpersonen): Overdracht | undefined {
  const rolVan = (groep: string, plek: number): Rol | undefined => {
    const sleutel = taak.rolsleutels?.length === taak.groepen.length ? taak.rolsleutels[plek] : undefined;
    return ROLLEN.find((r) => (sleutel === undefined ? r.rol === rolVanGroep(groep) : r.sleutel === sleutel));
  };
  const isVanVorigeSchool = taak.bijSchoolVanToen === true && taak.groepen.some((groep, plek) => rolVan(groep, plek)?.achtervoegsel === 'brin' && groepVanNu(groep, rolVan(groep, plek), casus.groepen) !== groep);
  if (isVanVorigeSchool) return undefined;
  const groepen = taak.groepen.map((groep, plek) => groepVanNu(groep, rolVan(groep, plek), casus.groepen));
  const verhuisd = groepen.some((groep, i) => groep !== taak.groepen[i]);
  const rollen = taak.groepen.map((groep, plek) => rolVan(groep, plek)?.rol);
  const van = casus.eerder.find(({ rol, userId }) => userId === taak.assignee && rollen.includes(rol));
  const vanNu = casus.nu.some(({ rol, userId }) => userId === taak.assignee && rollen.includes(rol));
  const vertrokken = Boolean(taak.assignee) && van !== undefined && !vanNu;
  const enige = rollen.length > 0 && rollen.every((rol) => rol === rollen[0]) ? rollen[0] : undefined;
  const nieuw = (rol: string | undefined): string | null => casus.nu.find((c) => c.rol === rol)?.userId || null;

  const overdracht: Overdracht = { ...(verhuisd ? { groepen: [...groepen] } : {}) };
  if (vertrokken) overdracht.assignee = nieuw(van.rol);
  else if (verhuisd && taak.assignee) overdracht.assignee = nieuw(enige);
  else if (!taak.assignee && casus.eerder.some(({ rol }) => rol === enige) && nieuw(enige)) overdracht.assignee = nieuw(enige);
  return Object.keys(overdracht).length > 0 ? overdracht : undefined;
}

/** De groep van een gemeente of een school verandert tijdens een casus, die van het SWV niet. */
export function groepVanNu(groep: string, rol: Rol | undefined, nu: Taakpersonen['groepen']): string {
  return rol !== undefined && rol.achtervoegsel !== 'geen' ? (nu?.[rol.sleutel] ?? groep) : groep;
}
