/** Wat het proces beëindigt: iemand die wil stoppen, of een fout die niemand ving. */
export type End = { readonly kind: 'signal' } | { readonly kind: 'unexpected'; readonly error: unknown };

/** Het deel van `process` dat hier nodig is; een test geeft een eigen. */
export interface GuardedProcess {
  on(event: string, listener: (reason: unknown) => void): unknown;
  exit(code: number): unknown;
}

export interface ProcessGuard {
  /** Wordt afgebroken zodra het proces moet eindigen. */
  readonly signal: AbortSignal;
  /** Wordt vervuld met het eerste dat het proces beëindigt. */
  readonly ended: Promise<End>;
  /** Ving ergens niemand een fout, ook als alles toen al stopte? */
  hasUnexpected(): boolean;
}

/**
 * Luistert naar alles wat het proces beëindigt. Een volgend signaal doet niets: npm stuurt Ctrl-C door, dus één toets geeft
 * er vaak twee, en het stoppen is zelf begrensd (zie lifecycle.ts).
 * @param onUnexpected krijgt elke fout die niemand ving, ook tijdens het stoppen
 */
export function guardProcess(watched: GuardedProcess, onUnexpected: (error: unknown) => void): ProcessGuard {
  const abort = new AbortController();
  let unexpected = false;
  const ended = new Promise<End>((resolve) => {
    const end = (how: End): void => {
      abort.abort(new Error('gestopt'));
      resolve(how);
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) watched.on(name, () => end({ kind: 'signal' }));
    for (const name of ['unhandledRejection', 'uncaughtException']) {
      watched.on(name, (error) => {
        unexpected = true;
        onUnexpected(error);
        end({ kind: 'unexpected', error });
      });
    }
  });
  return { signal: abort.signal, ended, hasUnexpected: () => unexpected };
}
