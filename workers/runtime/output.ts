import { PermanentError } from '../../domein/errors.ts';

/**
 * Keurt wat een werker teruggeeft voordat het naar de engine gaat. De SDK slikt of verminkt dit anders pas onderweg:
 * een lijst in plaats van een object laat het proces stil hangen, een Date gooit, een te groot getal legt de volgende
 * werker stil (camunda-facts §3.3.4 en §3.3.10).
 */
export function validateOutput(output: unknown): Record<string, unknown> {
  if (output === undefined || output === null) return {};
  if (typeof output !== 'object' || Array.isArray(output)) throw new PermanentError('De werker gaf geen object terug.');
  for (const [name, value] of Object.entries(output)) validateValue(value, name, 0);
  return output as Record<string, unknown>;
}

function validateValue(value: unknown, path: string, depth: number): void {
  if (depth > 50) throw new PermanentError(`De uitkomst "${path.slice(0, 60)}" is te diep genest.`);
  if (typeof value === 'number' && (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))) {
    throw new PermanentError(`De uitkomst "${path}" is een getal dat de engine niet kan bewaren.`);
  }
  if (['bigint', 'function', 'symbol'].includes(typeof value)) throw new PermanentError(`De uitkomst "${path}" is geen gegeven.`);
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Date || value instanceof Map || value instanceof Set) {
    throw new PermanentError(`De uitkomst "${path}" is een ${value.constructor.name}; geef tekst of een lijst terug.`);
  }
  for (const [name, part] of Object.entries(value)) validateValue(part, `${path}.${name}`, depth + 1);
}
