import type BpmnRenderer from 'bpmn-js/lib/draw/BpmnRenderer';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { ConnectionLike, ElementLike, ShapeLike } from 'diagram-js/lib/core/Types';
import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import type { Merk, Pijlmerk } from '../kaart/hitte.ts';
import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { verfVan, type Palet, type Verf } from './kleuren.ts';

/** Wat er getekend wordt; het palet wisselt met het thema. */
export class Hitte {
  palet: Palet;
  private readonly merken: ReadonlyMap<string, Merk>;
  private readonly pijlen: ReadonlyMap<string, Pijlmerk>;
  constructor(readonly gegevens: Tekengegevens, palet: Palet) {
    this.palet = palet;
    this.merken = new Map(gegevens.merken.map((m) => [m.id, m]));
    this.pijlen = new Map(gegevens.pijlen.map((m) => [m.id, m]));
  }
  merk = (id: string): Merk | undefined => this.merken.get(id);
  pijl = (id: string): Pijlmerk | undefined => this.pijlen.get(id);
  verf(element: ElementLike): Verf {
    // Een opengeklapt deelproces blijft doorzichtig: anders verft het alles wat erin staat.
    if (element['collapsed'] === false && isSoort(element, 'SubProcess')) return { vlak: 'none', inkt: this.palet.inkt };
    return verfVan(this.palet, this.gegevens.beeld, this.merk(element.id)?.niveau ?? 0);
  }
}

const isSoort = (element: ElementLike, soort: string): boolean => String((element['businessObject'] as { $type?: string } | undefined)?.$type ?? '').endsWith(soort);

/** Tekent alles zoals bpmn-js, maar met de kleuren van de hitte in plaats van die van de rollen. */
export class HitteTekenaar extends BaseRenderer {
  static $inject = ['eventBus', 'bpmnRenderer', 'hitte'];
  private readonly bpmn: BpmnRenderer;
  private readonly hitte: Hitte;
  constructor(eventBus: EventBus, bpmn: BpmnRenderer, hitte: Hitte) {
    super(eventBus, 2000);
    this.bpmn = bpmn;
    this.hitte = hitte;
  }
  override canRender = (element: ElementLike): boolean => this.bpmn.canRender(element as never);
  override drawShape(vlak: SVGElement, shape: ShapeLike): SVGElement {
    const { palet } = this.hitte;
    const verf = this.hitte.verf(shape);
    const getekend = this.bpmn.drawShape(vlak, shape as never, { fill: verf.vlak, stroke: palet.lijn } as never);
    for (const label of vlak.querySelectorAll<SVGElement>('.djs-label')) {
      label.style.fill = verf.inkt;
      // Een los label kan over een band of een lijn vallen: een rand van papier houdt het leesbaar.
      if (shape['labelTarget']) Object.assign(label.style, { paintOrder: 'stroke', stroke: palet.doek, strokeWidth: '4px', strokeLinejoin: 'round' });
    }
    // Het plusje en de pictogrammen staan op het vlak, dus in de inkt ervan.
    if (verf.vlak !== palet.leeg && verf.vlak !== 'none') for (const teken of [...vlak.children].slice(1) as SVGElement[]) if (!teken.classList.contains('djs-label') && teken.style.stroke !== '') teken.style.stroke = verf.inkt;
    return getekend;
  }
  override drawConnection(vlak: SVGElement, pijl: ConnectionLike): SVGElement {
    const { palet } = this.hitte;
    const getekend = this.bpmn.drawConnection(vlak, pijl as never, { stroke: palet.lijn, fill: palet.leeg } as never);
    const niveau = this.hitte.pijl(pijl.id)?.niveau;
    // Hoe vaak staat in de band eronder (labels.ts); een pijl waar niets te tellen was is gestippeld.
    if (niveau !== undefined && typeof niveau !== 'number') getekend.style.strokeDasharray = niveau === 'klein' ? '6 4' : '2 4';
    return getekend;
  }
  override getShapePath = (shape: ShapeLike): string => this.bpmn.getShapePath(shape as never);
}
