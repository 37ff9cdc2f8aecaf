import { readFileSync } from 'node:fs';

const DIR = new URL('../../docs/voorbeelden/formulieren/', import.meta.url);
const gelezen = new Map<string, Record<string, unknown>>();

/** Het ingevulde voorbeeld van een formulier, met wat hier anders is ingevuld; `undefined` laat een veld weg. */
export function example(formulier: string, anders: Record<string, unknown> = {}): Record<string, unknown> {
  const basis = gelezen.get(formulier) ?? (JSON.parse(readFileSync(new URL(`${formulier}.json`, DIR), 'utf8')) as Record<string, unknown>);
  gelezen.set(formulier, basis);
  return Object.fromEntries(Object.entries({ ...basis, ...anders }).filter(([, waarde]) => waarde !== undefined));
}
