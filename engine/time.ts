/**
 * De tijd voor wachten en meten: loopt altijd gewoon door. Iets anders dan `Klok`, die in tests en in de demo op een
 * andere dag staat; een wachttijd van tien seconden moet dan nog steeds tien seconden duren. Toeval hoort erbij,
 * omdat elke wachttijd een willekeurig deel heeft. Tests geven hun eigen tijd en toeval mee.
 */
export interface Tijd {
  /** Verstreken milliseconden sinds een willekeurig beginpunt; gaat nooit terug. */
  ms(): number;
  /** Wacht een aantal milliseconden; een afgebroken `signaal` maakt het wachten korter, zonder fout. */
  wacht(ms: number, signaal?: AbortSignal): Promise<void>;
  /** Een getal van 0 tot 1. */
  toeval(): number;
}

/** De gewone tijd van deze machine. */
export const machinetijd: Tijd = {
  ms: () => performance.now(),
  toeval: Math.random,
  wacht: (ms, signaal) =>
    new Promise((klaar) => {
      if (signaal?.aborted) return klaar();
      const stop = (): void => {
        clearTimeout(wekker);
        signaal?.removeEventListener('abort', stop);
        klaar();
      };
      const wekker = setTimeout(stop, Math.max(0, ms));
      signaal?.addEventListener('abort', stop, { once: true });
    }),
};
