import { perUitrol } from '../uitgerold/uitrol.ts';
import { leesModel, modellenmap, modelnamen, type Modelelement } from './lees-model.ts';

/** Wat een model van één element zegt. */
export interface Modelstap {
  /** De naam zoals die in de tekening staat, of het element-id als er geen naam is. */
  readonly naam: string;
  /** De eigenschap `stap`: de stap van elke route die dit element dient, van het element zelf of van het deelproces eromheen. */
  readonly stappen: readonly string[];
  /** De eigenschap `stapVan` met waarde `aanroeper`: deze taak hoort bij de stap van wie haar fase aanriep. */
  readonly vanAanroeper?: boolean;
  /** De eigenschap `termijn`: de rij in de tabel Termijnen, voor wat geen stap is (een wekelijkse timer). */
  readonly termijn?: string;
  /** Komt wat hier gedaan wordt in het logboek? Bij de meldcode met opzet niet. */
  readonly inLogboek?: boolean;
  /** Voor welke rollen de taak is, als sleutels van `groepen` en in de volgorde van haar groepen; leeg als het model dat berekent. */
  readonly groepen?: readonly string[];
  /** Het formulier van een gebruikerstaak. */
  readonly formulier?: string;
}

/**
 * Zoekt een element op in de modellen. Een takenlijst noemt soms het proces niet, of een proces dat zo niet meer heet; dan
 * telt het eerste model met dit element.
 * @returns de naam en de stappen; bij een onbekend model of element alleen het id
 */
export type Modelstappen = (procesId: string | undefined, elementId: string) => Promise<Modelstap>;

/**
 * Leest de modellen van een map en onthoudt ze. Een listener krijgt van de engine alleen het element-id; in het dossier moet
 * "Met ouders spreken" bij stap KT-01a staan. Een casus op een oudere versie van het model krijgt de naam van nu; ids
 * veranderen nooit (design §3).
 */
export function makeModelstappen(dir: URL = modellenmap()): Modelstappen {
  const bekend = new Map<string, Promise<ReadonlyMap<string, Modelstap>>>();
  let namen: Promise<string[]> | undefined;
  const model = (procesId: string): Promise<ReadonlyMap<string, Modelstap>> => {
    const lezing = bekend.get(procesId) ?? leesStappen(dir, procesId);
    bekend.set(procesId, lezing);
    return lezing;
  };
  return async (procesId, elementId) => {
    // Een casus kan nog lopen in een proces dat intussen anders heet; dan telt ook elk ander model.
    const bestaat = procesId !== undefined && (await model(procesId)).size > 0;
    for (const proces of bestaat ? [procesId] : await (namen ??= modelnamen(dir))) {
      const gevonden = (await model(proces)).get(elementId);
      if (gevonden) return gevonden;
    }
    return { naam: elementId, stappen: [] };
  };
}

const vanNu = perUitrol((wortel) => makeModelstappen(modellenmap(wortel)));

/** De uitgerolde modellen, door iedereen gedeeld zodat elk model één keer wordt gelezen. */
export const modelstappen: Modelstappen = (procesId, elementId) => vanNu()(procesId, elementId);

async function leesStappen(dir: URL, procesId: string): Promise<ReadonlyMap<string, Modelstap>> {
  const elementen = await leesModel(dir, procesId);
  return new Map([...elementen].map(([id, element]) => [id, alsStap(id, element)]));
}

function alsStap(id: string, element: Modelelement): Modelstap {
  const termijn = eigenschap(element, 'termijn');
  const formulier = element.extensionElements?.values?.find((w) => w.$type === 'zeebe:FormDefinition')?.formId;
  return { naam: element.name ?? id, stappen: stappenVan(element), inLogboek: komtInLogboek(element), groepen: groepenVan(element), ...(eigenschap(element, 'stapVan') === 'aanroeper' ? { vanAanroeper: true } : {}), ...(termijn === undefined ? {} : { termijn }), ...(formulier === undefined ? {} : { formulier }) };
}

const komtInLogboek = (element: Modelelement): boolean =>
  (element.extensionElements?.values ?? []).flatMap((w) => w.listeners ?? []).some((l) => l.eventType === 'end' && l.type === 'logboek-schrijven');

function groepenVan(element: Modelelement): readonly string[] {
  const kandidaten = element.extensionElements?.values?.find((w) => w.$type === 'zeebe:AssignmentDefinition')?.candidateGroups ?? '';
  const lijst = /^=\[(.*)\]$/.exec(kandidaten)?.[1]?.split(',').map((deel) => /^groepen\.(\w+)$/.exec(deel.trim())?.[1]) ?? [];
  return lijst.every((sleutel) => sleutel !== undefined) ? lijst : [];
}

/** De stap van het element, anders die van het dichtstbijzijnde deelproces eromheen. */
function stappenVan(element: Modelelement | undefined): readonly string[] {
  if (element === undefined) return [];
  const eigen = eigenschap(element, 'stap');
  return eigen === undefined ? stappenVan(element.$parent) : eigen.split(/\s+/).filter(Boolean);
}

function eigenschap(element: Modelelement, naam: string): string | undefined {
  const lijsten = element.extensionElements?.values?.filter((w) => w.$type === 'zeebe:Properties') ?? [];
  return lijsten.flatMap((l) => l.properties ?? []).find((p) => p.name === naam)?.value;
}
