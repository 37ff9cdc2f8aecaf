import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { leesJson } from '../../domein/invoer/json.ts';
import type { Bevinding } from './bevinding.ts';

interface Vergelijking { readonly naam: string; readonly waarde: string }
const { vergelijkingen, kanZijn } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/waarden.js') as {
  vergelijkingen: (feel: string) => Vergelijking[];
  kanZijn: (vergelijking: Vergelijking) => boolean;
};
const MAP = join(import.meta.dirname, '../../forms');

/** Wat bpmnlint in de modellen nakijkt (waarde-bestaat), in de formulieren: een zin of veld dat nooit verschijnt valt anders niet op. */
export function lintWaarden(): Bevinding[] {
  return readdirSync(MAP).filter((b) => b.endsWith('.form')).flatMap((bestand) => {
    const gevonden = new Map<string, Vergelijking>();
    for (const tekst of teksten(leesJson(readFileSync(join(MAP, bestand))))) {
      for (const v of vergelijkingen(tekst)) if (!kanZijn(v)) gevonden.set(`${v.naam} ${v.waarde}`, v);
    }
    return [...gevonden.values()].map(({ naam, waarde }) => ({ bestand, plaats: naam, tekst: `Geen formulier of tabel geeft ${naam} de waarde "${waarde}"`, regel: 'waarde-bestaat' }));
  });
}

/** De uitdrukkingen van een formulier: wat met = begint, en wat in een tekst tussen {{ }} staat. */
function* teksten(deel: unknown): Generator<string> {
  if (typeof deel === 'string') {
    if (deel.startsWith('=')) yield deel;
    for (const [, feel] of deel.matchAll(/\{\{(.*?)\}\}/gs)) yield feel ?? '';
  } else if (Array.isArray(deel)) for (const kind of deel as unknown[]) yield* teksten(kind);
  else if (deel && typeof deel === 'object') for (const kind of Object.values(deel)) yield* teksten(kind);
}
