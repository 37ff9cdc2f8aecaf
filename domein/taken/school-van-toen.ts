import type { Modelstappen } from '../stappen/modelstappen.ts';
import { ROLLEN } from '../casus/rollen.ts';

/**
 * Processen die bij één school horen en bij haar blijven als het kind naar een andere gaat: een melding over verzuim dáár, een
 * aanpassing van de onderwijstijd dáár, en de meldcode, want die is van de beroepskracht die zich zorgen maakt (r. 1100–1126).
 */
export const BIJ_SCHOOL_VAN_TOEN: readonly string[] = ['duo-verzuimmelding', 'meldcode', 'aanpassing-onderwijstijd', 'inspectie-besluit', 'onderwijstijd-bewaken'];

/** Staat dit element in zo'n proces? */
export async function isBijSchoolVanToen(stappen: Modelstappen, elementId: string): Promise<boolean> {
  for (const proces of BIJ_SCHOOL_VAN_TOEN) if ((await stappen(proces, elementId)).inLogboek !== undefined) return true;
  return false;
}

/** De rollen die bij een school horen. */
const VAN_SCHOOL = ROLLEN.filter(({ achtervoegsel }) => achtervoegsel === 'brin').map(({ sleutel }) => sleutel as string);

type PerRol = Readonly<Record<string, string>>;

/** Van wie dit proces nu is: zoals in het register, maar voor de rollen van een school zoals het proces ze kent. */
export const metSchoolVanToen = (nu: PerRol, toen: PerRol | null | undefined): Record<string, string> =>
  ({ ...nu, ...Object.fromEntries(VAN_SCHOOL.flatMap((sleutel) => (toen?.[sleutel] === undefined ? [] : [[sleutel, toen[sleutel]]]))) });

/**
 * Wie in de route wat doet staat bij haar begin, met de groepen van toen. Na een andere school zijn dat de groepen van nu.
 * @returns de rollen met de groepen van nu, of niets als er niets veranderde
 */
export function rollenVanNu(rollen: unknown, toen: PerRol | null | undefined, nu: PerRol | null | undefined): unknown {
  const anders = new Map(VAN_SCHOOL.flatMap((sleutel) => {
    const [oud, nieuw] = [toen?.[sleutel], nu?.[sleutel]];
    return oud === undefined || nieuw === undefined || oud === nieuw ? [] : [[oud, nieuw] as const];
  }));
  if (anders.size === 0 || typeof rollen !== 'object' || rollen === null) return undefined;
  const vervang = (deel: unknown): unknown => {
    if (typeof deel === 'string') return anders.get(deel) ?? deel;
    if (Array.isArray(deel)) return deel.map(vervang);
    return typeof deel === 'object' && deel !== null ? Object.fromEntries(Object.entries(deel).map(([naam, waarde]) => [naam, vervang(waarde)])) : deel;
  };
  return vervang(rollen);
}
