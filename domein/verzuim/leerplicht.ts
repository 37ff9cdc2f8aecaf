import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import type { Datum } from '../kalender/datum.ts';
import { ContractError } from '../errors.ts';

/** @returns de leeftijd in hele jaren op een dag; wie op 29 februari jarig is, is dat in een gewoon jaar op 1 maart. */
export const leeftijdOp = (geboortedatum: Datum, datum: Datum): number =>
  Number(datum.slice(0, 4)) - Number(geboortedatum.slice(0, 4)) - (datum.slice(5, 10) < geboortedatum.slice(5, 10) ? 1 : 0);

/** Een tabel met één uitkomst geeft de waarde zelf of een object met één veld; beide komen voor. */
const uitkomst = z.union([z.boolean(), z.object({ leerplichtig: z.boolean() }).transform((o) => o.leerplichtig)]);

/**
 * Vraagt de beslistabel leerplichtstatus per leeftijd die in `datums` voorkomt (meestal één, rond een verjaardag twee).
 * @returns of de leerling op een van die dagen leerplichtig was (r. 492)
 */
export async function makeLeerplichtigOp(
  beslissen: Beslissen,
  geboortedatum: Datum,
  datums: readonly Datum[],
): Promise<(datum: Datum) => boolean> {
  const perLeeftijd = new Map<number, boolean>();
  for (const leeftijd of new Set(datums.map((d) => leeftijdOp(geboortedatum, d)))) {
    const antwoord = uitkomst.safeParse(await beslissen.beslis('leerplichtstatus', { leeftijd }));
    if (!antwoord.success) {
      throw new ContractError(`De beslistabel leerplichtstatus geeft geen antwoord voor leeftijd ${leeftijd}.`);
    }
    perLeeftijd.set(leeftijd, antwoord.data);
  }
  return (datum) => perLeeftijd.get(leeftijdOp(geboortedatum, datum)) ?? false;
}
