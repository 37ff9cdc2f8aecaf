import { leesModel, modellenmap, modelnamen, type Modelelement } from '../stappen/lees-model.ts';
import { perUitrol } from '../uitgerold/uitrol.ts';

/** Waar een lopende casus is: in haar route, of bij het sluiten. */
export type Plek = 'route' | 'sluiten';
/** Het onderdeel van het proces casus dat bij een plek hoort. */
const ONDERDEEL: Record<Plek, string> = { route: 'SP_ROUTE', sluiten: 'casus_sluiten' };

type Model = readonly Modelelement[];

/**
 * Welke berichten een casus kan opvangen, nu of verderop op dezelfde plek. De modellen zeggen het zelf: een gebeurtenis in de
 * route, in een proces dat zij aanroept of eromheen. Een bericht dat hier niet bij staat, wordt door niemand opgepakt.
 */
export async function berichtenOp(plek: Plek, route: string): Promise<ReadonlySet<string>> {
  const { modellen, bekend } = vanNu();
  const sleutel = `${plek}|${route}`;
  const gevonden = bekend.get(sleutel) ?? zoek(await modellen, plek, route);
  bekend.set(sleutel, gevonden);
  return gevonden;
}
const vanNu = perUitrol((wortel) => ({ modellen: leesModellen(modellenmap(wortel)), bekend: new Map<string, ReadonlySet<string>>() }));

function zoek(alle: ReadonlyMap<string, Model>, plek: Plek, route: string): ReadonlySet<string> {
  const casus = alle.get('casus') ?? [];
  const hier = casus.find((element) => element.id === ONDERDEEL[plek]);
  const omgeving = lijn(hier).slice(1);
  const binnen = casus.filter((element) => lijn(element).includes(hier as Modelelement) || element.attachedToRef === hier);
  const eromheen = casus.filter((element) => omgeving.includes(gebeurtenisproces(element)?.$parent as Modelelement));
  const berichten = new Set<string>();
  const gezien = new Set<string>();
  const neem = (elementen: readonly Modelelement[]): void => {
    for (const element of elementen) {
      for (const { messageRef } of element.eventDefinitions ?? []) if (messageRef?.name) berichten.add(messageRef.name);
      for (const proces of aanroepen(element, route, [...alle.keys()])) {
        if (gezien.has(proces)) continue;
        gezien.add(proces);
        neem(alle.get(proces) ?? []);
      }
    }
  };
  neem([...binnen, ...eromheen]);
  return berichten;
}

/** Het element en alles waar het in zit. */
const lijn = (element: Modelelement | undefined): Modelelement[] => (element ? [element, ...lijn(element.$parent)] : []);
const gebeurtenisproces = (element: Modelelement): Modelelement | undefined => lijn(element).find((e) => e.triggeredByEvent);

/** De processen die een onderdeel kan aanroepen; bij een berekende naam elk proces waarvan de naam in de berekening past. */
function aanroepen(element: Modelelement, route: string, processen: readonly string[]): readonly string[] {
  const naam = element.extensionElements?.values?.find((waarde) => waarde.$type === 'zeebe:CalledElement')?.processId;
  if (naam === undefined) return [];
  if (!naam.startsWith('=')) return [naam];
  if (naam.trim() === '=route') return [route];
  const delen = [...naam.matchAll(/"([^"]+)"/g)].map(([, deel]) => deel as string);
  return processen.filter((proces) => delen.some((deel) => proces === deel || (deel.endsWith('-') && proces.startsWith(deel))));
}

async function leesModellen(dir: URL): Promise<ReadonlyMap<string, Model>> {
  const namen = await modelnamen(dir);
  return new Map(await Promise.all(namen.map(async (naam) => [naam, [...(await leesModel(dir, naam)).values()]] as const)));
}
