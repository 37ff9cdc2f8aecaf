import { DateTime } from 'luxon';
import { z } from 'zod';
import type { HistoryReads } from './history.ts';

/** Hoeveel er per keer wordt gelezen; grote antwoorden maken Tasklist traag. */
export const PAGE_SIZE = 50;

/** Een open gebruikerstaak, gelijk voor elke versie van de engine. */
export interface OpenTask {
  readonly key: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly name: string;
  readonly casusId: string | null;
  /** ISO-moment, of null als de taak geen einddatum heeft. */
  readonly uiterlijk: string | null;
  readonly assignee: string | null;
  readonly groepen: readonly string[];
  readonly processInstance?: string;
  /** Van 0 tot 100; ontbreekt als de engine het niet zegt. */
  readonly prioriteit?: number | null;
}

/** Een incident dat op een beheerder wacht. */
export interface Incident {
  readonly key: string;
  readonly processInstance: string;
  /** Zoals de engine het noemt: `JOB_NO_RETRIES` of `EXECUTION_LISTENER_NO_RETRIES` als een werker het opgaf, anders een fout van haarzelf. */
  readonly kind: string;
  /** Van een werker is dit Nederlands en zonder gegevens; een boodschap van de engine zelf kan waarden citeren. */
  readonly message: string;
  readonly since: string;
  /** De opdracht waarmee een werker stopte; ontbreekt bij een fout van de engine zelf. */
  readonly job?: string | null;
}

/** Waar een incident staat. Wat de engine niet (meer) weet is null. */
export interface IncidentPlace {
  readonly processId: string | null;
  readonly elementId: string | null;
  readonly casusnummer: string | null;
}

export interface IncidentReads {
  incidents(): Promise<readonly Incident[]>;
  /** Kost een paar vragen aan de engine: alleen voor wat iemand te zien krijgt. */
  placeOf(incident: Incident): Promise<IncidentPlace>;
}

export interface TaskReads {
  openTasks(): Promise<readonly OpenTask[]>;
}

/** Een lopende procesinstantie: een route, of een proces dat door een ander is aangeroepen. */
export interface Instance {
  readonly key: string;
  readonly processId: string;
  readonly version: number;
  /** Sleutel van het model waar zij op loopt. */
  readonly definition: string;
  /** De instantie die haar aanriep, of null voor een route zelf. */
  readonly parent: string | null;
}

/** Wat nodig is om lopende casussen naar een nieuwe versie mee te nemen. */
export interface InstanceReads {
  instances(): Promise<readonly Instance[]>;
  /** Ids van de onderdelen waar de instantie nu staat, deelprocessen inbegrepen, het proces zelf niet. */
  activeElements(instance: string): Promise<readonly string[]>;
  /** Sleutels van dit onderdeel in deze instantie, voor zover zij er nu staat. */
  elementKeys(instance: string, elementId: string): Promise<readonly string[]>;
  /** Het BPMN-model van een definitie, zoals het is uitgerold. */
  model(definition: string): Promise<string>;
}

/** De leeskant van de engine. 8.6 leest bij Tasklist en Operate v1, 8.9 bij `/v2/…/search`; wie leest merkt het verschil niet. */
export interface Reads extends TaskReads, InstanceReads, IncidentReads {
  readonly history: HistoryReads;
}

/** Een sleutel als tekst; de webapps schrijven haar per versie als tekst of als getal. */
export const key = z.union([z.string(), z.number()]).transform(String);

/** De sleutel van een opdracht; de engine schrijft -1 als er geen is. */
export const jobOf = (found: string | null | undefined): string | null => (found === undefined || found === '-1' ? null : found);

/** Een tijdstip als ISO-tekst in UTC; de webapps schrijven de tijdzone per versie anders. */
export const timestamp = z.string().nullish().transform((value, ctx) => {
  if (!value) return null;
  const moment = DateTime.fromISO(value).toUTC().toISO();
  if (moment === null) ctx.addIssue({ code: 'custom', message: 'geen tijdstip' });
  return moment;
});

/** Een tijdstip als `Date`; 8.6 schrijft de tijdzone zonder dubbele punt. */
export const moment = z.string().transform((value, ctx) => {
  const ms = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(ms)) ctx.addIssue({ code: 'custom', message: 'geen tijdstip' });
  return new Date(ms);
});

/** De eerste tekst tussen waarden van variabelen, die de engine als JSON geeft. */
export function firstText(values: readonly string[]): string | null {
  const texts = values.map((value): unknown => JSON.parse(value));
  return texts.find((value): value is string => typeof value === 'string') ?? null;
}
