import { extensies, invoeren, uitvoeren } from '../modellen/element.ts';
import type { Project } from '../project.ts';
import { sleutelsVan, type Formulierbestand } from '../formulieren/lezen.ts';
import { feelBoom, type Feelknoop } from './feel-boom.ts';

/** Waar de waarde van een pad vandaan komt: een veld, een vaste tekst, een ander pad, of iets wat hier niet te lezen is. */
export type Bron =
  | { readonly soort: 'veld'; readonly formulier: Formulierbestand; readonly sleutel: string }
  | { readonly soort: 'tekst'; readonly tekst: string }
  | { readonly soort: 'pad'; readonly pad: string }
  | { readonly soort: 'onbekend' };

/** Wie elk pad schrijft: `perspectief.aanbodplek` bij de bronnen van zijn waarde. */
export type Schrijvers = ReadonlyMap<string, readonly Bron[]>;

/** Alles wat in de modellen wordt geschreven, met waar het vandaan komt. */
export function alleSchrijvers({ modellen, formulieren }: Pick<Project, 'modellen' | 'formulieren'>): Schrijvers {
  const schrijvers = new Map<string, Bron[]>();
  const opNaam = new Map(formulieren.map((formulier) => [formulier.naam, formulier]));
  const voegToe = (pad: string, bron: Bron): void => void schrijvers.set(pad, [...(schrijvers.get(pad) ?? []), bron]);
  for (const { opId } of modellen) {
    for (const element of Object.values(opId)) {
      if (!element?.extensionElements) continue;
      const formulier = extensies(element, 'zeebe:FormDefinition').map(({ formId }) => opNaam.get(formId ?? '')).find(Boolean);
      const uit = uitvoeren(element);
      for (const { source, target } of invoeren(element)) zet(target, feelBoom(zonderIs(source)), undefined, voegToe);
      for (const { source, target } of uit) zet(target, feelBoom(zonderIs(source)), formulier, voegToe);
      // De uitkomst van een tabel of script is hier niet te lezen; waarde-bestaat kent de uitkomsten van een tabel.
      for (const { resultVariable } of [...extensies(element, 'zeebe:CalledDecision'), ...extensies(element, 'zeebe:Script')]) if (resultVariable) voegToe(resultVariable, { soort: 'onbekend' });
      if (formulier && uit.length === 0) for (const sleutel of sleutelsVan(formulier)) voegToe(sleutel, { soort: 'veld', formulier, sleutel });
    }
  }
  return schrijvers;
}

const zonderIs = (feel = ''): string => feel.replace(/^=/, '');
const isVeld = (formulier: Formulierbestand | undefined, naam: string): formulier is Formulierbestand => formulier !== undefined && sleutelsVan(formulier).has(naam);

/** Schrijft een uitdrukking in een doel; van een context iedere sleutel apart. */
function zet(doel: string, knoop: Feelknoop, formulier: Formulierbestand | undefined, voegToe: (pad: string, bron: Bron) => void): void {
  const verder = (pad: string, deel: Feelknoop): void => zet(pad, deel, formulier, voegToe);
  const { soort, delen, tekst } = knoop;
  if (soort === 'Context') {
    for (const { delen: [sleutel, waarde] } of delen) if (sleutel && waarde) verder(`${doel}.${sleutel.tekst.replaceAll('"', '')}`, waarde);
  } else if (soort === 'IfExpression') delen.slice(1).forEach((tak) => verder(doel, tak));
  else if (soort === 'ParenthesizedExpression') delen.forEach((deel) => verder(doel, deel));
  else if (soort === 'List') delen.forEach((deel) => verder(doel, deel));
  else if (soort === 'FunctionInvocation') roep(doel, knoop, verder, voegToe);
  else if (soort === 'StringLiteral') voegToe(doel, { soort: 'tekst', tekst: tekst.slice(1, -1) });
  else if (soort === 'VariableName' || soort === 'PathExpression') voegToe(doel, isVeld(formulier, tekst) ? { soort: 'veld', formulier, sleutel: tekst } : { soort: 'pad', pad: tekst });
  else if (!GEEN_TEKST.has(soort)) voegToe(doel, { soort: 'onbekend' });
}

/** Wat hieruit komt is nooit een tekst waarmee iemand vergelijkt. */
const GEEN_TEKST = new Set(['null', 'BooleanLiteral', 'NumericLiteral', 'Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression']);

function roep(doel: string, { delen: [naam, parameters] }: Feelknoop, verder: (pad: string, deel: Feelknoop) => void, voegToe: (pad: string, bron: Bron) => void): void {
  const [eerste, tweede, derde] = parameters?.delen ?? [];
  if (naam?.tekst === 'context put' && eerste && tweede?.soort === 'StringLiteral' && derde) {
    verder(doel, eerste);
    verder(`${doel}.${tweede.tekst.slice(1, -1)}`, derde);
  } else if (naam?.tekst === 'context merge' && eerste) verder(doel, eerste);
  else if (['concatenate', 'append', 'distinct values', 'union', 'flatten'].includes(naam?.tekst ?? '')) parameters!.delen.forEach((deel) => verder(doel, deel));
  else voegToe(doel, { soort: 'onbekend' });
}
