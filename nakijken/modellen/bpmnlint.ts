import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Bevinding } from '../bevinding.ts';
import type { Modelbestand } from './lezen.ts';
import { plaatsVan } from './lezen.ts';
import { inNederlands, type Melding } from './nederlands.ts';

const WORTEL = join(import.meta.dirname, '../..');
const eis = createRequire(import.meta.url);

interface Melder {
  report(id: string, message: string, meer?: unknown): void;
}
type Bezoek = (node: unknown, melder: Melder) => boolean | void;
interface Lintregel {
  readonly name: string;
  readonly rule: { readonly check: Bezoek | { readonly enter?: Bezoek; readonly leave?: Bezoek } };
}
interface Linterklasse {
  new (opties: { config: unknown; resolver: unknown }): { config: unknown; resolveRules(config: unknown): Promise<Lintregel[]> };
}
const { Linter } = eis('bpmnlint') as { Linter: Linterklasse };
const NodeResolver = eis('bpmnlint/lib/resolver/node-resolver') as new (opties: { require: NodeJS.Require }) => { resolveRule(pakket: string, naam: string): unknown; resolveConfig(pakket: string, naam: string): unknown };
const traverse = eis('bpmnlint/lib/traverse') as (wortel: unknown, bezoek: { enter(node: unknown): false | undefined; leave(node: unknown): void }) => void;

type Versie = '8-6' | '8-9';

/** De regels van `.bpmnlintrc`, die ook Camunda Modeler en `npx bpmnlint` gebruiken; voor 8.9 en voor de ingebedde 8.6. */
export function regelsVoor(versie: Versie): unknown {
  return JSON.parse(readFileSync(join(WORTEL, '.bpmnlintrc'), 'utf8').replace('camunda-cloud-8-9', `camunda-cloud-${versie}`));
}

/** Onthoudt waar een regel of lijst met regels staat: voor elk model worden de regels opnieuw gemaakt, want sommige onthouden wat zij zagen. */
class Vindplaatsen {
  readonly #node = new NodeResolver({ require: eis });
  readonly #gevonden = new Map<string, unknown>();

  resolveRule(pakket: string, naam: string): unknown {
    return this.#onthoud(`regel ${pakket} ${naam}`, () => this.#node.resolveRule(pakket, naam));
  }

  resolveConfig(pakket: string, naam: string): unknown {
    return this.#onthoud(`lijst ${pakket} ${naam}`, () => this.#node.resolveConfig(pakket, naam));
  }

  #onthoud(sleutel: string, zoek: () => unknown): unknown {
    if (!this.#gevonden.has(sleutel)) this.#gevonden.set(sleutel, zoek());
    return this.#gevonden.get(sleutel);
  }
}
const vindplaatsen = new Vindplaatsen();

/** De regels voor één versie van Camunda, nieuw gemaakt. */
export const regelsVan = (versie: Versie): Promise<Lintregel[]> => {
  const config = regelsVoor(versie);
  return new Linter({ config, resolver: vindplaatsen }).resolveRules(config);
};

/**
 * Alle regels voor beide versies van de engine: die van 8.6, die minder kan, en wat er alleen voor 8.9 is. Dezelfde regel voor
 * 8.9 laat meer toe en zou alleen tijd kosten; een test houdt alle modellen ook tegen haar.
 */
export async function alleRegels(): Promise<Lintregel[]> {
  const [oud, nieuw] = await Promise.all([regelsVan('8-6'), regelsVan('8-9')]);
  return [...oud, ...nieuw.filter(({ name }) => !oud.some((regel) => regel.name === name))];
}

/**
 * Kijkt één model na. bpmnlint loopt voor elke regel opnieuw door het hele model; dit loopt er één keer doorheen en vraagt bij
 * elk onderdeel alle regels, wat voor een uitrol het verschil tussen een halve minuut en een paar seconden is.
 */
export function lintModel(model: Modelbestand, lintregels: readonly Lintregel[]): Bevinding[] {
  const meldingen: Melding[] = [];
  const lopend = lintregels.map(({ name, rule: { check } }) => {
    const { enter, leave } = typeof check === 'function' ? { enter: check, leave: undefined } : check;
    const melder: Melder = { report: (id, message, meer) => void meldingen.push({ regel: name, id, message, ...(Array.isArray(meer) ? {} : (meer as object | undefined)) }) };
    // Geeft een regel `false`, dan kijkt zij niet in wat er in dit onderdeel zit.
    return { naam: name, enter, leave, melder, overslaan: undefined as unknown, kapot: false };
  });
  const vraag = (regel: (typeof lopend)[number], bezoek: Bezoek | undefined, node: unknown): boolean | void => {
    if (!bezoek || regel.kapot) return undefined;
    try {
      return bezoek(node, regel.melder);
    } catch (error) {
      // Een regel die zelf struikelt mag de andere niet stilleggen; zij zegt het één keer per model.
      regel.kapot = true;
      meldingen.push({ regel: regel.naam, id: (node as { id?: string }).id ?? model.naam, message: (error as Error).message, kapot: true });
      return undefined;
    }
  };
  traverse(model.wortel, {
    enter(node) {
      // De tekening is groter dan het model. Wie haar nodig heeft, leest haar bij het element.
      if ((node as { $type: string }).$type === 'bpmndi:BPMNDiagram') return false;
      for (const regel of lopend) if (regel.overslaan === undefined && vraag(regel, regel.enter, node) === false) regel.overslaan = node;
      return undefined;
    },
    leave(node) {
      if ((node as { $type: string }).$type === 'bpmndi:BPMNDiagram') return;
      for (const regel of lopend) {
        if (regel.overslaan === undefined) vraag(regel, regel.leave, node);
        else if (regel.overslaan === node) regel.overslaan = undefined;
      }
    },
  });
  return meldingen.map((melding) => ({ bestand: model.pad, plaats: plaatsVan(model, melding.id), tekst: inNederlands(melding), regel: melding.regel }));
}
