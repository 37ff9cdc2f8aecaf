import type { z } from 'zod';

/** Een opdracht (job) van de engine, ontdaan van alles wat een werker niet nodig heeft. */
export interface Opdracht {
  /** Sleutel van de job; blijft gelijk over alle pogingen. */
  readonly sleutel: string;
  readonly type: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly bpmnProcessId: string;
  readonly pogingenOver: number;
}

/**
 * Eén werker: een dunne adapter tussen een job en een use case. Staat in `workers/<jobtype>.ts` en heet daar
 * `maak<Jobtype>(deps): Werker<…>`; afhankelijkheden (register, klok, engine) komen als argument binnen.
 */
export interface Werker<Invoer = unknown, Koppen = unknown> {
  /** Job type, gelijk aan de bestandsnaam. */
  readonly type: string;
  /** De variabelen die de werker ophaalt; zonder lijst krijgt hij alles wat in zicht is (alleen logboek-schrijven). */
  readonly haalOp?: readonly string[];
  readonly invoer: z.ZodType<Invoer>;
  readonly koppen: z.ZodType<Koppen>;
  /** Hoe lang de engine de opdracht vasthoudt, in ms (standaard 60 000). */
  readonly vergrendelingMs?: number;
  /** Voert de use case uit; wat terugkomt worden procesvariabelen. Gooit alleen een WerkerFout met opzet. */
  voerUit(invoer: Invoer, koppen: Koppen, opdracht: Opdracht): Promise<Record<string, unknown> | void>;
}
