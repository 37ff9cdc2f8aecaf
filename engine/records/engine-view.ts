import { InstanceView } from './instances.ts';
import type { EngineRecord } from './record-receiver.ts';

/** Eén open gebruikerstaak zoals de engine haar maakte. */
export interface ViewedTask {
  readonly key: string;
  readonly elementId: string;
  readonly instance: string;
  readonly elementInstance: string;
  readonly groepen: readonly string[];
  readonly uiterlijk: string;
  /** 0 tot en met 100. */
  readonly prioriteit: number;
  readonly assignee: string;
  readonly formKey: string;
}

/** Eén doorlopen of geopend element, in de volgorde van de engine. */
export interface Visit {
  readonly elementId: string;
  readonly kind: string;
  readonly wat: 'ELEMENT_ACTIVATED' | 'ELEMENT_COMPLETED' | 'ELEMENT_TERMINATED';
  readonly instance: string;
  readonly proces: string;
  readonly op: number;
}

/** Een timer die nog moet afgaan. */
export interface Timer {
  /** Moment in ms. */
  readonly op: number;
  /** Start hij zelf een proces (zoals de dagelijkse herinneringen)? Anders hoort hij bij een lopende instantie. */
  readonly startsProcess: boolean;
}

/** Het beeld van de engine, opgebouwd uit haar eigen records; voor de procestests en de demo. */
export class EngineView {
  readonly visits: Visit[] = [];
  readonly tasks = new Map<string, ViewedTask>();
  readonly incidents = new Map<number, { instance: string; elementId: string; message: string; kind: string; job: string; op: number }>();
  readonly openJobs = new Map<number, { type: string; elementId: string; instance: string }>();
  readonly instances = new InstanceView();
  private readonly parent = new Map<string, string>();
  /** Een proces dat los is gestart door een stap van een ander: het hoort bij hetzelfde dossier. */
  private readonly startedBy = new Map<string, string>();
  private readonly alive = new Set<string>();
  private readonly variables = new Map<string, { scope: string; instance: string; value: unknown; order: number }>();
  /** Namen van berichten die gepubliceerd zijn; een test gebruikt een eigen bericht als merkteken in de stroom. */
  readonly messages = new Set<string>();
  /** Aantal gebeurtenissen dat geen bericht was: staat het stil, dan gebeurt er niets meer. */
  eventCount = 0;
  private readonly timers = new Map<number, Timer>();

  apply(record: EngineRecord): void {
    const w = record.value;
    if (record.valueType !== 'MESSAGE') this.eventCount += 1;
    this.instances.apply(record);
    if (record.valueType === 'PROCESS_INSTANCE') this.element(record, w);
    if (record.valueType === 'USER_TASK') this.task(record, w);
    if (record.valueType === 'INCIDENT') {
      if (record.intent === 'CREATED')
        this.incidents.set(record.key, {
          instance: String(w['processInstanceKey']),
          elementId: String(w['elementId']),
          message: String(w['errorMessage']),
          kind: String(w['errorType']),
          job: String(w['jobKey']),
          op: record.timestamp,
        });
      if (record.intent === 'RESOLVED') this.incidents.delete(record.key);
    }
    if (record.valueType === 'JOB') {
      if (record.intent === 'CREATED')
        this.openJobs.set(record.key, { type: String(w['type']), elementId: String(w['elementId']), instance: String(w['processInstanceKey']) });
      if (['COMPLETED', 'CANCELED', 'ERROR_THROWN'].includes(record.intent)) this.openJobs.delete(record.key);
      if (record.intent === 'FAILED' && Number(w['retries']) === 0) this.openJobs.delete(record.key);
    }
    if (record.valueType === 'MESSAGE' && record.intent === 'PUBLISHED') this.messages.add(String(w['name']));
    if (record.valueType === 'TIMER') {
      if (record.intent === 'CREATED') this.timers.set(record.key, { op: Number(w['dueDate']), startsProcess: String(w['processInstanceKey']) === '-1' });
      if (record.intent === 'TRIGGERED' || record.intent === 'CANCELED') this.timers.delete(record.key);
    }
    // MIGRATED zegt dat een variabele mee is naar een nieuwe versie van het model; de waarde staat er niet in.
    if (record.valueType === 'VARIABLE' && record.intent !== 'MIGRATED') {
      if (w['name'] === 'gestartDoor' && w['scopeKey'] === w['processInstanceKey']) this.startedBy.set(String(w['scopeKey']), String(JSON.parse(String(w['value']))));
      this.variables.set(`${String(w['scopeKey'])}|${String(w['name'])}`, {
        scope: String(w['scopeKey']),
        instance: String(w['processInstanceKey']),
        value: JSON.parse(String(w['value'])),
        order: this.eventCount,
      });
    }
  }

