import type { Datum } from '../../domein/kalender/datum.ts';
import type { Verzuimregel } from './scenario.ts';
import { aantalSchooldagenInWeek, schooldagenTot } from './schooltijd.ts';
import type { Random } from './random.ts';

/** Hoe ver een kind is, voor het verzuim van deze week. */
export interface Verzuimfase {
  readonly dagenThuis: number;
  /** Meer dan drie dagen thuis, omgerekend naar een volle week; anders blijft het daar altijd onder. */
  readonly bovenDeGrens: boolean;
  readonly soort: string;
}

const GRENS_DAGEN = 3;

/** Verdeelt het verzuim van een week over de schooldagen tot en met `peildatum`. */
export function verzuimregels(peildatum: Datum, { dagenThuis, bovenDeGrens, soort }: Verzuimfase, toeval: Random): Verzuimregel[] {
  const dagen = schooldagenTot(peildatum);
  const inWeek = aantalSchooldagenInWeek(peildatum);
  const hoogstens = bovenDeGrens ? 2 * dagen.length : Math.floor((2 * GRENS_DAGEN * inWeek) / 5);
  let over = Math.min(Math.round(dagenThuis * 2), hoogstens, 2 * dagen.length);
  const gekozen = [...dagen].sort(() => toeval.getal() - 0.5);
  const regels: Verzuimregel[] = [];
  for (const datum of gekozen) {
    const dagdelen = Math.min(2, over);
    if (dagdelen <= 0) break;
    over -= dagdelen;
    regels.push({ datum, dagdelen, uren: dagdelen * 2.5, soort });
  }
  return regels.sort((a, b) => a.datum.localeCompare(b.datum));
}
