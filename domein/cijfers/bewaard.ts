import { createHash } from 'node:crypto';

/** Zoveel besluiten blijven bewaard: van elk soort filter een paar, van de laatste stand van het register en die ervoor. */
const HOEVEEL = 12;
const bewaard = new Map<string, ReadonlySet<string>>();

/** Wat bij precies deze invoer hoort, hoeft geen tweede keer uitgerekend: van dezelfde cijfers worden het scherm, het papier en het bestand gevraagd. */
export function bewaar(invoer: unknown, reken: () => ReadonlySet<string>): ReadonlySet<string> {
  const sleutel = createHash('sha256').update(JSON.stringify(invoer)).digest('base64');
  const uitkomst = bewaard.get(sleutel) ?? reken();
  bewaard.delete(sleutel);
  bewaard.set(sleutel, uitkomst);
  const [oudste] = bewaard.keys();
  if (bewaard.size > HOEVEEL && oudste !== undefined) bewaard.delete(oudste);
  return uitkomst;
}
