/**
 * De tijd voor wachten en meten: loopt altijd gewoon door. Iets anders dan `Klok`, die in tests en in de demo op een
 * andere dag staat; een wachttijd van tien seconden moet dan nog steeds tien seconden duren. Toeval hoort erbij,
 * omdat elke wachttijd een willekeurig deel heeft. Tests geven hun eigen tijd en toeval mee.
 */
export interface Time {
  /** Verstreken milliseconden sinds een willekeurig beginpunt; gaat nooit terug. */
  ms(): number;
  /** Wacht een aantal milliseconden; een afgebroken `signal` maakt het wachten korter, zonder fout. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Een getal van 0 tot 1. */
  random(): number;
}

/** De gewone tijd van deze machine. */
export const machineTime: Time = {
  ms: () => performance.now(),
  random: Math.random,
  wait: (ms, signal) =>
    new Promise((done) => {
      if (signal?.aborted) return done();
      const stop = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', stop);
        done();
      };
      const timer = setTimeout(stop, Math.max(0, ms));
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
