/** Hoeveel er per keer wordt gelezen; meer neemt Operate 8.6 niet aan. */
export const HISTORY_PAGE = 1_000;

export type VisitState = 'ACTIVE' | 'COMPLETED' | 'TERMINATED';

/** Eén keer dat een instantie bij een element was, zoals de engine het bewaart. */
export interface Visit {
  /** Sleutel van het bezoek. Een tekst: boven 2^53 kan JavaScript het getal niet houden. */
  readonly key: string;
  readonly elementId: string;
  /** Zoals de engine het soort element noemt: `USER_TASK`, `CALL_ACTIVITY`, … */
  readonly type: string;
  readonly instance: string;
  /** Sleutel van het model; na een migratie een ander dan eerst. */
  readonly definition: string;
  readonly start: Date;
  readonly end: Date | null;
  readonly state: VisitState;
}

/** Een procesinstantie met wie haar aanriep. */
export interface HistoryInstance {
  readonly key: string;
  readonly processId: string;
  readonly start: Date;
  readonly parent: string | null;
  /** Het bezoek van de call activity die haar aanriep. */
  readonly parentVisit: string | null;
}

export interface Definition {
  readonly key: string;
  readonly processId: string;
  readonly version: number;
}

/** De geschiedenis van de engine, bladzijde voor bladzijde. Elke bladzijde kan rijen bevatten die al eerder kwamen. */
export interface HistoryReads {
  /** Bezoeken die op of na `from` begonnen, oudste eerst. */
  visitsStarted(from: Date): AsyncIterable<readonly Visit[]>;
  /** Bezoeken die in [from, until) eindigden; de volgorde is per versie anders. */
  visitsEnded(from: Date, until: Date): AsyncIterable<readonly Visit[]>;
  /** Alles wat nu openstaat. */
  visitsOpen(): AsyncIterable<readonly Visit[]>;
  /** Alle bezoeken van één instantie. */
  visitsOf(instance: string): Promise<readonly Visit[]>;
  /** Instanties die op of na `from` begonnen, oudste eerst. */
  instancesStarted(from: Date): AsyncIterable<readonly HistoryInstance[]>;
  instancesByKey(keys: readonly string[]): Promise<readonly HistoryInstance[]>;
  /** Welke van deze instanties nog lopen. */
  running(keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Instanties die op of na `from` werden afgebroken, met de hand of door wie hen aanriep; hun sleutels. */
  instancesCancelled(from: Date): AsyncIterable<readonly string[]>;
  definitions(): Promise<readonly Definition[]>;
  /** De variabele `casusId` van deze instanties, voor wat los van een casus is gestart. */
  casusOf(instances: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** Alle bladzijden achter elkaar. */
export async function collect<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}
