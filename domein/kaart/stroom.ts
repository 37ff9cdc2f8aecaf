import type { Kaartelement, Kaartmodel, Pijl } from './model.ts';

/** Een optelling die voor elk kind klopt als het er één keer langs gaat: pijlen (`proces.pijl`) met +1 of -1, samen nul. */
export type Balans = readonly (readonly [pijl: string, teken: 1 | -1])[];

export interface Stroom {
  readonly balansen: readonly Balans[];
  /** De pijlen waarlangs een kind voor het eerst bij een element komt. */
  instroom(element: string): readonly string[];
  /** De pijlen waarmee het proces begint; leeg als het ook op een andere manier kan beginnen. */
  readonly begin: readonly string[];
}

/**
 * De tekening als rekensom over kinderen: wat een stap in gaat komt er weer uit, bij een keuze langs één van de pijlen, bij een
 * splitsing langs allemaal. Een kind telt één keer, dus een pijl terug telt niet, en een uitstapje dat alleen terug leidt ook
 * niet. Zo kan iemand die de tekening kent rekenen; wie nog onderweg is of werd afgebroken maakt dat zijn antwoord niet klopt.
 */
export function stroomVan(model: Kaartmodel): Stroom {
  const element = new Map(model.elementen.map((e) => [e.id, e]));
  const uit = groepeerPijlen(model.pijlen, 'van');
  const terug = terugpijlen(model, uit);
  const gezien = new Map<string, boolean>();
  /** Leidt dit ergens heen zonder terug te gaan? */
  const vooruit = (id: string): boolean => {
    const eerder = gezien.get(id);
    if (eerder !== undefined) return eerder;
    gezien.set(id, false);
    const pijlen = uit.get(id) ?? [];
    const uitkomst = pijlen.length === 0 || pijlen.some((p) => !terug.has(p.id) && vooruit(p.naar));
    gezien.set(id, uitkomst);
    return uitkomst;
  };
  const naam = (pijl: Pijl): string => `${model.proces}.${pijl.id}`;
  const naar = groepeerPijlen(model.pijlen.filter((p) => !terug.has(p.id)), 'naar');
  const instroom = (id: string): string[] => (naar.get(id) ?? []).map(naam);
  const uitstroom = (id: string): string[] => (uit.get(id) ?? []).filter((p) => !terug.has(p.id) && vooruit(p.naar)).map(naam);
  const begin = model.elementen.filter((e) => e.soort === 'startEvent' && e.binnen === null);

  const balans = (in_: readonly string[], weg: readonly string[]): Balans => [...in_.map((p) => [p, 1] as const), ...weg.map((p) => [p, -1] as const)];
  const vanElement = (e: Kaartelement): Balans[] => {
    const [in_, weg] = [instroom(e.id), uitstroom(e.id)];
    if (!vooruit(e.id) || in_.length === 0 || /^(startEvent|endEvent|boundaryEvent|inclusiveGateway|complexGateway)$/.test(e.soort)) return [];
    const onderbroken = model.elementen.filter((rand) => rand.aan === e.id && rand.onderbreekt).flatMap((rand) => uitstroom(rand.id));
    const binnenin = e.soort === 'subProcess' ? model.elementen.find((s) => s.binnen === e.id && s.gewoonBegin) : undefined;
    const opnieuw = binnenin ? [balans(in_, uitstroom(binnenin.id))] : [];
    if (e.soort === 'parallelGateway') return [...in_.slice(1).map((p) => balans([in_[0]!], [p])), ...weg.map((p) => balans([in_[0]!], [p]))];
    if (weg.length === 0) return opnieuw;
    // Een gewone stap met meer pijlen eraf neemt ze allemaal.
    return [...opnieuw, ...(weg.length > 1 && !e.soort.endsWith('Gateway') ? weg.map((p) => balans(in_, [p, ...onderbroken])) : [balans(in_, [...weg, ...onderbroken])])];
  };
  return {
    balansen: model.elementen.flatMap(vanElement), instroom: (id) => (element.has(id) ? instroom(id) : []),
    begin: begin.length === 1 && begin[0]!.gewoonBegin ? uitstroom(begin[0]!.id) : [],
  };
}

function groepeerPijlen(pijlen: readonly Pijl[], kant: 'van' | 'naar'): Map<string, Pijl[]> {
  const groepen = new Map<string, Pijl[]>();
  for (const pijl of pijlen) groepen.set(pijl[kant], [...(groepen.get(pijl[kant]) ?? []), pijl]);
  return groepen;
}

/** De pijlen die teruggaan naar waar een kind al was, gerekend vanaf elk begin. */
function terugpijlen(model: Kaartmodel, uit: ReadonlyMap<string, readonly Pijl[]>): Set<string> {
  const terug = new Set<string>();
  const staat = new Map<string, 'bezig' | 'klaar'>();
  const loop = (id: string): void => {
    if (staat.has(id)) return;
    staat.set(id, 'bezig');
    for (const pijl of uit.get(id) ?? []) {
      if (staat.get(pijl.naar) === 'bezig') terug.add(pijl.id);
      else loop(pijl.naar);
    }
    for (const rand of model.elementen) if (rand.aan === id) loop(rand.id);
    staat.set(id, 'klaar');
  };
  for (const e of model.elementen) if (e.soort === 'startEvent') loop(e.id);
  for (const e of model.elementen) loop(e.id);
  return terug;
}
