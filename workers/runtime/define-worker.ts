import { z } from 'zod';
import { once } from '../../registratie/once.ts';
import type { Tx } from '../../registratie/register.ts';
import type { WorkerDependencies } from './dependencies.ts';
import { validate } from './parse.ts';
import type { FetchList, Job, Output, Worker } from './worker.ts';

type Effect = (tx: Tx) => Promise<Output>;

/** Wat er te schrijven is nadat alles is gelezen en beslist; zie `writeOnce`. */
class Write {
  constructor(readonly effect: Effect) {}
}

/**
 * Schrijft in het register: de schil opent de transactie en zorgt dat het bij deze stap één keer gebeurt, hoe vaak de engine de
 * job ook levert. Een volgende levering krijgt de uitkomst van toen. In de transactie wordt de engine niets gevraagd: wie haar
 * nodig heeft doet dat in `handle`, vóór deze aanroep.
 */
export const writeOnce = (effect: Effect): Write => new Write(effect);

interface Definition<Input extends z.ZodType, Headers extends z.ZodType> {
  /** Job type, gelijk aan de bestandsnaam. */
  readonly type: string;
  readonly input: Input;
  /** Standaard: geen koppen nodig. */
  readonly headers?: Headers;
  readonly lockMs?: number;
  /** Leest, beslist, en geeft de uitkomst of een `writeOnce` terug. Gooit alleen een WorkerError met opzet. */
  handle(input: z.output<Input>, headers: z.output<Headers>, job: Job): Promise<Output | Write>;
}

/** Een schema dat niet zegt welke variabelen er zijn (los, record, alles) heeft een lijst nodig; `'alles'` haalt alles op. */
type Fetch<Input extends z.ZodType> =
  Input extends z.ZodObject<z.core.$ZodLooseShape, infer Config> ? (string extends keyof Config['out'] ? Listed : Derived) : Listed;
type Derived = { readonly fetch?: undefined };
type Listed = { readonly fetch: FetchList | 'alles' };

/**
 * Maakt een werker. Wat in elke werker hetzelfde is staat hier en niet in de werker: keuren van invoer en koppen, welke variabelen
 * worden opgehaald, en de transactie met de eenmalige sleutel `<jobtype>:<elementInstanceKey>`.
 */
export function defineWorker<Input extends z.ZodType, Headers extends z.ZodType = z.ZodUnknown>(
  { register, klok }: Pick<WorkerDependencies, 'register' | 'klok'>,
  definition: Definition<Input, Headers> & Fetch<Input>,
): Worker {
  const { type, input, lockMs } = definition;
  const fetch = definition.fetch === 'alles' ? undefined : (definition.fetch ?? fieldNames(input, type));
  return {
    type,
    ...(fetch ? { fetch } : {}),
    ...(definition.headers instanceof z.ZodObject ? { headers: Object.keys(definition.headers.shape as object) } : {}),
    ...(lockMs ? { lockMs } : {}),
    async run(rawInput, rawHeaders, job) {
      // Zonder schema is `Headers` het type unknown, en zijn de koppen wat er binnenkwam.
      const headers = (definition.headers ? validate(definition.headers, rawHeaders, 'koppen') : rawHeaders) as z.output<Headers>;
      const outcome = await definition.handle(validate(input, rawInput, 'variabelen'), headers, job);
      if (!(outcome instanceof Write)) return outcome;
      return register.transaction((tx) => once(tx, `${type}:${job.elementInstanceKey}`, klok.nu(), async () => (await outcome.effect(tx)) ?? null));
    },
  };
}

function fieldNames(input: z.ZodType, type: string): string[] {
  if (!(input instanceof z.ZodObject) || input.def.catchall) throw new Error(`De werker ${type} moet zelf zeggen welke variabelen hij ophaalt (fetch).`);
  return Object.keys(input.shape as object);
}
