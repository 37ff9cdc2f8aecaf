import type { Instance } from '../reads/reads.ts';
import type { EngineRecord } from './record-receiver.ts';

/** Welke instanties lopen, op welke versie, en waar zij staan; opgebouwd uit de records van de engine. */
export class InstanceView {
  readonly running = new Map<string, Instance>();
  private readonly elements = new Map<number, { id: string; instance: string }>();

  apply({ key, intent, valueType, value: w }: EngineRecord): void {
    if (valueType !== 'PROCESS_INSTANCE' || w['bpmnElementType'] === 'SEQUENCE_FLOW') return;
    const instance = String(w['processInstanceKey']);
    const lost = intent === 'ELEMENT_COMPLETED' || intent === 'ELEMENT_TERMINATED';
    const er = intent === 'ELEMENT_ACTIVATING' || intent === 'ELEMENT_MIGRATED';
    if (w['bpmnElementType'] === 'PROCESS') {
      if (lost) this.running.delete(instance);
      if (er) this.running.set(instance, toInstance(instance, w));
    } else {
      if (lost) this.elements.delete(key);
      if (er) this.elements.set(key, { id: String(w['elementId']), instance });
    }
  }

  /** Ids van de onderdelen waar een instantie nu staat, deelprocessen inbegrepen. */
  active(instance: string): string[] {
    return [...new Set([...this.elements.values()].filter((o) => o.instance === instance).map((o) => o.id))];
  }

  /** Sleutels van een onderdeel in een instantie, voor zover zij er nu staat. */
  keys(instance: string, elementId: string): string[] {
    return [...this.elements].filter(([, o]) => o.instance === instance && o.id === elementId).map(([key]) => String(key));
  }
}

function toInstance(key: string, w: Record<string, unknown>): Instance {
  const parent = String(w['parentProcessInstanceKey']);
  return { key, processId: String(w['bpmnProcessId']), version: Number(w['version']), definition: String(w['processDefinitionKey']), parent: parent === '-1' ? null : parent };
}
