import { readFile } from 'node:fs/promises';

interface Moddle {
  BpmnModdle: new () => { fromXML(xml: string): Promise<{ elementsById: Record<string, { name?: string }> }> };
}

/** @returns de naam van een stap zoals die in het model staat, of het element-id als het model of de naam ontbreekt. */
export type Namenlezer = (procesId: string, elementId: string) => Promise<string>;

/**
 * Leest de namen van stappen uit de modellen in bpmn/ en onthoudt ze. Een luisteraar krijgt van de engine alleen het
 * element-id; in het dossier moet "Met ouders spreken" staan en niet "KT_01a". Een casus op een oudere versie van het model
 * krijgt de naam van nu; ids veranderen nooit (design §3).
 */
export function makeNamenlezer(dir: URL = new URL('../../bpmn/', import.meta.url)): Namenlezer {
  const bekend = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const lees = async (procesId: string): Promise<ReadonlyMap<string, string>> => {
    if (!/^[a-z0-9-]+$/.test(procesId)) return new Map();
    const xml = await readFile(new URL(`${procesId}.bpmn`, dir), 'utf8').catch(() => undefined);
    if (xml === undefined) return new Map();
    // Het pakket heeft geen typen; pas laden als er een naam nodig is.
    const { BpmnModdle } = (await import('bpmn-moddle' as string)) as Moddle;
    const namen = Object.entries((await new BpmnModdle().fromXML(xml)).elementsById);
    return new Map(namen.flatMap(([id, { name }]) => (name ? [[id, name] as const] : [])));
  };
  return async (procesId, elementId) => {
    const lezing = bekend.get(procesId) ?? lees(procesId);
    bekend.set(procesId, lezing);
    return (await lezing).get(elementId) ?? elementId;
  };
}
