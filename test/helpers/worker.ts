import type { Engine } from '../../engine/engine.ts';
import type { Klok } from '../../domein/klok.ts';
import type { WerkerAfhankelijkheden } from '../../workers/runtime/dependencies.ts';
import { BedrijfsFout } from '../../domein/errors.ts';
import type { Opdracht, Werker } from '../../workers/runtime/worker.ts';
import { nepEngine } from './fake-engine.ts';
import { openProefdatabank, type Proefdatabank } from './databases.ts';

/** Een register, een engine die beslist zoals de tabellen, en een klok die de test verzet. */
export interface Werkbank extends Proefdatabank {
  readonly klok: Klok & { zet(iso: string): void };
  deps(engine?: Engine): WerkerAfhankelijkheden;
}

export async function openWerkbank(): Promise<Werkbank> {
  const proef = await openProefdatabank('pglite');
  let nu = new Date('2025-09-08T09:00:00+02:00');
  const klok = { nu: () => nu, zet: (iso: string) => void (nu = new Date(iso)) };
  return { ...proef, klok, deps: (engine = nepEngine()) => ({ register: proef.register, engine, klok }) };
}

let teller = 1000;

/** Een opdracht zoals de engine haar zou geven; `elementInstanceKey` blijft gelijk bij een herhaalde levering. */
export function opdracht(anders: Partial<Opdracht> = {}): Opdracht {
  teller += 1;
  return { sleutel: `job-${teller}`, type: 'proef', elementId: 'KT_00', elementInstanceKey: `ei-${teller}`, processInstanceKey: `pi-${teller}`, bpmnProcessId: 'kernteam', pogingenOver: 3, ...anders };
}

/** Voert een werker uit zoals de schil: koppen en invoer door zod, dan de use case. */
export async function draai<I, K>(werker: Werker<I, K>, invoer: Record<string, unknown>, meer: { koppen?: Record<string, unknown>; opdracht?: Opdracht } = {}): Promise<Record<string, unknown>> {
  const uit = await werker.voerUit(werker.invoer.parse(invoer), werker.koppen.parse(meer.koppen ?? {}), meer.opdracht ?? opdracht({ type: werker.type }));
  return uit ?? {};
}

/** De bedrijfsfout waarmee een belofte mislukt. */
export async function bedrijfsfout(werk: Promise<unknown>): Promise<{ code: string; validatieFouten: unknown }> {
  const fout = await werk.then(() => undefined, (f: unknown) => f);
  if (!(fout instanceof BedrijfsFout)) throw new Error('Verwachtte een bedrijfsfout.', { cause: fout });
  return { code: fout.code, validatieFouten: fout.variabelen.validatieFouten };
}
