import { z } from 'zod';
import type { Beslissen } from '../beslissen.ts';
import { alsDag, type Datum } from '../kalender/datum.ts';
import { ContractError } from '../errors.ts';

/** @returns de leeftijd in hele jaren op een dag. */
export const leeftijdOp = (geboortedatum: Datum, datum: Datum): number =>
  Math.floor(alsDag(datum).diff(alsDag(geboortedatum), 'years').years);

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
