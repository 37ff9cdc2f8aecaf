import { createRequire } from 'node:module';
import { onderdelen } from '../formulieren/lezen.ts';
import { eigenschapnaam } from '../formulieren/feel.ts';
import { uitdrukkingen as inFormulier } from '../formulieren/uitdrukkingen.ts';
import { extensies } from '../modellen/element.ts';
import { plaatsVan } from '../modellen/lezen.ts';
import type { Element } from '../modellen/model-tree.ts';
import type { Project } from '../project.ts';
import { kolomnaam } from '../tabellen/lezen.ts';

const eis = createRequire(import.meta.url);
const { vergelijkingen } = eis('../../lint/bpmnlint-plugin-routeboek/lib/waarden.js') as { vergelijkingen(feel: string): { readonly naam: string; readonly pad: string; readonly waarde: string }[] };
const { uitdrukkingen } = eis('../../lint/bpmnlint-plugin-routeboek/lib/feel.js') as { uitdrukkingen(node: Element): { readonly waar: string; readonly tekst: string }[] };

/** Een plek waar met een vaste tekst wordt vergeleken. */
export interface Vergelijking {
  readonly pad: string;
  readonly waarde: string;
  /** Is het pad een veld van dit formulier zelf? */
  readonly formulier?: string;
  readonly bestand: string;
  readonly wie: string;
  /** Kijkt een andere regel (waarde-bestaat) ook of de tekst ergens voorkomt? */
  readonly ookElders: boolean;
}

/** Waar modellen, tabellen en formulieren met een tekst vergelijken. */
export const alleVergelijkingen = (project: Project): Vergelijking[] => [...inModellen(project), ...inTabellen(project), ...inFormulieren(project)];

const eigenVelden = (project: Project, formulier: string): ReadonlySet<string> => new Set(project.formulieren.filter(({ naam }) => naam === formulier).flatMap(onderdelen).flatMap(({ key }) => key ?? []));

function inModellen(project: Project): Vergelijking[] {
  return project.modellen.flatMap((model) => Object.values(model.opId).flatMap((element): Vergelijking[] => {
    if (!element) return [];
    const formulier = extensies(element, 'zeebe:FormDefinition')[0]?.formId;
    const velden = formulier === undefined ? undefined : eigenVelden(project, formulier);
    return uitdrukkingen(element).flatMap(({ waar, tekst }) => vergelijkingen(tekst).map(({ pad, waarde }) => ({
      pad, waarde, bestand: model.pad, wie: `${model.pad} (${plaatsVan(model, element.id)}, ${waar.replace(/ \(.*\)$/, '')})`, ookElders: true,
      ...(waar.startsWith('de uitvoer') && velden?.has(pad) ? { formulier: formulier as string } : {}),
    })));
  }));
}

/** Alleen een rijtje teksten noemt de waarden zelf. */
const RIJTJE = /^(not\()?\s*"[^"]*"(\s*,\s*("[^"]*"|null))*\s*\)?$/;
const PAD = /^[A-Za-z_][\w.]*$/;

/** Een tabel die de programmatuur vraagt krijgt haar invoer van daar, en niet uit een formulier met dezelfde naam. */
function inTabellen({ tabellen, modellen }: Project): Vergelijking[] {
  const gevraagd = new Set(modellen.flatMap(({ opId }) => Object.values(opId).flatMap((element) => (element ? extensies(element, 'zeebe:CalledDecision').map(({ decisionId }) => decisionId) : []))));
  return tabellen.filter(({ naam }) => gevraagd.has(naam)).flatMap(({ pad: bestand, tabellen: inhoud }) => inhoud.flatMap(({ input, rule }) => input.flatMap((kolom, k) => {
    const pad = kolom.inputExpression?.text ?? '';
    if (!PAD.test(pad)) return [];
    return rule.flatMap(({ inputEntry }, n) => {
      const cel = inputEntry[k]?.text?.trim() ?? '';
      return RIJTJE.test(cel) ? [...cel.matchAll(/"([^"]*)"/g)].map(([, waarde]) => ({ pad, waarde: waarde as string, bestand, wie: `${bestand} (regel ${n + 1}, ${kolomnaam(kolom)})`, ookElders: false })) : [];
    });
  })));
}

function inFormulieren(project: Project): Vergelijking[] {
  return project.formulieren.flatMap((formulier) => {
    const velden = eigenVelden(project, formulier.naam);
    return inFormulier(formulier).flatMap(({ id, eigenschap, feel }) => vergelijkingen(feel).map(({ pad, waarde }) => ({
      pad, waarde, bestand: formulier.pad, wie: `${formulier.pad} (${onderdelen(formulier).find((deel) => deel.id === id)?.label ?? id}, ${eigenschapnaam(eigenschap).replace(/ \(.*\)$/, '')})`, ookElders: true,
      ...(velden.has(pad) ? { formulier: formulier.naam } : {}),
    })));
  });
}
