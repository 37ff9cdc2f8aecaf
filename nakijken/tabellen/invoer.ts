import { createRequire } from 'node:module';
import { bedoelde } from '../../domein/invoer/nabij.ts';
import { extensies } from '../modellen/element.ts';
import type { Project } from '../project.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';
import { kolomnaam } from './lezen.ts';

const eis = createRequire(import.meta.url);
const { variabelenIn } = eis('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { variabelenIn(tekst: string): Gelezen[] };
const { geschreven, meegekregen, onderdelen } = eis('../../lint/bpmnlint-plugin-routeboek/lib/variabelen.js') as {
  geschreven(model: string): ReadonlySet<string>; meegekregen(model: string): ReadonlySet<string>; onderdelen(): ReadonlySet<string>;
};
const { codeWoorden } = eis('../../lint/bpmnlint-plugin-routeboek/lib/code.js') as { codeWoorden(): ReadonlySet<string> };

interface Gelezen { readonly name: string; readonly entries: readonly Gelezen[] }

/**
 * Wat boven een kolom staat, krijgt de tabel ook: van elk model dat haar vraagt, of van de programmatuur. Met een tikfout is de
 * kolom altijd leeg, en dan geldt bij elk kind dezelfde regel.
 */
export const tabelInvoer: Nakijkregel = {
  naam: 'tabel-invoer',
  overAlles: true,
  kijk(project) {
    const vragers = vragersPerTabel(project);
    return project.tabellen.flatMap(({ naam, pad, tabellen }) => tabellen.flatMap(({ input }) => input.flatMap((kolom) =>
      variabelenIn(`=${kolom.inputExpression?.text ?? ''}`).flatMap((gelezen) => [
        ...ontbreekt(gelezen, vragers.get(naam) ?? []), ...onbekend(gelezen, ''),
      ]).map((tekst): Omschrijving => ({ bestand: pad, plaats: kolomnaam(kolom), tekst })))));
  },
};

/** De modellen die een tabel vragen. */
function vragersPerTabel({ modellen }: Project): Map<string, string[]> {
  const vragers = new Map<string, string[]>();
  for (const { naam, boom } of modellen) {
    for (const { decisionId } of boom.elements('bpmn:BusinessRuleTask').flatMap((element) => extensies(element, 'zeebe:CalledDecision'))) {
      if (decisionId) vragers.set(decisionId, [...new Set([...(vragers.get(decisionId) ?? []), naam])]);
    }
  }
  return vragers;
}

/** Zonder model vraagt de programmatuur haar; die noemt de naam dan ergens. */
function ontbreekt({ name }: Gelezen, modellen: readonly string[]): string[] {
  if (modellen.length === 0) return codeWoorden().has(name) ? [] : [`Niets geeft deze tabel ${name}. Kijk naar de spelling boven de kolom`];
  const zonder = modellen.filter((model) => !geschreven(model).has(name) && !meegekregen(model).has(name) && !codeWoorden().has(name));
  return zonder.map((model) => `Het model ${model} vraagt deze tabel en heeft geen ${name}.${bedoelde(name, [...geschreven(model), ...meegekregen(model)])} Kijk naar de spelling boven de kolom, of geef haar in het model mee`);
}

function onbekend({ name, entries }: Gelezen, pad: string): string[] {
  const hier = pad ? `${pad}.${name}` : name;
  return entries.flatMap((deel) => (onderdelen().has(deel.name) ? onbekend(deel, hier) : [`${hier}.${deel.name} bestaat niet; niets schrijft dat onderdeel. Kijk naar de spelling boven de kolom`]));
}
