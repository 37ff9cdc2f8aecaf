import { diff } from 'bpmn-js-differ';
import { leesModel, type Modelbestand } from '../nakijken/modellen/lezen.ts';
import { KENMERKEN, waar } from './model/kenmerken.ts';
import { noem, stapnaam, type Knoop } from './model/stapnaam.ts';
import { wasWordt } from './was-wordt.ts';

interface Verschil {
  readonly _added: Readonly<Record<string, Knoop>>;
  readonly _removed: Readonly<Record<string, Knoop>>;
}

/** Onderdelen die alleen op de tekening staan, of die met iets anders meekomen. */
const TELT_NIET = /SequenceFlow|Definitions|TextAnnotation|Association|Shape|Edge|Diagram|Plane/;

/** Eén onderdeel dat anders werd, met de zin die dat zegt. */
export interface Modelverandering {
  /** Het id in het nieuwe model; van wat weg is het id in het oude. */
  readonly id: string;
  readonly soort: 'erbij' | 'weg' | 'anders';
  readonly zin: string;
  /** De stap zoals zij in het routeboek heet. */
  readonly stap: string;
  /** Wat een casus die er nu staat ervan merkt; niets als zij er niets van merkt. */
  readonly merkt?: string | undefined;
}

/** @returns wat er in een model veranderde, in zinnen; verschoven plaatjes tellen niet */
export async function modelVeranderingen(pad: string, oud: string, nieuw: string): Promise<string[]> {
  const naam = pad.replace(/^.*\/|\.bpmn$/g, '');
  const [was, wordt] = await Promise.all([leesModel(pad, oud), leesModel(pad, nieuw)]);
  if (!('model' in was) || !('model' in wordt)) return [`model ${naam} gewijzigd`];
  const zinnen = vergelijk(was.model, wordt.model).map(({ zin }) => zin);
  return zinnen.length > 0 ? zinnen : [`model ${naam}: alleen de tekening of een opmerking gewijzigd`];
}

/** Wat er per onderdeel veranderde. Wat erbij kwam en wegging zegt bpmn-js-differ; wat binnenin anders werd (timer, rol, uitvoer) ziet die niet. */
export function vergelijk(was: Modelbestand, wordt: Modelbestand): Modelverandering[] {
  const { _added: erbij, _removed: weg } = diff(was.wortel, wordt.wortel) as Verschil;
  const nieuw = (soort: 'erbij' | 'weg', woord: string, delen: Readonly<Record<string, Knoop>>): Modelverandering[] =>
    Object.values(delen).filter(({ $type }) => !TELT_NIET.test($type)).map((knoop) => ({ id: knoop.id, soort, stap: waar(knoop), zin: `${noem(knoop)} ${woord}`, ...(soort === 'weg' ? { merkt: 'die stap is er niet meer; hieronder staat wat er met hen gebeurt' } : {}) }));
  return [
    ...nieuw('erbij', `toegevoegd aan ${wordt.naam}`, erbij), ...nieuw('weg', `verwijderd uit ${wordt.naam}`, weg),
    ...pijlen(wordt.naam, erbij, weg),
    ...Object.values(wordt.opId).flatMap((knoop) => {
      const voor = knoop && was.opId[knoop.id];
      return knoop && voor && !(knoop.id in erbij) && telt(knoop) ? anders(voor as Knoop, knoop as Knoop) : [];
    }),
    ...berichten(was, wordt),
  ];
}

const telt = ({ $type }: { $type: string }): boolean => $type === 'bpmn:SequenceFlow' || (/^bpmn:/.test($type) && !TELT_NIET.test($type) && !/Message$|Error$|EventDefinition$|Expression$|LoopCharacteristics$/.test($type));

function anders(was: Knoop, wordt: Knoop): Modelverandering[] {
  const vast = { id: wordt.id, soort: 'anders', stap: waar(wordt) } as const;
  if (was.$type !== wordt.$type) return [{ ...vast, zin: `${noem(was)} is nu een ander soort onderdeel`, merkt: 'zij kunnen daar niet verder; hieronder staat wat er met hen gebeurt' }];
  return KENMERKEN.flatMap(({ van, zin, merkt }) => {
    const [a, b] = [van(was), van(wordt)];
    return a === b ? [] : [{ ...vast, zin: zin(a, b, wordt), merkt }];
  });
}

/** Een pijl die met een nieuwe stap meekomt zegt de lezer niets; een pijl tussen twee stappen die er al waren wel. */
function pijlen(model: string, erbij: Verschil['_added'], weg: Verschil['_removed']): Modelverandering[] {
  const vanNieuw = (knoop: Knoop | undefined, delen: Readonly<Record<string, Knoop>>): boolean => knoop !== undefined && knoop.id in delen;
  const los = (delen: Readonly<Record<string, Knoop>>, ander: Readonly<Record<string, Knoop>>): Knoop[] => Object.values(delen).filter((k) => k.$type === 'bpmn:SequenceFlow' && ![k.sourceRef, k.targetRef].some((e) => vanNieuw(e, delen) || vanNieuw(e, ander)));
  return [
    ...los(erbij, weg).map((k) => ({ ...pijl(k), zin: `${noem(k)} toegevoegd aan ${model}` })),
    ...los(weg, erbij).map((k) => ({ ...pijl(k), zin: `${noem(k)} verwijderd uit ${model}` })),
  ];
}

const pijl = (k: Knoop): Pick<Modelverandering, 'id' | 'soort' | 'stap'> => ({ id: k.id, soort: 'anders', stap: stapnaam(k.sourceRef ?? k) });

/** De naam van een bericht hoort niet bij één stap. */
function berichten(was: Modelbestand, wordt: Modelbestand): Modelverandering[] {
  const alle = ({ opId }: Modelbestand): Knoop[] => Object.values(opId).filter((e) => e?.$type === 'bpmn:Message') as Knoop[];
  return alle(wordt).flatMap((bericht) => {
    const voor = alle(was).find(({ id }) => id === bericht.id);
    const gebruikt = Object.values(wordt.opId).some((e) => (e as Knoop | undefined)?.eventDefinitions?.some(({ messageRef }) => (messageRef as { id?: string } | undefined)?.id === bericht.id));
    return voor && voor.name !== bericht.name && !gebruikt ? [{ id: bericht.id, soort: 'anders' as const, stap: wordt.naam, zin: `bericht in ${wordt.naam}: ${wasWordt(voor.name, bericht.name)}` }] : [];
  });
}