  private element(record: EngineRecord, w: Record<string, unknown>): void {
    const instance = String(w['processInstanceKey']);
    if (w['bpmnElementType'] === 'PROCESS') {
      const parent = String(w['parentProcessInstanceKey']);
      if (parent !== '-1') this.parent.set(instance, parent);
      if (record.intent === 'ELEMENT_ACTIVATED') this.alive.add(instance);
      if (record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED') this.alive.delete(instance);
    }
    if (record.intent === 'ELEMENT_ACTIVATED' || record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED')
      this.visits.push({
        elementId: String(w['elementId']),
        kind: String(w['bpmnElementType']),
        wat: record.intent,
        instance,
        proces: String(w['bpmnProcessId']),
        op: record.timestamp,
      });
    if (record.intent === 'SEQUENCE_FLOW_TAKEN')
      this.visits.push({
        elementId: String(w['elementId']),
        kind: 'SEQUENCE_FLOW',
        wat: 'ELEMENT_COMPLETED',
        instance,
        proces: String(w['bpmnProcessId']),
        op: record.timestamp,
      });
  }

  private task(record: EngineRecord, w: Record<string, unknown>): void {
    const key = String(w['userTaskKey']);
    if (record.intent === 'CREATED')
      this.tasks.set(key, {
        key,
        elementId: String(w['elementId']),
        instance: String(w['processInstanceKey']),
        elementInstance: String(w['elementInstanceKey']),
        groepen: w['candidateGroupsList'] as string[],
        uiterlijk: String(w['dueDate']),
        prioriteit: Number(w['priority']),
        assignee: String(w['assignee']),
        formKey: String(w['formKey']),
      });
    const known = this.tasks.get(key);
    if (known && ['ASSIGNED', 'UPDATED'].includes(record.intent)) this.tasks.set(key, { ...known, groepen: w['candidateGroupsList'] as string[], assignee: String(w['assignee']), prioriteit: Number(w['priority']) });
    if (['COMPLETED', 'CANCELED'].includes(record.intent)) this.tasks.delete(key);
  }

  /** De wortel van een instantie: het dossier waar een aangeroepen of los gestart proces bij hoort. */
  root(instance: string): string {
    let i = instance;
    for (let o = this.parent.get(i) ?? this.startedBy.get(i); o !== undefined; o = this.parent.get(i) ?? this.startedBy.get(i)) i = o;
    return i;
  }

  isAlive(instance: string): boolean {
    return this.alive.has(instance);
  }

  /** Is er een timer die op dit moment al af had moeten gaan? */
  timerDue(nu: Date): boolean {
    return [...this.timers.values()].some(({ op }) => op <= nu.getTime());
  }

  /** De timers die nog lopen. */
  runningTimers(): readonly Timer[] {
    return [...this.timers.values()];
  }

  liveRoots(): string[] {
    return [...this.alive].filter((i) => !this.parent.has(i));
  }

  /** De waarde van een variabele in een scope (standaard de procesinstantie zelf). */
  variable(name: string, scope: string): unknown {
    return this.variables.get(`${scope}|${name}`)?.value;
  }

  /** De laatst gezette waarde van een variabele in een proces dat deze instantie (rechtstreeks of via een ander) aanriep. */
  variableBelow(name: string, root: string): unknown {
    return [...this.variables]
      .filter(([key, { scope, value }]) => key.endsWith(`|${name}`) && value !== null && (this.parent.has(scope) || this.startedBy.has(scope)) && this.root(scope) === root)
      .sort(([, a], [, b]) => b.order - a.order)[0]?.[1].value;
  }

  /** De scopes waarin deze variabele ooit een waarde kreeg, gesorteerd: tot hoe ver een gegeven is gekomen. */
  scopesOf(name: string): string[] {
    return [...this.variables].filter(([key]) => key.endsWith(`|${name}`)).map(([, { scope }]) => scope).sort();
  }
  /** Wat er in een route en alles wat zij aanriep het laatst in elke variabele stond, ook in onderdelen die al voorbij zijn: dat toont Operate nog. */
  valuesOf(root: string): { name: string; value: unknown }[] {
    return [...this.variables]
      .filter(([, { instance }]) => this.root(instance) === root)
      .map(([key, { value }]) => ({ name: key.slice(key.indexOf('|') + 1), value }));
  }
}
