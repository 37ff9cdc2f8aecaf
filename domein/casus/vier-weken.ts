import type { Beslissen } from '../beslissen.ts';
import { leesMoment, type Datum } from '../kalender/datum.ts';
import { schoolkalenders } from '../kalender/schoolkalender.ts';
import { berekenTermijn } from '../termijnen/bereken.ts';
import { haalTermijn } from '../termijnen/tabel.ts';

/** De vier weken van vóór een terugval: lopen zij nog, dan houden zij hun begin; anders telt de volgende periode verder. */
export interface VierWeken {
  readonly sinds: Datum;
  readonly cyclus: number;
  readonly loopt: boolean;
  /** Wanneer het eerste gesprek over de escalatie was; vanaf toen telt het kind als thuiszitter. */
  readonly escalatieDatum: Datum | null;
}

/** Alleen na een terugval of heropening is er een klok om door te laten tellen (spec deel 3 T14). */
export async function leesVierWeken(
  beslissen: Beslissen,
  nu: Date,
  casus: { vierWekenSinds: Datum | null; routeOpnieuwSinds: Datum | null; cyclus: number | null; escalatieDatum: Datum | null; brin: string },
): Promise<VierWeken | null> {
  const begin = casus.vierWekenSinds === null || casus.routeOpnieuwSinds === null ? undefined : leesMoment(casus.vierWekenSinds);
  if (!begin || casus.vierWekenSinds === null) return null;
  const einde = berekenTermijn(await haalTermijn(beslissen, 'vierweken', 'eindeVierweken'), begin, schoolkalenders()(casus.brin));
  return { sinds: casus.vierWekenSinds, cyclus: casus.cyclus ?? 1, loopt: Date.parse(einde) > nu.getTime(), escalatieDatum: casus.escalatieDatum };
}
