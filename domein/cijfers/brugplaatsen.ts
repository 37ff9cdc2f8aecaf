import { leesBrugregels, type Brugregel } from '../../registratie/cijfers/brugplaatsen.ts';
import type { Connection } from '../../registratie/register.ts';
import { groepeer } from '../groepeer.ts';
import { dagVan, type Datum } from '../kalender/datum.ts';

export const BRUGSOORTEN = ['sbo', 'kdc-asvz', 'goal', 'eigen-school'] as const;
export type Brugsoort = (typeof BRUGSOORTEN)[number];

/** Eén verblijf op een brugplaats. */
export interface Brugverblijf {
  readonly casusId: string;
  readonly soort: Brugsoort;
  readonly van: Datum;
  /** De afgesproken laatste dag. */
  readonly gepland: Datum | null;
  /** De laatste dag die is vastgelegd; leeg zolang niemand het einde vastlegde. */
  readonly tot: Datum | null;
  /** Wat ervan kwam. */
  readonly uitkomst: string | null;
}

/** De stap die een plaats vastlegt en die haar uitkomst vastlegt. */
const BEGIN: Record<string, Brugsoort> = { 'BS-hand': 'sbo', 'KDC-hand': 'kdc-asvz', 'GO-hand': 'goal', 'OS-01': 'eigen-school' };
const EIND: Record<string, Brugsoort> = { 'BS-eind': 'sbo', 'KDC-eind': 'kdc-asvz', 'GO-eind': 'goal', 'OS-05': 'eigen-school', 'OS-06': 'eigen-school' };
/** Antwoorden waarmee er een plaats is, en waarmee een verblijf doorgaat. */
const PLAATS: readonly (string | null)[] = ['BESTEMMING', 'ja'];
const LOOPT_DOOR: readonly (string | null)[] = ['LOOPT_DOOR', 'GAAT_DOOR', 'MIDDELEN_NODIG'];

/**
 * Alle verblijven op een brugplaats, uit wat er in het logboek over is vastgelegd. Het register zelf bewaart er per casus één, het
 * logboek alle. Wie de geplande dag voorbij is en van wie niemand het einde vastlegde, is er nog.
 */
export async function leesBrugverblijven(db: Connection): Promise<Brugverblijf[]> {
  return [...groepeer(await leesBrugregels(db), (r) => r.casusId).values()].flatMap((regels) => verblijven(regels));
}

export function verblijven(regels: readonly Brugregel[]): Brugverblijf[] {
  const uit: Brugverblijf[] = [];
  for (const { casusId, stap, op, resultaat, begin, eind } of regels) {
    const laatste = uit.at(-1);
    const loopt = laatste?.tot === null ? laatste : undefined;
    const soort = BEGIN[stap];
    if (soort !== undefined && PLAATS.includes(resultaat) && begin !== null) {
      // Dezelfde plaats nog eens: het formulier kwam terug en is verbeterd. Een andere plaats: het vorige verblijf is voorbij.
      if (loopt) uit.splice(-1, 1, ...(loopt.soort === soort ? [] : [{ ...loopt, tot: begin }]));
      uit.push({ casusId, soort, van: begin, gepland: eind, tot: null, uitkomst: null });
    } else if (loopt && EIND[stap] === loopt.soort) {
      uit[uit.length - 1] = LOOPT_DOOR.includes(resultaat) ? { ...loopt, gepland: eind ?? loopt.gepland } : { ...loopt, tot: eind ?? dagVan(op), uitkomst: resultaat };
    }
  }
  return uit;
}

/** Was het kind op deze dag op deze brugplaats? De laatste dag telt mee. */
export const isErOp = ({ van, tot }: Brugverblijf, dag: Datum): boolean => van <= dag && (tot === null || dag <= tot);
