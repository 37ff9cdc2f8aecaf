import type { Instantie } from '../reads/reads.ts';
import type { EngineRecord } from './record-receiver.ts';

/** Welke instanties lopen, op welke versie, en waar zij staan; opgebouwd uit de records van de engine. */
export class Instantiebeeld {
  readonly lopend = new Map<string, Instantie>();
  private readonly onderdelen = new Map<number, { id: string; instantie: string }>();

  verwerk({ key, intent, valueType, value: w }: EngineRecord): void {
    if (valueType !== 'PROCESS_INSTANCE' || w['bpmnElementType'] === 'SEQUENCE_FLOW') return;
    const instantie = String(w['processInstanceKey']);
    const weg = intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED';
    const er = intent === 'ELEMENT_ACTIVATING' || intent === 'ELEMENT_MIGRATED';
    if (w['bpmnElementType'] === 'PROCESS') {
      if (weg) this.lopend.delete(instantie);
      if (er) this.lopend.set(instantie, alsInstantie(instantie, w));
    } else {
      if (weg) this.onderdelen.delete(key);
      if (er) this.onderdelen.set(key, { id: String(w['elementId']), instantie });
    }
  }

  /** Ids van de onderdelen waar een instantie nu staat, deelprocessen inbegrepen. */
  actief(instantie: string): string[] {
    return [...new Set([...this.onderdelen.values()].filter((o) => o.instantie === instantie).map((o) => o.id))];
  }
}

function alsInstantie(sleutel: string, w: Record<string, unknown>): Instantie {
  const ouder = String(w['parentProcessInstanceKey']);
  return { sleutel, procesId: String(w['bpmnProcessId']), versie: Number(w['version']), definitie: String(w['processDefinitionKey']), ouder: ouder === '-1' ? null : ouder };
}
