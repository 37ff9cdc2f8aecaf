import { BpmnModdle } from 'bpmn-moddle';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json') as Record<string, unknown>;
const DIR = new URL('../../bpmn/', import.meta.url);

/** Waar een lopende casus is: in haar route, of bij het sluiten. */
export type Plek = 'route' | 'sluiten';
/** Het onderdeel van het proces casus dat bij een plek hoort. */
const ONDERDEEL: Record<Plek, string> = { route: 'SP_ROUTE', sluiten: 'casus_sluiten' };

interface Element {
  id: string;
  $type: string;
  $parent?: Element;
  attachedToRef?: Element;
  triggeredByEvent?: boolean;
  flowElements?: Element[];
  eventDefinitions?: { messageRef?: { name?: string } }[];
  extensionElements?: { values?: { $type: string; processId?: string }[] };
}
interface Model {
  readonly elementen: readonly Element[];
}

/**
 * Welke berichten een casus kan opvangen, nu of verderop op dezelfde plek. De modellen zeggen het zelf: een gebeurtenis in de
 * route, in een proces dat zij aanroept of eromheen. Een bericht dat hier niet bij staat, wordt door niemand opgepakt.
 */
export async function berichtenOp(plek: Plek, route: string): Promise<ReadonlySet<string>> {
  const sleutel = `${plek}|${route}`;
  const gevonden = bekend.get(sleutel) ?? zoek(await modellen(), plek, route);
  bekend.set(sleutel, gevonden);
  return gevonden;
}
const bekend = new Map<string, ReadonlySet<string>>();

function zoek(alle: ReadonlyMap<string, Model>, plek: Plek, route: string): ReadonlySet<string> {
  const casus = alle.get('casus')?.elementen ?? [];
  const hier = casus.find((element) => element.id === ONDERDEEL[plek]);
  const omgeving = lijn(hier).slice(1);
  const binnen = casus.filter((element) => lijn(element).includes(hier as Element) || element.attachedToRef === hier);
  const eromheen = casus.filter((element) => omgeving.includes(gebeurtenisproces(element)?.$parent as Element));
  const berichten = new Set<string>();
  const gezien = new Set<string>();
  const neem = (elementen: readonly Element[]): void => {
    for (const element of elementen) {
      for (const { messageRef } of element.eventDefinitions ?? []) if (messageRef?.name) berichten.add(messageRef.name);
      for (const proces of aanroepen(element, route, [...alle.keys()])) {
        if (gezien.has(proces)) continue;
        gezien.add(proces);
        neem(alle.get(proces)?.elementen ?? []);
      }
    }
  };
  neem([...binnen, ...eromheen]);
  return berichten;
}

/** Het element en alles waar het in zit. */
const lijn = (element: Element | undefined): Element[] => (element ? [element, ...lijn(element.$parent)] : []);
const gebeurtenisproces = (element: Element): Element | undefined => lijn(element).find((e) => e.triggeredByEvent);

/** De processen die een onderdeel kan aanroepen; bij een berekende naam elk proces waarvan de naam in de berekening past. */
function aanroepen(element: Element, route: string, processen: readonly string[]): readonly string[] {
  const naam = element.extensionElements?.values?.find((waarde) => waarde.$type === 'zeebe:CalledElement')?.processId;
  if (naam === undefined) return [];
  if (!naam.startsWith('=')) return [naam];
  if (naam.trim() === '=route') return [route];
  const delen = [...naam.matchAll(/"([^"]+)"/g)].map(([, deel]) => deel as string);
  return processen.filter((proces) => delen.some((deel) => proces === deel || (deel.endsWith('-') && proces.startsWith(deel))));
}

let gelezen: Promise<ReadonlyMap<string, Model>> | undefined;
const modellen = (): Promise<ReadonlyMap<string, Model>> => (gelezen ??= leesModellen());

async function leesModellen(): Promise<ReadonlyMap<string, Model>> {
  const bestanden = (await readdir(DIR)).filter((bestand) => bestand.endsWith('.bpmn'));
  const moddle = new BpmnModdle({ zeebe });
  return new Map(await Promise.all(bestanden.map(async (bestand) => {
    const { rootElement } = await moddle.fromXML(await readFile(new URL(bestand, DIR), 'utf8'));
    const processen = (rootElement as { rootElements: Element[] }).rootElements.filter((element) => element.$type === 'bpmn:Process');
    return [bestand.slice(0, -'.bpmn'.length), { elementen: processen.flatMap(alles) }] as const;
  })));
}
const alles = ({ flowElements = [] }: Element): Element[] => flowElements.flatMap((element) => [element, ...alles(element)]);
