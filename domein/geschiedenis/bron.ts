/** Eén keer dat een instantie bij een element was, zoals de engine het bewaart. */
export interface Visit {
  readonly key: string;
  readonly elementId: string;
  readonly type: string;
  readonly instance: string;
  readonly definition: string;
  readonly start: Date;
  readonly end: Date | null;
  readonly state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED';
}

export interface BronInstantie {
  readonly key: string;
  readonly processId: string;
  readonly start: Date;
  readonly parent: string | null;
  readonly parentVisit: string | null;
}

/** Waar de geschiedenis vandaan komt. De engine (`engine/reads/history.ts`, waar de vragen staan uitgelegd) past hierop. */
export interface Geschiedenisbron {
  visitsStarted(from: Date): AsyncIterable<readonly Visit[]>;
  visitsEnded(from: Date, until: Date): AsyncIterable<readonly Visit[]>;
  visitsOpen(): AsyncIterable<readonly Visit[]>;
  visitsOf(instance: string): Promise<readonly Visit[]>;
  instancesStarted(from: Date): AsyncIterable<readonly BronInstantie[]>;
  instancesByKey(keys: readonly string[]): Promise<readonly BronInstantie[]>;
  definitions(): Promise<readonly { key: string; processId: string; version: number }[]>;
  casusOf(instances: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** De partitie die een sleutel uitgaf; binnen één partitie komen begin en einde in de goede volgorde door. */
export const partitieVan = (sleutel: string): string => String(BigInt(sleutel) >> 51n);
