import { PermanenteFout } from '../../domein/errors.ts';

/**
 * Keurt wat een werker teruggeeft voordat het naar de engine gaat. De SDK slikt of verminkt dit anders pas onderweg:
 * een lijst in plaats van een object laat het proces stil hangen, een Date gooit, een te groot getal legt de volgende
 * werker stil (camunda-facts §3.3.4 en §3.3.10).
 */
export function keurUitvoer(uitvoer: unknown): Record<string, unknown> {
  if (uitvoer === undefined || uitvoer === null) return {};
  if (typeof uitvoer !== 'object' || Array.isArray(uitvoer)) throw new PermanenteFout('De werker gaf geen object terug.');
  for (const [naam, waarde] of Object.entries(uitvoer)) keurWaarde(waarde, naam, 0);
  return uitvoer as Record<string, unknown>;
}

function keurWaarde(waarde: unknown, pad: string, diepte: number): void {
  if (diepte > 50) throw new PermanenteFout(`De uitkomst "${pad.slice(0, 60)}" is te diep genest.`);
  if (typeof waarde === 'number' && (!Number.isFinite(waarde) || (Number.isInteger(waarde) && !Number.isSafeInteger(waarde)))) {
    throw new PermanenteFout(`De uitkomst "${pad}" is een getal dat de engine niet kan bewaren.`);
  }
  if (['bigint', 'function', 'symbol'].includes(typeof waarde)) throw new PermanenteFout(`De uitkomst "${pad}" is geen gegeven.`);
  if (typeof waarde !== 'object' || waarde === null) return;
  if (waarde instanceof Date || waarde instanceof Map || waarde instanceof Set) {
    throw new PermanenteFout(`De uitkomst "${pad}" is een ${waarde.constructor.name}; geef tekst of een lijst terug.`);
  }
  for (const [naam, deel] of Object.entries(waarde)) keurWaarde(deel, `${pad}.${naam}`, diepte + 1);
}
