import { leesModel, type Modelbestand } from '../nakijken/modellen/lezen.ts';
import { eigenschap, extensies } from '../nakijken/modellen/element.ts';
import { leesTabel } from '../nakijken/tabellen/lezen.ts';
import { formulierVeranderingen } from './formulier.ts';
import { vergelijk } from './model.ts';
import { waar } from './model/kenmerken.ts';
import type { Knoop } from './model/stapnaam.ts';
import { veranderdeStappen } from './termijnen.ts';

/** Een stap die veranderde en waar nu een casus kan staan. */
export interface GeraakteStap {
  /** Het proces waar zij in staat, zoals de engine het noemt. */
  readonly proces: string;
  readonly element: string;
  /** De stap zoals zij in het routeboek heet. */
  readonly stap: string;
  /** Is het een taak van iemand? Dan zegt de takenlijst wie er staat. */
  readonly taak: boolean;
  /** Wat een casus die er nu staat ervan merkt. */
  readonly merkt: string;
}

/** Waar één casus nu staat. */
export interface Plaats {
  readonly casus: string;
  readonly element: string;
}

const TERMIJNEN = 'bpmn/termijnen.dmn';

/** De stappen waar een lopende casus iets van een uitrol kan merken: door het model, het formulier of de termijn van die stap. */
export async function geraakteStappen(vorige: ReadonlyMap<string, string>, nu: ReadonlyMap<string, string>): Promise<GeraakteStap[]> {
  const modellen = await leesModellen(nu);
  const stappen: GeraakteStap[] = [];
  for (const model of modellen) {
    const oud = vorige.get(model.pad);
    if (oud === undefined || oud === model.xml) continue;
    const was = await leesModel(model.pad, oud);
    if (!('model' in was)) continue;
    for (const { id, stap, merkt } of vergelijk(was.model, model)) if (merkt) stappen.push({ proces: model.naam, element: id, stap, taak: isTaak((model.opId[id] ?? was.model.opId[id]) as Knoop | undefined), merkt });
  }
  const termijn = await stappenMetTermijn(vorige.get(TERMIJNEN), nu.get(TERMIJNEN));
  const anders = new Set([...nu].filter(([pad, tekst]) => pad.endsWith('.form') && vorige.has(pad) && vorige.get(pad) !== tekst && !/alleen opmaak/.test(formulierVeranderingen(pad, vorige.get(pad)!, tekst)[0] ?? '')).map(([pad]) => pad.replace(/^.*\/|\.form$/g, '')));
  for (const model of modellen) {
    for (const knoop of Object.values(model.opId).filter((e) => isTaak(e as Knoop | undefined)) as Knoop[]) {
      const taak = { proces: model.naam, element: knoop.id, stap: waar(knoop), taak: true };
      if (extensies(knoop, 'zeebe:FormDefinition').some(({ formId }) => anders.has(formId ?? ''))) stappen.push({ ...taak, merkt: 'hun open taak houdt haar formulier' });
      if (stapVan(knoop).some((stap) => termijn.has(stap))) stappen.push({ ...taak, merkt: 'hun open taak houdt haar einddatum' });
    }
  }
  return stappen;
}

/**
 * Zegt welke lopende casussen bij een veranderde stap staan en wat zij ervan merken.
 * @param plaatsen waar elke casus nu staat; een casus kan op meer plekken staan
 * @returns één zin per stap; leeg als nergens iemand staat
 */
export function wieIsGeraakt(stappen: readonly GeraakteStap[], plaatsen: readonly Plaats[]): string[] {
  const perStap = new Map<string, { casussen: Set<string>; merkt: Set<string> }>();
  for (const { element, stap, merkt } of stappen) {
    const hier = perStap.get(stap) ?? { casussen: new Set<string>(), merkt: new Set<string>() };
    for (const plaats of plaatsen.filter((p) => p.element === element)) hier.casussen.add(plaats.casus);
    perStap.set(stap, { casussen: hier.casussen, merkt: hier.merkt.add(merkt) });
  }
  return [...perStap].filter(([, { casussen }]) => casussen.size > 0).map(([stap, { casussen: { size }, merkt }]) => {
    const zin = [...merkt].join('; ');
    return size === 1 ? `1 casus staat bij ${stap}; ${enkelvoud(zin)}` : `${size} casussen staan bij ${stap}; ${zin}`;
  });
}

const enkelvoud = (zin: string): string => zin.replaceAll(/\bhun\b/g, 'haar').replaceAll(/\bmet hen\b/g, 'met haar').replaceAll('als zij deze stap afronden', 'als zij deze stap afrondt').replaceAll('als zij deze stap opnieuw beginnen', 'als zij deze stap opnieuw begint').replaceAll('zij kunnen', 'zij kan');

const isTaak = (knoop: Knoop | undefined): boolean => knoop?.$type === 'bpmn:UserTask';
/** De stap staat op de taak, of op het deelproces met haar controle. */
const stapVan = (knoop: Knoop | undefined): string[] => (knoop && knoop.$type !== 'bpmn:Process' ? [...(eigenschap(knoop, 'stap') ?? '').split(/\s+/).filter(Boolean), knoop.id.replaceAll('_', '-'), ...stapVan(knoop.$parent)] : []);

async function stappenMetTermijn(was: string | undefined, wordt: string | undefined): Promise<ReadonlySet<string>> {
  if (was === undefined || wordt === undefined || was === wordt) return new Set();
  const [oud, nieuw] = await Promise.all([leesTabel(TERMIJNEN, was), leesTabel(TERMIJNEN, wordt)]);
  const [a, b] = [oud, nieuw].map((gelezen) => ('tabel' in gelezen ? gelezen.tabel.tabellen[0] : undefined));
  return a && b ? veranderdeStappen(a, b) : new Set();
}

async function leesModellen(bestanden: ReadonlyMap<string, string>): Promise<Modelbestand[]> {
  const gelezen = await Promise.all([...bestanden].filter(([pad]) => pad.endsWith('.bpmn')).map(([pad, xml]) => leesModel(pad, xml)));
  return gelezen.flatMap((g) => ('model' in g ? [g.model] : []));
}
