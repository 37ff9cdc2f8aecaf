import { leesModel, MODELLEN, type Modelelement } from '../stappen/lees-model.ts';

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
}

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

type Element = Modelelement & { sourceRef?: Modelelement; targetRef?: Modelelement };
const KNOOP = /Task$|Event$|Gateway$|SubProcess$|CallActivity$/;
const bekend = new Map<string, Promise<Kaartmodel | undefined>>();

/** De tekening van een proces zoals zij nu is. @returns niets als er geen model met deze naam is */
export function leesKaartmodel(proces: string, dir: URL = MODELLEN): Promise<Kaartmodel | undefined> {
  const sleutel = `${dir.href}${proces}`;
  const eerder = bekend.get(sleutel) ?? maak(proces, dir);
  bekend.set(sleutel, eerder);
  return eerder;
}

async function maak(proces: string, dir: URL): Promise<Kaartmodel | undefined> {
  const alle = [...(await leesModel(dir, proces)).values()] as Element[];
  const naam = alle.find((e) => e.$type === 'bpmn:Process' && e.id === proces)?.name;
  if (alle.length === 0) return undefined;
  return {
    proces, naam: naam ?? proces,
    elementen: alle.filter((e) => KNOOP.test(e.$type)).map((e) => ({
      id: e.id, naam: e.name ?? e.id, soort: soort(e.$type), binnen: e.$parent?.$type === 'bpmn:SubProcess' ? e.$parent.id : null,
      gebeurtenis: e.triggeredByEvent ?? false, roept: roept(e),
    })),
    pijlen: alle.flatMap((e) => (e.$type === 'bpmn:SequenceFlow' && e.sourceRef && e.targetRef ? [{ id: e.id, van: e.sourceRef.id, naar: e.targetRef.id }] : [])),
  };
}

const soort = (type: string): string => type.replace(/^bpmn:(.)/, (_, eerste: string) => eerste.toLowerCase());
function roept(e: Element): string | null {
  const id = e.extensionElements?.values?.find((w) => w.$type === 'zeebe:CalledElement')?.processId;
  return id === undefined || id.startsWith('=') ? null : id;
}
