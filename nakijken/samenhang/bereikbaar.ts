import type { Element } from '../modellen/model-tree.ts';
import { plaatsVan, type Modelbestand } from '../modellen/lezen.ts';
import { eigenschap, extensies, koppen } from '../modellen/element.ts';
import type { Nakijkregel, Omschrijving } from '../regel.ts';

/** De routes en hoe hun stappen beginnen. */
const ROUTES: Readonly<Record<string, string>> = { kernteam: 'KT', 'geen-kernteam': 'GK' };
const RAAM = 'casus';

/**
 * Elke stap van een route is vanuit die route te bereiken, en elk model wordt door iemand aangeroepen of gestart. Wie een aanroep
 * weghaalt, haalt anders ongemerkt een hele fase uit de route.
 */
export const stapBereikbaar: Nakijkregel = {
  naam: 'stap-bereikbaar',
  overAlles: true,
  kijk({ modellen }) {
    const gevonden: Omschrijving[] = [];
    const opNaam = new Map(modellen.map((model) => [model.naam, model]));
    const gebruikt = new Set<string>();
    for (const [route, begin] of Object.entries(ROUTES).filter(([naam]) => opNaam.has(naam))) {
      const bereikt = vanaf(RAAM, opNaam, route);
      bereikt.forEach((naam) => gebruikt.add(naam));
      for (const model of modellen.filter(({ naam }) => !bereikt.has(naam) && !(naam in ROUTES))) {
        for (const [element, stap] of stappen(model).filter(([, id]) => id.startsWith(`${begin}-`))) {
          gevonden.push({ bestand: `bpmn/${route}.bpmn`, plaats: `stap ${stap}`, tekst: `Deze stap is vanuit de route niet meer te bereiken: zij staat in ${model.pad} (${plaatsVan(model, element.id)}), en niets in deze route roept dat model aan` });
        }
      }
    }
    const eigenBegin = modellen.filter(heeftEigenBegin).flatMap(({ naam }) => [...vanaf(naam, opNaam, undefined)]);
    for (const { naam, pad } of modellen.filter(({ naam: n }) => !gebruikt.has(n) && !eigenBegin.includes(n))) {
      gevonden.push({ bestand: pad, plaats: naam, tekst: 'Niemand roept dit model aan of start het: roep het aan in een route of fase, of haal het weg' });
    }
    return gevonden;
  },
};

/** Alle modellen waar een casus kan komen die hier begint. */
function vanaf(begin: string, opNaam: ReadonlyMap<string, Modelbestand>, route: string | undefined): ReadonlySet<string> {
  const gezien = new Set<string>();
  const open = [begin];
  for (let naam = open.pop(); naam !== undefined; naam = open.pop()) {
    const model = opNaam.get(naam);
    if (!model || gezien.has(naam)) continue;
    gezien.add(naam);
    open.push(...alle(model).flatMap((element) => doelen(element, [...opNaam.keys()], route)));
  }
  return gezien;
}

/** De processen die een element aanroept of start; bij een berekende naam elk proces waarvan de naam in de berekening past. */
function doelen(element: Element, namen: readonly string[], route: string | undefined): string[] {
  const { proces } = koppen(element);
  const aanroepen = extensies(element, 'zeebe:CalledElement').flatMap(({ processId = '' }) => {
    if (!processId.startsWith('=')) return [processId];
    if (processId.trim() === '=route') return route === undefined ? Object.keys(ROUTES) : [route];
    const delen = [...processId.matchAll(/"([^"]+)"/g)].map(([, deel]) => deel as string);
    return namen.filter((naam) => delen.some((deel) => naam === deel || (deel.endsWith('-') && naam.startsWith(deel))));
  });
  return proces === undefined ? aanroepen : [...aanroepen, proces];
}

const alle = ({ wortel }: Modelbestand): Element[] => {
  const plat = (elementen: readonly Element[]): Element[] => elementen.flatMap((e) => [e, ...plat(e.flowElements ?? [])]);
  return plat(wortel.rootElements ?? []);
};

const stappen = (model: Modelbestand): [Element, string][] =>
  alle(model).flatMap((element) => (eigenschap(element, 'stap') ?? '').split(/\s+/).filter(Boolean).map((stap): [Element, string] => [element, stap]));

/** Begint dit proces zelf: met een startformulier, op een tijd of op een bericht? */
const heeftEigenBegin = (model: Modelbestand): boolean =>
  alle(model).some((element) => element.$type === 'bpmn:StartEvent' && isVanProces(model, element)
    && (extensies(element, 'zeebe:FormDefinition').length > 0 || ((element as { eventDefinitions?: unknown[] }).eventDefinitions ?? []).length > 0));
const isVanProces = (model: Modelbestand, element: Element): boolean => (model.wortel.rootElements ?? []).some((proces) => proces.flowElements?.includes(element));
