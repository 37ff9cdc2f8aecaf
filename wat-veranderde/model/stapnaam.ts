import { eigenschap } from '../../nakijken/modellen/element.ts';
import type { Element } from '../../nakijken/modellen/model-tree.ts';

/** Een element met wat er op de tekening aan vastzit. */
export type Knoop = Element & {
  readonly attachedToRef?: Knoop;
  readonly sourceRef?: Knoop;
  readonly targetRef?: Knoop;
  readonly default?: Knoop;
  readonly $parent?: Knoop;
  readonly triggeredByEvent?: boolean;
  readonly isSequential?: boolean;
  readonly loopCharacteristics?: Knoop;
  readonly conditionExpression?: { readonly body?: string };
  readonly documentation?: readonly { readonly text?: string }[];
  readonly eventDefinitions?: readonly { readonly $type: string; readonly timeDate?: { body?: string }; readonly timeDuration?: { body?: string }; readonly timeCycle?: { body?: string }; readonly messageRef?: { name?: string }; readonly errorRef?: { errorCode?: string } }[];
};

const schoon = (naam: string): string => naam.replace(/\s+/g, ' ').trim();

/** De stap van het routeboek, of anders wat er op de tekening staat. */
export function stapnaam(knoop: Knoop): string {
  const stap = eigenschap(knoop, 'stap')?.trim().split(/\s+/).filter(Boolean).join('/');
  if (stap) return stap;
  const uitId = /^(?:SP_)?([A-Z]{2}_\d+\w*)$/.exec(knoop.id)?.[1];
  if (uitId) return uitId.replaceAll('_', '-');
  return knoop.name ? `"${schoon(knoop.name)}"` : knoop.id;
}

/** Wat het is en hoe het heet: `stap KT-05 "Regisseur bestuur aanwijzen"`, `pijl "Ja" van … naar …`. */
export function noem(knoop: Knoop): string {
  if (knoop.$type === 'bpmn:SequenceFlow') return `pijl ${knoop.name ? `"${schoon(knoop.name)}" ` : ''}van ${noemKort(knoop.sourceRef)} naar ${noemKort(knoop.targetRef)}`;
  if (knoop.$type === 'bpmn:BoundaryEvent') return `${gebeurtenis(knoop)} bij ${noemKort(knoop.attachedToRef)}${knoop.name ? ` ("${schoon(knoop.name)}")` : ''}`;
  const naam = knoop.name ? `"${schoon(knoop.name)}"` : knoop.id;
  const stap = stapnaam(knoop);
  return `${soort(knoop)} ${stap === naam || /^"/.test(stap) ? naam : `${stap} ${naam}`}`;
}

const noemKort = (knoop: Knoop | undefined): string => (knoop ? stapnaam(knoop) : '?');

function soort({ $type }: Knoop): string {
  if (/Gateway$/.test($type)) return 'keuze';
  if (/(SubProcess|Process)$/.test($type)) return 'onderdeel';
  return /Event$/.test($type) ? 'gebeurtenis' : 'stap';
}

/** Waar een gebeurtenis op wacht. */
export function gebeurtenis({ eventDefinitions = [] }: Knoop): string {
  const type = eventDefinitions[0]?.$type ?? '';
  if (/Timer/.test(type)) return 'timer';
  if (/Message/.test(type)) return 'wachten op een bericht';
  return /Error/.test(type) ? 'weg terug' : 'gebeurtenis';
}
