import { Instantiebeeld } from './instances.ts';
import type { EngineRecord } from './record-receiver.ts';

/** Eén open gebruikerstaak zoals de engine haar maakte. */
export interface OpenTaak {
  readonly sleutel: string;
  readonly elementId: string;
  readonly instantie: string;
  readonly elementInstantie: string;
  readonly groepen: readonly string[];
  readonly uiterlijk: string;
  readonly toegewezen: string;
  readonly formulierSleutel: string;
}

/** Eén doorlopen of geopend element, in de volgorde van de engine. */
export interface Bezoek {
  readonly elementId: string;
  readonly soort: string;
  readonly wat: 'ELEMENT_ACTIVATED' | 'ELEMENT_COMPLETED' | 'ELEMENT_TERMINATED';
  readonly instantie: string;
  readonly proces: string;
  readonly op: number;
}

/** Een timer die nog moet afgaan. */
export interface Timer {
  /** Moment in ms. */
  readonly op: number;
  /** Start hij zelf een proces (zoals de dagelijkse herinneringen)? Anders hoort hij bij een lopende instantie. */
  readonly startProces: boolean;
}

/** Het beeld van de engine, opgebouwd uit haar eigen records; voor de procestests en de demo. */
export class Enginebeeld {
  readonly bezoeken: Bezoek[] = [];
  readonly taken = new Map<string, OpenTaak>();
  readonly incidenten = new Map<number, { instantie: string; elementId: string; boodschap: string }>();
  readonly openOpdrachten = new Map<number, { type: string; elementId: string; instantie: string }>();
  readonly instanties = new Instantiebeeld();
  private readonly ouder = new Map<string, string>();
  private readonly levend = new Set<string>();
  private readonly variabelen = new Map<string, { scope: string; waarde: unknown }>();
  /** Namen van berichten die gepubliceerd zijn; een test gebruikt een eigen bericht als merkteken in de stroom. */
  readonly berichten = new Set<string>();
  /** Aantal gebeurtenissen dat geen bericht was: staat het stil, dan gebeurt er niets meer. */
  gebeurtenissen = 0;
  private readonly timers = new Map<number, Timer>();

  verwerk(record: EngineRecord): void {
    const w = record.value;
    if (record.valueType !== 'MESSAGE') this.gebeurtenissen += 1;
    this.instanties.verwerk(record);
    if (record.valueType === 'PROCESS_INSTANCE') this.element(record, w);
    if (record.valueType === 'USER_TASK') this.taak(record, w);
    if (record.valueType === 'INCIDENT') {
      if (record.intent === 'CREATED')
        this.incidenten.set(record.key, {
          instantie: String(w['processInstanceKey']),
          elementId: String(w['elementId']),
          boodschap: String(w['errorMessage']),
        });
      if (record.intent === 'RESOLVED') this.incidenten.delete(record.key);
    }
    if (record.valueType === 'JOB') {
      if (record.intent === 'CREATED')
        this.openOpdrachten.set(record.key, { type: String(w['type']), elementId: String(w['elementId']), instantie: String(w['processInstanceKey']) });
      if (['COMPLETED', 'CANCELED', 'ERROR_THROWN'].includes(record.intent)) this.openOpdrachten.delete(record.key);
      if (record.intent === 'FAILED' && Number(w['retries']) === 0) this.openOpdrachten.delete(record.key);
    }
    if (record.valueType === 'MESSAGE' && record.intent === 'PUBLISHED') this.berichten.add(String(w['name']));
    if (record.valueType === 'TIMER') {
      if (record.intent === 'CREATED') this.timers.set(record.key, { op: Number(w['dueDate']), startProces: String(w['processInstanceKey']) === '-1' });
      if (record.intent === 'TRIGGERED' || record.intent === 'CANCELED') this.timers.delete(record.key);
    }
    // MIGRATED zegt dat een variabele mee is naar een nieuwe versie van het model; de waarde staat er niet in.
    if (record.valueType === 'VARIABLE' && record.intent !== 'MIGRATED') {
      this.variabelen.set(`${String(w['scopeKey'])}|${String(w['name'])}`, {
        scope: String(w['scopeKey']),
        waarde: JSON.parse(String(w['value'])),
      });
    }
  }

  private element(record: EngineRecord, w: Record<string, unknown>): void {
    const instantie = String(w['processInstanceKey']);
    if (w['bpmnElementType'] === 'PROCESS') {
      const ouder = String(w['parentProcessInstanceKey']);
      if (ouder !== '-1') this.ouder.set(instantie, ouder);
      if (record.intent === 'ELEMENT_ACTIVATED') this.levend.add(instantie);
      if (record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED') this.levend.delete(instantie);
    }
    if (record.intent === 'ELEMENT_ACTIVATED' || record.intent === 'ELEMENT_COMPLETED' || record.intent === 'ELEMENT_TERMINATED')
      this.bezoeken.push({
        elementId: String(w['elementId']),
        soort: String(w['bpmnElementType']),
        wat: record.intent,
        instantie,
        proces: String(w['bpmnProcessId']),
        op: record.timestamp,
      });
    if (record.intent === 'SEQUENCE_FLOW_TAKEN')
      this.bezoeken.push({
        elementId: String(w['elementId']),
        soort: 'SEQUENCE_FLOW',
        wat: 'ELEMENT_COMPLETED',
        instantie,
        proces: String(w['bpmnProcessId']),
        op: record.timestamp,
      });
  }

  private taak(record: EngineRecord, w: Record<string, unknown>): void {
    const sleutel = String(w['userTaskKey']);
    if (record.intent === 'CREATED')
      this.taken.set(sleutel, {
        sleutel,
        elementId: String(w['elementId']),
        instantie: String(w['processInstanceKey']),
        elementInstantie: String(w['elementInstanceKey']),
        groepen: w['candidateGroupsList'] as string[],
        uiterlijk: String(w['dueDate']),
        toegewezen: String(w['assignee']),
        formulierSleutel: String(w['formKey']),
      });
    if (['COMPLETED', 'CANCELED'].includes(record.intent)) this.taken.delete(sleutel);
  }

  /** De wortel van een instantie: het dossier waar een aangeroepen proces bij hoort. */
  wortel(instantie: string): string {
    let i = instantie;
    for (let o = this.ouder.get(i); o !== undefined; o = this.ouder.get(i)) i = o;
    return i;
  }

  leeft(instantie: string): boolean {
    return this.levend.has(instantie);
  }

  /** Is er een timer die op dit moment al af had moeten gaan? */
  timerAanDeBeurt(nu: Date): boolean {
    return [...this.timers.values()].some(({ op }) => op <= nu.getTime());
  }

  /** De timers die nog lopen. */
  lopendeTimers(): readonly Timer[] {
    return [...this.timers.values()];
  }

  levendeWortels(): string[] {
    return [...this.levend].filter((i) => !this.ouder.has(i));
  }

  /** De waarde van een variabele in een scope (standaard de procesinstantie zelf). */
  variabele(naam: string, scope: string): unknown {
    return this.variabelen.get(`${scope}|${naam}`)?.waarde;
  }

  /** De scopes waarin deze variabele ooit een waarde kreeg, gesorteerd: tot hoe ver een gegeven is gekomen. */
  scopesVan(naam: string): string[] {
    return [...this.variabelen].filter(([sleutel]) => sleutel.endsWith(`|${naam}`)).map(([, { scope }]) => scope).sort();
  }
}
