import { readFileSync } from 'node:fs';

const dir = new URL('../../../docs/voorbeelden/formulieren/', import.meta.url);

/** Het ingevulde voorbeeld van een formulier, met wat dit scenario anders invult. */
export function example(formulier: string, anders: Record<string, unknown> = {}): Record<string, unknown> {
  const basis = JSON.parse(readFileSync(new URL(`${formulier}.json`, dir), 'utf8')) as Record<string, unknown>;
  // Uren boekt een scenario alleen als het erom gaat: anders komt de raming van 6 tot 10 uur in zicht (N-31).
  const samen: Record<string, unknown> = { ...basis, urenBesteed: undefined, ...anders };
  for (const sleutel of Object.keys(samen)) if (samen[sleutel] === undefined) delete samen[sleutel];
  return samen;
}
