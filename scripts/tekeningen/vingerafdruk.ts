import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Het register van de tekeningen: van welke inhoud van een model de tekening is gemaakt. */
export const LIJST = 'modellen.json';

/** De inhoud van een model in een kort getal; regeleinden tellen niet, want git verandert die op Windows. */
function vingerafdruk(xml: string): string {
  return createHash('sha256').update(xml.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
}

/** De vingerafdruk van elk model in een map, op naam. */
export function vingerafdrukken(modellen: string): Record<string, string> {
  const bestanden = readdirSync(modellen).filter((b) => b.endsWith('.bpmn')).sort();
  return Object.fromEntries(bestanden.map((b) => [b, vingerafdruk(readFileSync(join(modellen, b), 'utf8'))]));
}

/** Legt naast de tekeningen vast van welke modellen zij zijn. */
export function schrijfLijst(tekeningen: string, modellen: string): void {
  writeFileSync(join(tekeningen, LIJST), `${JSON.stringify(vingerafdrukken(modellen), null, 2)}\n`);
}

/** Leest de lijst; zonder lijst is van geen enkel model zeker dat de tekening klopt. */
export function leesLijst(tekeningen: string): Record<string, string> {
  try {
    return JSON.parse(readFileSync(join(tekeningen, LIJST), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
