import type { Datum } from '../../domein/kalender/datum.ts';
import type { DemoKind } from './kind.ts';

/** Eén dag met verzuim, zoals de LAS haar stuurt. */
export interface Verzuimregel {
  readonly datum: Datum;
  readonly dagdelen: number;
  readonly uren: number;
  readonly soort: string;
}

/** Wat een antwoord op een formulier mag weten. */
export interface Vraag {
  readonly kind: DemoKind;
  readonly vandaag: Datum;
  /** De stap in het routeboek ("KT-01a"); leeg bij een signaal. */
  readonly stap: string;
  /** Voor de hoeveelste keer dit kind deze stap doet; de eerste keer is 1. */
  readonly keer: number;
  /** De n-de schooldag na vandaag. */
  schooldag(n: number): Datum;
  /** De dag n kalenderdagen na vandaag. */
  dag(n: number): Datum;
  /** Wat het formulier al laat zien (een variabele van de taak). */
  vooringevuld(naam: string): unknown;
  /** De verzuimregels van deze week tot en met vandaag. */
  verzuimVanDeWeek(): readonly Verzuimregel[];
  kies<T>(uit: readonly T[]): T;
}

export type Antwoord = (vraag: Vraag) => Record<string, unknown>;

/** Een signaal dat iemand over de casus doorgeeft, een aantal schooldagen nadat een stap is gedaan. */
export interface Signaal {
  readonly na: string;
  readonly schooldagen: number;
  readonly soort: string;
  /** Komt deze stap eerder langs, dan is het signaal niet meer nodig. */
  readonly tenzij?: string;
  readonly inhoud?: Antwoord;
}

/** Hoe het verzuim verloopt: dagen thuis per week in elke fase. */
export interface Verzuimverloop {
  readonly volgen: readonly number[];
  /** Na zoveel weken volgen blijft het kind meer dan drie dagen thuis; zonder getal nooit. */
  readonly escaleertNa?: number;
  readonly vierweken: readonly number[];
  /** Zoveel weken nadat het verzuim stopte is het kind weer vier dagen thuis; zonder getal niet. */
  readonly terugvalNa?: number;
  /** Het kind is al vóór de aanmelding elke dag thuis, en dat staat erin. */
  readonly thuisVanafBegin?: boolean;
  readonly soort: 'ZIEKTE' | 'VERMOEDELIJK_ONGEOORLOOFD';
}

/** Wat er na het spelen moet zijn gebeurd; anders is de demo niet zoals bedoeld. */
export type Verwacht = { readonly afgerond: string } | { /** Minstens één van deze taken staat open; leeg: de casus loopt nog. */ readonly open: readonly string[] };

/** Eén verloop van de route, voor een of meer kinderen. */
export interface Scenario {
  readonly naam: string;
  readonly aantal: number;
  /** Hoeveel schooldagen vóór vandaag het signaal er is; bij een afgerond verloop is dit het minste aantal. */
  readonly schooldagen: readonly [number, number];
  /** Het deel aan het begin dat niet in een zomervakantie mag vallen, in schooldagen. */
  readonly aaneen: number;
  readonly verwacht: Verwacht;
  /** Speelt op een school zonder kernteam, dus in de route geen-kernteam. */
  readonly zonderKernteam?: boolean;
  /** Alleen op een school van dit type. */
  readonly schooltype?: 'BAO' | 'SBO' | 'SO';
  readonly verzuim: Verzuimverloop;
  readonly kind?: Partial<Pick<DemoKind, 'leeftijd' | 'groep' | 'didactischeLeeftijd' | 'lasKoppeling' | 'regisseurSwv'>>;
  readonly antwoorden?: Readonly<Record<string, Antwoord>>;
  readonly signalen?: readonly Signaal[];
  /** Deze stappen doet niemand: de taak blijft open staan, en wordt te laat. */
  readonly blijftLiggen?: readonly string[];
  /** Na zoveel schooldagen pas gedaan, in plaats van zo snel mogelijk. */
  readonly wachttijd?: Readonly<Record<string, number>>;
}
