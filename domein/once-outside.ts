import { beginOutsideEffect, finishOutsideEffect, readOutsideEffect, releaseOutsideEffect } from '../registratie/outside-effect.ts';
import type { Register } from '../registratie/register.ts';
import { PermanentError, TransientError } from './errors.ts';

/** Zolang kan een andere werker nog met hetzelfde effect bezig zijn. */
const MAYBE_BUSY_MS = 120_000;

/** Wat een beheerder beslist als niet bekend is of een effect gebeurde: de variabele `onzekerBesluit` bij de stap. */
export const ONZEKER_BESLUIT = ['opnieuw', 'overslaan'] as const;
export type OnzekerBesluit = (typeof ONZEKER_BESLUIT)[number];

export interface OutsideOnce<P, T> {
  /** Eén sleutel per effect; een herhaalde levering heeft dezelfde. */
  readonly key: string;
  readonly now: () => Date;
  /** Kiest wat er gaat gebeuren; leest alleen. Na het begin wordt dit niet opnieuw gevraagd: de wereld is dan veranderd. */
  plan(): Promise<P>;
  effect(plan: P): Promise<T>;
  /** Is het effect na deze fout zeker niet gebeurd? Bij twijfel onwaar. */
  certainlyNot(error: unknown): boolean;
  /** Zo lang na het begin maakt de ander herhaling zelf onschadelijk. */
  harmlessMs?: number;
  /** Wat er mogelijk al gebeurde, voor de beheerder: 'is het bericht "x" doorgegeven'. */
  what(plan: P): string;
  decision?: OnzekerBesluit | null | undefined;
}

type Outcome<T> = { kind: 'gelukt'; resultaat: T } | { kind: 'zeker niet' };

/**
 * Voert een effect buiten het register (een bericht, een processtart) hoogstens één keer uit, ook als het register of
 * dit programma op het verkeerde moment wegvalt. De sleutel staat in het register vóór het effect begint. Lukt het
 * afvinken niet, dan weet dit programma de afloop nog en vinkt later af. Alleen wie omvalt tussen begin en afvinken laat
 * twijfel achter; dan kiest een mens (incident), want nog eens doen en overslaan kunnen allebei fout zijn.
 * @throws PermanentError als de afloop niet bekend is en er geen besluit ligt
 */
export function makeOnceOutside(register: Register) {
  const known = new Map<string, Outcome<unknown>>();
  const running = new Map<string, Promise<unknown>>();

  async function run<P, T>(o: OutsideOnce<P, T>): Promise<{ plan: P; resultaat: T | null }> {
    const earlier = await readOutsideEffect<P, T>(register, o.key);
    const begun = earlier ?? (await beginOutsideEffect<P, T>(register, o.key, await o.plan(), o.now()));
    const { plan } = begun;
    if (begun.gelukt) return { plan, resultaat: begun.gelukt.resultaat };
    const outcome = known.get(o.key) as Outcome<T> | undefined;
    if (outcome?.kind === 'gelukt') return { plan, resultaat: await finish(o, outcome.resultaat) };
    if (!begun.isNew && outcome === undefined) {
      if (o.decision === 'overslaan') return { plan, resultaat: await finish(o, null) };
      if (o.decision !== 'opnieuw') weighUncertain(o, begun);
    }
    const untried = begun.isNew || outcome !== undefined || o.decision === 'opnieuw';
    return { plan, resultaat: await attempt(o, plan, untried) };
  }

  /** @param untried geen eerdere poging kan nog gelukt blijken; alleen dan mag de sleutel na een zekere mislukking weg */
  async function attempt<P, T>(o: OutsideOnce<P, T>, plan: P, untried: boolean): Promise<T> {
    known.delete(o.key);
    let resultaat: T;
    try {
      resultaat = await o.effect(plan);
    } catch (error) {
      if (untried && o.certainlyNot(error)) {
        known.set(o.key, { kind: 'zeker niet' });
        // Lukt loslaten niet, dan onthoudt dit programma het; de fout van het effect is wat de stap moet melden.
        await releaseOutsideEffect(register, o.key).then(() => known.delete(o.key), () => undefined);
      }
      throw error;
    }
    known.set(o.key, { kind: 'gelukt', resultaat });
    return (await finish(o, resultaat)) as T;
  }

  async function finish<P, T>(o: OutsideOnce<P, T>, resultaat: T | null): Promise<T | null> {
    await finishOutsideEffect(register, o.key, o.now(), resultaat);
    known.delete(o.key);
    return resultaat;
  }

  return function onceOutside<P, T>(o: OutsideOnce<P, T>): Promise<{ plan: P; resultaat: T | null }> {
    const busy = running.get(o.key) as Promise<{ plan: P; resultaat: T | null }> | undefined;
    if (busy) return busy;
    const work = run(o).finally(() => running.delete(o.key));
    running.set(o.key, work);
    return work;
  };
}

/** Mag een effect waarvan de afloop onbekend is nog eens? Zo niet, dan zegt de fout wat de beheerder moet uitzoeken. */
function weighUncertain<P, T>(o: OutsideOnce<P, T>, begun: { plan: P; begonnenOp: Date }): void {
  const ageMs = o.now().getTime() - begun.begonnenOp.getTime();
  if (ageMs < (o.harmlessMs ?? 0)) return;
  if (ageMs < MAYBE_BUSY_MS) throw new TransientError('Een andere werker is misschien nog met deze stap bezig.');
  throw new PermanentError(
    `Het is niet zeker of ${o.what(begun.plan)}: er viel iets weg op dat moment. Zoek het na in Operate en zet bij deze stap de variabele onzekerBesluit op "opnieuw" of "overslaan"; los daarna het incident op.`,
  );
}
