import { ROUTES } from '../routes/index.ts';
import { leesModel, modelnamen, type Modelelement } from '../stappen/lees-model.ts';
import { perModel } from '../uitgerold/per-model.ts';

/** Eén element van de tekening waar een kind kan zijn. */
export interface Kaartelement {
  readonly id: string;
  readonly naam: string;
  /** Soort in BPMN: `userTask`, `callActivity`, `subProcess`, … */
  readonly soort: string;
  /** Het deelproces eromheen, of null. */
  readonly binnen: string | null;
  /** Wordt dit deelproces door een gebeurtenis gestart? */
  readonly gebeurtenis: boolean;
  /** Het proces dat hier begint; null bij een ander element, of als een variabele het bepaalt. */
  readonly roept: string | null;
  /** De processen die hier kunnen beginnen, ook als een variabele het kiest; `brugplaats-` is alles wat zo begint. */
  readonly kanRoepen?: readonly string[];
  /** Van een gebeurtenis op de rand: het element eronder. */
  readonly aan?: string | null;
  /** Een gebeurtenis op de rand die het element eronder beëindigt. */
  readonly onderbreekt?: boolean;
  /** Een begin waar niets aan voorafgaat dan wie het proces of deelproces start: geen bericht en geen klok. */
  readonly gewoonBegin?: boolean;
}

/** Waar een kind kan blijven. Wat de engine zelf doet (een poort, een melding, een besluit) is meteen klaar. */
export const kanBlijven = ({ soort }: Pick<Kaartelement, 'soort'>): boolean => !/Gateway$|Event$|^(service|send|script|businessRule|manual)Task$|^task$/.test(soort) || /^(eventBasedGateway|intermediateCatchEvent)$/.test(soort);

export interface Pijl {
  readonly id: string;
  readonly van: string;
  readonly naar: string;
}

export interface Kaartmodel {
  readonly proces: string;
  readonly naam: string;
  readonly elementen: readonly Kaartelement[];
  readonly pijlen: readonly Pijl[];
}

type Element = Modelelement & { sourceRef?: Modelelement; targetRef?: Modelelement; cancelActivity?: boolean };
const KNOOP = /Task$|Event$|Gateway$|SubProcess$|CallActivity$/;
const modellen = perModel(maak);

/** De tekening van een proces zoals zij nu is. @returns niets als er geen model met deze naam is */
export const leesKaartmodel = (proces: string): Promise<Kaartmodel | undefined> => modellen().lees(proces);

/** Hoe mensen een proces noemen: de naam in zijn tekening. */
export const procesnaam = async (proces: string): Promise<string> => (await leesKaartmodel(proces))?.naam ?? proces;

/** Alle tekeningen, op naam. */
export async function leesKaartmodellen(): Promise<Kaartmodel[]> {
  const vanNu = modellen();
  return (await Promise.all((await modelnamen(vanNu.modellen)).sort().map((naam) => vanNu.lees(naam)))).flatMap((model) => model ?? []);
}

async function maak(proces: string, dir: URL): Promise<Kaartmodel | undefined> {
  const alle = [...(await leesModel(dir, proces)).values()] as Element[];
  const naam = alle.find((e) => e.$type === 'bpmn:Process' && e.id === proces)?.name;
  if (alle.length === 0) return undefined;
  return {
    proces, naam: naam ?? proces,
    elementen: alle.filter((e) => KNOOP.test(e.$type)).map((e) => ({
      id: e.id, naam: e.name ?? e.id, soort: soort(e.$type), binnen: e.$parent?.$type === 'bpmn:SubProcess' ? e.$parent.id : null,
      gebeurtenis: e.triggeredByEvent ?? false, roept: geroepen(e).roept, kanRoepen: geroepen(e).kanRoepen,
      aan: e.attachedToRef?.id ?? null, onderbreekt: e.$type === 'bpmn:BoundaryEvent' && e.cancelActivity !== false, gewoonBegin: e.$type === 'bpmn:StartEvent' && (e.eventDefinitions ?? []).length === 0,
    })),
    pijlen: alle.flatMap((e) => (e.$type === 'bpmn:SequenceFlow' && e.sourceRef && e.targetRef ? [{ id: e.id, van: e.sourceRef.id, naar: e.targetRef.id }] : [])),
  };
}

const soort = (type: string): string => type.replace(/^bpmn:(.)/, (_, eerste: string) => eerste.toLowerCase());
/** Wat een call activity aanroept. Kiest een variabele het, dan staat in de FEEL meestal waaruit: `=route`, of namen tussen aanhalingstekens. */
function geroepen(e: Element): { roept: string | null; kanRoepen: string[] } {
  const id = e.extensionElements?.values?.find((w) => w.$type === 'zeebe:CalledElement')?.processId;
  if (id === undefined) return { roept: null, kanRoepen: [] };
  return id.startsWith('=') ? { roept: null, kanRoepen: id === '=route' ? ROUTES.map((r) => r.proces) : [...new Set([...id.matchAll(/"([a-z0-9-]+)"/g)].map((m) => m[1]!))] } : { roept: id, kanRoepen: [id] };
}
