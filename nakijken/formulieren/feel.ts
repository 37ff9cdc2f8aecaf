import { createRequire } from 'node:module';
import type { Nakijkregel } from '../regel.ts';
import { onderdelen, veldplaats, type Formulierbestand } from './lezen.ts';
import { kapotSjabloon, teksten, uitdrukkingen } from './uitdrukkingen.ts';

const { feelFout } = createRequire(import.meta.url)('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { feelFout(feel: string): string | undefined };

/** De eigenschappen zoals zij in het paneel van Camunda Modeler heten. */
const NAAM: Readonly<Record<string, string>> = {
  hide: 'de voorwaarde om te verbergen (Hide if)', readonly: 'alleen lezen (Read only)', required: 'verplicht (Required)', expression: 'de berekening (Target value)',
  content: 'de tekst (Content)', text: 'de tekst (Text)', label: 'het opschrift (Field label)', description: 'de toelichting (Field description)', valuesExpression: 'de keuzes (Options expression)',
  min: 'het minimum (Minimum)', max: 'het maximum (Maximum)', minLength: 'de minste tekens (Minimum length)', maxLength: 'de meeste tekens (Maximum length)', defaultValue: 'de beginwaarde (Default value)',
};
export const eigenschapnaam = (naam: string): string => NAAM[naam] ?? `de instelling ${naam}`;

/** Elke uitdrukking en elke {{ }} in een formulier is te lezen. Tasklist toont anders niets, of toont altijd alles. */
export const formulierFeel: Nakijkregel = {
  naam: 'formulier-feel',
  kijk: ({ formulieren }) => formulieren.flatMap((formulier) => [...fouten(formulier)].map(({ id, tekst }) => ({ bestand: formulier.pad, plaats: veldplaats(formulier, id), tekst }))),
};

function* fouten(formulier: Formulierbestand): Generator<{ id: string; tekst: string }> {
  for (const { id, eigenschap, tekst } of zonderIs(formulier)) yield { id, tekst: `Begin ${eigenschapnaam(eigenschap)} met =: zonder = is "${kort(tekst)}" een gewone tekst, en doet zij niets` };
  const kapot = new Set<string>();
  for (const { id, eigenschap, tekst } of teksten(formulier)) {
    if (!kapotSjabloon(tekst)) continue;
    kapot.add(id + eigenschap);
    yield { id, tekst: `In ${eigenschapnaam(eigenschap)} klopt een {{ niet: sluit elke {{ met }}, elke {{#if …}} met {{/if}} en elke {{#loop …}} met {{/loop}}` };
  }
  for (const { id, eigenschap, feel } of uitdrukkingen(formulier)) {
    const fout = kapot.has(id + eigenschap) ? undefined : feelFout(feel);
    if (fout) yield { id, tekst: `In ${eigenschapnaam(eigenschap)}: ${fout}` };
  }
}

/** Wat alleen als uitdrukking iets doet, en niet met = begint. */
function zonderIs(formulier: Formulierbestand): { id: string; eigenschap: string; tekst: string }[] {
  return onderdelen(formulier).flatMap((deel) => {
    const { id, conditional, expression, valuesExpression } = deel as typeof deel & { conditional?: { hide?: unknown }; expression?: unknown; valuesExpression?: unknown };
    return Object.entries({ hide: conditional?.hide, expression, valuesExpression })
      .flatMap(([eigenschap, tekst]) => (typeof tekst === 'string' && tekst.trim() !== '' && !tekst.startsWith('=') ? [{ id, eigenschap, tekst }] : []));
  });
}

const kort = (tekst: string): string => (tekst.length > 60 ? `${tekst.slice(0, 59)}…` : tekst);
