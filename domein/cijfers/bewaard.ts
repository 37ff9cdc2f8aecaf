import { createHash } from 'node:crypto';

let laatste: { readonly sleutel: string; readonly uitkomst: ReadonlySet<string> } | undefined;

/** Wat bij precies deze invoer hoort, hoeft geen tweede keer uitgerekend: van dezelfde cijfers worden het scherm, het papier en het bestand gevraagd. */
export function bewaar(invoer: unknown, reken: () => ReadonlySet<string>): ReadonlySet<string> {
  const sleutel = createHash('sha256').update(JSON.stringify(invoer)).digest('base64');
  if (laatste?.sleutel !== sleutel) laatste = { sleutel, uitkomst: reken() };
  return laatste.uitkomst;
}
