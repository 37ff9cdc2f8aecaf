import type { EngineView } from '../../engine/records/engine-view.ts';
import type { Register } from '../../registratie/register.ts';

/** Alles waarmee het spel de engine bedient; de demo en de procestest hebben elk hun eigen uitvoering. */
export interface Controls {
  readonly view: EngineView;
  readonly register: Register;
  nu(): Date;
  setClock(moment: Date): Promise<void>;
  /** Wacht tot de engine niets meer te doen heeft en alles gezien is. */
  quiesce(): Promise<void>;
  start(proces: string, variabelen: Record<string, unknown>): Promise<string>;
  complete(taak: string, variabelen: Record<string, unknown>): Promise<void>;
  publish(naam: string, casusId: string, inhoud: Record<string, unknown>, berichtId: string): Promise<void>;
}

/** Een kind deed iets anders dan zijn scenario zegt. */
export class DemoError extends Error {
  constructor(kenmerk: string, stap: string, wat: string) {
    super(`${kenmerk}, stap ${stap.replaceAll('_', '-')}: ${wat}`);
  }
}
