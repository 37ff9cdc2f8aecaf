import { createRequire } from 'node:module';
import { extensies, invoeren, uitvoeren } from '../../modellen/element.ts';
import { plaatsVan, type Modelbestand } from '../../modellen/lezen.ts';
import type { Gebruik } from '../gebruik.ts';
import type { Lezer } from './lezer.ts';

const eis = createRequire(import.meta.url);
const { variabelenIn } = eis('../../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { variabelenIn(tekst: string): { readonly name: string }[] };
const { meegekregen } = eis('../../../lint/bpmnlint-plugin-routeboek/lib/variabelen.js') as { meegekregen(model: string): ReadonlySet<string> };

/**
 * De antwoorden die een taak uit haar formulier verder laat gaan. Wat het proces zelf al heeft (`route`, of de variabele die wordt
 * bijgewerkt) is geen antwoord; een tijdelijke naam in een andere taak telt daarvoor niet.
 */
export function uitModel({ model, element, start }: Gebruik, formulier: string): Lezer[] {
  if (start) return [];
  const ingevuld = new Set(invoeren(element).map(({ target }) => target));
  const vanProces = vanHetProces(model);
  return uitvoeren(element).flatMap(({ source, target }) => variabelenIn(source ?? '').map(({ name }) => name)
    .filter((naam) => !ingevuld.has(naam) && !vanProces.has(naam) && !meegekregen(model.naam).has(naam))
    .map((sleutel) => ({ formulier, sleutel, wie: `${model.pad} (${plaatsVan(model, element.id)}, uitvoer ${target})`, bestand: model.pad })));
}

/** Wat een model aan een formulier meegeeft om te tonen of voor in te vullen. */
export const meegegeven = ({ model, element, start }: Gebruik, formulier: string): Lezer[] =>
  (start ? [] : invoeren(element)).filter(({ target }) => !AFSPRAKEN.includes(target))
    .map(({ target }) => ({ formulier, sleutel: target, wie: `${model.pad} (${plaatsVan(model, element.id)}, invoer ${target})`, bestand: model.pad }));

/** Meegegeven voor de engine, het logboek, een luisteraar of de tekst van de taak, niet voor een veld. */
export const AFSPRAKEN = ['formulier', 'rol', 'toon', 'metSignalen', 'metVerzuim', 'verzuimGetoond', 'uiterlijk', 'uiterlijkTekst', 'nietNa', 'stapVanAanroep', 'escalatieOp', 'herinneringOp', 'validatieFouten', 'toelichtingTaak', 'vanaf', 'brugOpties', 'taskContextDisplayName'];

/** De variabelen die een model zelf in het proces zet. */
function vanHetProces(model: Modelbestand): ReadonlySet<string> {
  const eerder = perModel.get(model);
  if (eerder) return eerder;
  const namen = new Set<string>();
  for (const element of Object.values(model.opId)) {
    if (!element) continue;
    for (const { target } of uitvoeren(element)) namen.add(target);
    for (const { resultVariable } of [...extensies(element, 'zeebe:CalledDecision'), ...extensies(element, 'zeebe:Script')]) if (resultVariable) namen.add(resultVariable);
    const lus = (element as { loopCharacteristics?: typeof element }).loopCharacteristics;
    for (const { inputElement, outputCollection } of lus ? extensies(lus, 'zeebe:LoopCharacteristics') : []) for (const naam of [inputElement, outputCollection]) if (naam) namen.add(naam);
  }
  perModel.set(model, namen);
  return namen;
}
const perModel = new WeakMap<Modelbestand, ReadonlySet<string>>();
