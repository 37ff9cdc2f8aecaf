import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type GraphicsFactory from 'diagram-js/lib/core/GraphicsFactory';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { bindBeweging } from './beweging.ts';
import { Hitte, HitteTekenaar } from './hitte-tekenaar.ts';
import type { Palet } from './kleuren.ts';
import { tekenLabels } from './labels.ts';
import { bijThema, huidigPalet } from './thema.ts';
import { vertaal } from './vertaal.ts';

/** De tekening op de pagina, met wat de andere stukken van haar nodig hebben. */
export interface Tekening {
  readonly doek: HTMLElement;
  readonly canvas: Canvas;
  readonly elementen: ElementRegistry;
  readonly eventBus: EventBus;
  readonly overlays: Overlays;
  readonly viewer: NavigatedViewer;
  readonly hitte: Hitte;
  /** Tekent alles opnieuw, in een ander palet. */
  hertekenen(palet: Palet): void;
}

/** Haalt het model op en tekent het met de hitte erin. @throws Error als het model niet te halen of niet te lezen is */
export async function openTekening(doek: HTMLElement, gegevens: Tekengegevens): Promise<Tekening> {
  const antwoord = await fetch(gegevens.model);
  if (!antwoord.ok) throw new Error(`Het model is niet te halen (${antwoord.status}).`);
  const xml = await antwoord.text();
  // bpmn-js meet zijn teksten tijdens het tekenen: een letter die daarna pas komt past niet meer.
  await document.fonts.load('12px Arial');
  const hitte = new Hitte(gegevens, huidigPalet());
  const viewer = new NavigatedViewer({
    container: doek, 
    additionalModules: [{ __init__: ['hitteTekenaar'], hitteTekenaar: ['type', HitteTekenaar], hitte: ['value', hitte], translate: ['value', vertaal] }],
  });
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const elementen = viewer.get<ElementRegistry>('elementRegistry');
  const eventBus = viewer.get<EventBus>('eventBus');
  const labels = (): void => tekenLabels(canvas, elementen, hitte);
  const tekening: Tekening = {
    doek, canvas, elementen, eventBus, viewer, hitte, overlays: viewer.get<Overlays>('overlays'),
    hertekenen(palet) {
      hitte.palet = palet;
      const maker = viewer.get<GraphicsFactory>('graphicsFactory');
      for (const element of elementen.getAll()) {
        const gfx = elementen.getGraphics(element) as SVGElement | undefined;
        if (gfx && canvas.getRootElements().every((wortel) => wortel !== element)) maker.update('waypoints' in element ? 'connection' : 'shape', element as never, gfx);
      }
      labels();
    },
  };
  const begin = gegevens.blad === '' ? undefined : canvas.findRoot(`${gegevens.blad}_plane`);
  if (begin) canvas.setRootElement(begin);
  labels();
  eventBus.on('root.set', labels);
  bijThema(() => tekening.hertekenen(huidigPalet()));
  bindBeweging(tekening);
  return tekening;
}
