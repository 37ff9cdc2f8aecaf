import type { Element } from './model-tree.ts';

/** Een extensie van een element, voor zover het nakijken ernaar kijkt; elk veld hangt van de soort af. */
export interface Extensie {
  readonly $type: string;
  readonly formId?: string;
  readonly processId?: string;
  readonly decisionId?: string;
  readonly resultVariable?: string;
  readonly type?: string;
  readonly inputElement?: string;
  readonly outputCollection?: string;
  readonly candidateGroups?: string;
  readonly values?: readonly { readonly key: string; readonly value: string }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly listeners?: readonly { readonly eventType: string; readonly type: string }[];
  readonly inputParameters?: readonly { readonly source: string; readonly target: string }[];
  readonly outputParameters?: readonly { readonly source: string; readonly target: string }[];
}

export const extensies = (element: Element, type: string): Extensie[] => ((element.extensionElements?.values ?? []) as readonly Extensie[]).filter((e) => e.$type === type);

/** De taakkoppen van een element als object. */
export const koppen = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(extensies(element, 'zeebe:TaskHeaders').flatMap(({ values = [] }) => values.map(({ key, value }) => [key, value])));

/** De waarde van een eigenschap (Extension properties in Modeler). */
export const eigenschap = (element: Element, naam: string): string | undefined =>
  extensies(element, 'zeebe:Properties').flatMap(({ properties = [] }) => properties).find((p) => p.name === naam)?.value;

export const invoeren = (element: Element): { readonly source: string; readonly target: string }[] => extensies(element, 'zeebe:IoMapping').flatMap(({ inputParameters = [] }) => [...inputParameters]);
export const uitvoeren = (element: Element): { readonly source: string; readonly target: string }[] => extensies(element, 'zeebe:IoMapping').flatMap(({ outputParameters = [] }) => [...outputParameters]);
