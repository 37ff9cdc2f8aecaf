import type { Enginebeeld } from '../../engine/records/engine-view.ts';
import type { Register } from '../../registratie/register.ts';

/** Alles waarmee het spel de engine bedient; de demo en de procestest hebben elk hun eigen uitvoering. */
export interface Bediening {
  readonly beeld: Enginebeeld;
  readonly register: Register;
  nu(): Date;
  zetKlok(moment: Date): Promise<void>;
  /** Wacht tot de engine niets meer te doen heeft en alles gezien is. */
  rust(): Promise<void>;
  start(proces: string, variabelen: Record<string, unknown>): Promise<string>;
  voltooi(taak: string, variabelen: Record<string, unknown>): Promise<void>;
  publiceer(naam: string, casusId: string, inhoud: Record<string, unknown>, berichtId: string): Promise<void>;
}

/** Een kind deed iets anders dan zijn scenario zegt. */
export class DemoFout extends Error {
  constructor(kenmerk: string, stap: string, wat: string) {
    super(`${kenmerk}, stap ${stap.replaceAll('_', '-')}: ${wat}`);
  }
}
