import type { DemoSchool, REGISSEURS_SWV } from './scholen.ts';
import type { Scenario } from './scenario.ts';
import type { Random } from './random.ts';

/** Eén verzonnen kind met alles wat vooraf vastligt. */
export interface DemoKind {
  /** Voor meldingen van de demo zelf, bijvoorbeeld "kind 12 (hersteld in vier weken)". */
  readonly kenmerk: string;
  readonly scenario: Scenario;
  readonly school: DemoSchool;
  readonly gemeente: string;
  readonly regisseurSwv: (typeof REGISSEURS_SWV)[number];
  readonly leeftijd: number;
  readonly groep: number;
  readonly didactischeLeeftijd: number | undefined;
  /** Stuurt het leerlingvolgsysteem van de school elke week een verzuimstand? */
  readonly lasKoppeling: boolean;
  readonly aangemeldOp: Date;
  /** Wat de IB-er op het startformulier invult. */
  readonly aanmelding: Readonly<Record<string, unknown>>;
  readonly toeval: Random;
}
