import type { z } from 'zod';

/** Een opdracht (job) van de engine, ontdaan van alles wat een werker niet nodig heeft. */
export interface Job {
  /** Sleutel van de job; blijft gelijk over alle pogingen. */
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly attemptsLeft: number;
}

/**
 * Eén werker: een dunne adapter tussen een job en een use case. Staat in `workers/<jobtype>.ts` en heet daar
 * `make<Jobtype>(deps): Worker<…>`; afhankelijkheden (register, klok, engine) komen als argument binnen.
 */
export interface Worker<Invoer = unknown, Koppen = unknown> {
  /** Job type, gelijk aan de bestandsnaam. */
  readonly type: string;
  /** De variabelen die de werker ophaalt; zonder lijst krijgt hij alles wat in zicht is (alleen logboek-schrijven). */
  readonly fetch?: readonly string[];
  readonly input: z.ZodType<Invoer>;
  readonly headers: z.ZodType<Koppen>;
  /** Hoe lang de engine de opdracht vasthoudt, in ms (standaard 60 000). */
  readonly lockMs?: number;
  /** Voert de use case uit; wat terugkomt worden procesvariabelen. Gooit alleen een WorkerError met opzet. */
  handle(input: Invoer, headers: Koppen, job: Job): Promise<Record<string, unknown> | void>;
}
