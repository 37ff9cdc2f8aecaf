import type { BronInstantie, Geschiedenisbron, Visit } from '../../domein/geschiedenis/bron.ts';
import { makeKalenders } from '../../domein/kalender/schoolkalender.ts';
import { fakeEngine } from './fake-engine.ts';

/** De tabel Termijnen in het klein: KT-01a en GK-01a binnen twee schooldagen. */
const BINNEN_TWEE = [{ soort: 'uiterlijk', aantal: 2, eenheid: 'schooldagen', tijdstip: '17:00', opSchooldag: true }];
export const TERMIJNEN = fakeEngine({ termijnen: { 'KT-01a': BINNEN_TWEE, 'GK-01a': BINNEN_TWEE } });
export const kalenders = makeKalenders();

type Bewerkbaar<T> = { -readonly [K in keyof T]: T[K] };
const PROCESSEN = ['casus', 'kernteam', 'geen-kernteam', 'leerling-bespreken', 'meldcode'];

/** Een engine met alleen geschiedenis: wat er gebeurde, en wat daarvan al in de zoekindex staat. */
export class NepGeschiedenis implements Geschiedenisbron {
  readonly bezoeken: Bewerkbaar<Visit>[] = [];
  readonly instanties: BronInstantie[] = [];
  readonly variabelen = new Map<string, string>();
  readonly verborgen = new Set<string>();
  /** Met de hand beëindigde instanties; zij lopen niet meer. */
  readonly afgebroken = new Set<string>();
  readonly modellen = PROCESSEN.map((processId, i) => ({ key: String(1 + i), processId, version: 1 }));
  /** Aan het begin van elke bladzijde; een test laat hier iets misgaan. */
  bijBladzijde: (vraag: string) => void = () => undefined;
  constructor(readonly bladzijde = 3, private teller = 100) {}

  sleutel = (partitie = 1): string => String((BigInt(partitie) << 51n) + BigInt(this.teller++));
  model = (proces: string, versie = 1): string => {
    const bekend = this.modellen.find((m) => m.processId === proces && m.version === versie);
    if (bekend) return bekend.key;
    this.modellen.push({ key: String(this.modellen.length + 1), processId: proces, version: versie });
    return String(this.modellen.length);
  };
  start(processId: string, op: string, ouder?: Visit, partitie = 1): BronInstantie {
    const instantie = { key: this.sleutel(partitie), processId, start: new Date(op), parent: ouder?.instance ?? null, parentVisit: ouder?.key ?? null };
    this.instanties.push(instantie);
    return instantie;
  }
  bezoek(instantie: BronInstantie, elementId: string, type: string, op: string, tot: string | null = null, partitie = 1): Bewerkbaar<Visit> {
    const bezoek: Bewerkbaar<Visit> = { key: this.sleutel(partitie), elementId, type, instance: instantie.key, definition: this.model(instantie.processId), start: new Date(op), end: tot === null ? null : new Date(tot), state: tot === null ? 'ACTIVE' : 'COMPLETED' };
    this.bezoeken.push(bezoek);
    return bezoek;
  }
  eindig(bezoek: Bewerkbaar<Visit>, op: string, state: 'COMPLETED' | 'TERMINATED' = 'COMPLETED'): void {
    Object.assign(bezoek, { end: new Date(op), state });
  }

  private zichtbaar = (): Visit[] => this.bezoeken.filter((b) => !this.verborgen.has(b.key));
  private async *delen<T>(vraag: string, alle: readonly T[]): AsyncGenerator<T[]> {
    for (let i = 0; i < alle.length; i += this.bladzijde) {
      this.bijBladzijde(vraag);
      yield structuredClone(alle.slice(i, i + this.bladzijde)) as T[];
    }
  }
  visitsStarted = (from: Date) => this.delen('begin', this.zichtbaar().filter((b) => b.start >= from).sort((a, b) => a.start.getTime() - b.start.getTime()));
  visitsEnded = (from: Date, until: Date) => this.delen('einde', this.zichtbaar().filter((b) => b.end !== null && b.end >= from && b.end < until));
  visitsOpen = () => this.delen('open', this.zichtbaar().filter((b) => b.state === 'ACTIVE'));
  visitsOf = async (instance: string) => structuredClone(this.zichtbaar().filter((b) => b.instance === instance));
  instancesStarted = (from: Date) => this.delen('instanties', this.instanties.filter((i) => i.start >= from && !this.verborgen.has(i.key)).sort((a, b) => a.start.getTime() - b.start.getTime()));
  instancesByKey = async (keys: readonly string[]) => this.instanties.filter((i) => keys.includes(i.key) && !this.verborgen.has(i.key));
  running = async (keys: readonly string[]) => new Set(keys.filter((k) => !this.afgebroken.has(k) && this.instanties.some((i) => i.key === k)));
  instancesCancelled = (from: Date) => this.delen('afgebroken', this.instanties.filter((i) => i.start >= from && this.afgebroken.has(i.key)).map((i) => i.key));
  definitions = async () => this.modellen;
  casusOf = async (keys: readonly string[]) => new Map(keys.flatMap((k): [string, string][] => (this.variabelen.has(k) ? [[k, this.variabelen.get(k)!]] : [])));
}
