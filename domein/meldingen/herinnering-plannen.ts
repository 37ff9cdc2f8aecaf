import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { ContractError } from '../errors.ts';
import { dagenTussen, dagVan } from '../kalender/datum.ts';
import { plusSchooldagen } from '../kalender/rekenen.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';

const norm = z.object({ voorafSchooldagen: z.number(), herhaalDagen: z.number().positive(), boven: z.string().nullish() });

/** Wanneer een rol herinnerd wordt en wie erboven staat: één regel van de beslistabel `taakherinnering`. */
export type Herinneringsnorm = z.output<typeof norm>;

/** Vanaf deze herinnering hoort ook wie erboven staat het. */
const OOK_BOVEN = 2;

/** Haalt de norm van een rol op. @throws ContractError als de tabel iets geeft dat de werker niet kent. */
export async function haalNorm(beslissen: Beslissen, rol: string): Promise<Herinneringsnorm> {
  const uitkomst = norm.safeParse(await beslissen.beslis('taakherinnering', { rol }));
  if (uitkomst.success) return uitkomst.data;
  throw new ContractError(`De regel voor ${rol} in bpmn/taakherinnering.dmn klopt niet: vul in hoeveel schooldagen vooraf, na hoeveel dagen opnieuw en wie erboven staat.`);
}

/** Wat er nu moet uitgaan. */
export interface Gepland {
  /** 0 is vóór de einddatum, daarna 1, 2, … */
  readonly volgnummer: number;
  readonly teLaat: boolean;
  readonly ookBoven: boolean;
}

/**
 * Beslist of er op dit moment een herinnering uitgaat: één vóór de einddatum, één op de eerste schooldag erna, en daarna telkens
 * als de norm voorbij is tot de taak is gedaan. Gaat het om een dag zonder school, dan gaat er niets uit.
 */
export function planHerinnering(
  { uiterlijk, laatste, nu }: { uiterlijk: Date; laatste: { volgnummer: number; op: Date } | undefined; nu: Date },
  { voorafSchooldagen, herhaalDagen }: Herinneringsnorm,
  kalender: Schoolkalender,
): Gepland | undefined {
  const dag = dagVan(nu);
  if (!kalender.isSchooldag(dag)) return undefined;
  if (nu < uiterlijk) {
    if (laatste || plusSchooldagen(kalender, dag, voorafSchooldagen) < dagVan(uiterlijk)) return undefined;
    return { volgnummer: 0, teLaat: false, ookBoven: false };
  }
  const vorige = laatste && laatste.volgnummer > 0 ? laatste : undefined;
  if (vorige && dagenTussen(dagVan(vorige.op), dag) < herhaalDagen) return undefined;
  const volgnummer = (vorige?.volgnummer ?? 0) + 1;
  return { volgnummer, teLaat: true, ookBoven: volgnummer >= OOK_BOVEN };
}

