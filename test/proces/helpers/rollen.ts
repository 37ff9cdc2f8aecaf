import { evaluate } from 'feelin';
import { readFileSync } from 'node:fs';

/**
 * Wie wat doet in een route, zoals zij het zelf bij haar begin zegt (uitvoer `rollen`): een fase die los wordt gestart krijgt
 * dan hetzelfde mee als wanneer de route haar aanroept.
 */
export function rollenVan(route: string, groepen: unknown): unknown {
  const model = readFileSync(new URL(`../../../bpmn/${route}.bpmn`, import.meta.url), 'utf8');
  const feel = /<zeebe:output source="=([^"]*)" target="rollen" \/>/.exec(model)?.[1];
  if (feel === undefined) throw new Error(`De route ${route} zegt bij haar begin niet wie wat doet (uitvoer rollen).`);
  const { value } = evaluate(feel.replaceAll('&#34;', '"'), { groepen } as Record<string, unknown>);
  return value;
}
