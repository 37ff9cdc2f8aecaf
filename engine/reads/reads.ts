import { DateTime } from 'luxon';
import { z } from 'zod';

/** Hoeveel er per keer wordt gelezen; grote antwoorden maken Tasklist traag. */
export const BLADZIJDE = 50;

/** Een open gebruikerstaak, gelijk voor elke versie van de engine. */
export interface OpenTaak {
  readonly sleutel: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly naam: string;
  readonly casusId: string | null;
  /** ISO-moment, of null als de taak geen einddatum heeft. */
  readonly uiterlijk: string | null;
  readonly assignee: string | null;
  readonly groepen: readonly string[];
  readonly procesInstantie?: string;
}

/** Een incident dat op een beheerder wacht. */
export interface Incident {
  readonly sleutel: string;
  readonly procesInstantie: string;
  readonly elementId: string | null;
  readonly soort: string;
  readonly boodschap: string;
  readonly sinds: string;
}

export interface TakenLezen {
  openTaken(): Promise<readonly OpenTaak[]>;
}

/** Een lopende procesinstantie: een route, of een proces dat door een ander is aangeroepen. */
export interface Instantie {
  readonly sleutel: string;
  readonly procesId: string;
  readonly versie: number;
  /** Sleutel van het model waar zij op loopt. */
  readonly definitie: string;
  /** De instantie die haar aanriep, of null voor een route zelf. */
  readonly ouder: string | null;
}

/** Wat nodig is om lopende casussen naar een nieuwe versie mee te nemen. */
export interface InstantiesLezen {
  instanties(): Promise<readonly Instantie[]>;
  /** Ids van de onderdelen waar de instantie nu staat, deelprocessen inbegrepen, het proces zelf niet. */
  actieveOnderdelen(instantie: string): Promise<readonly string[]>;
  /** Het BPMN-model van een definitie, zoals het is uitgerold. */
  model(definitie: string): Promise<string>;
}

/** De leeskant van de engine. 8.6 leest bij Tasklist en Operate v1, 8.9 bij `/v2/…/search`; wie leest merkt het verschil niet. */
export interface Lezen extends TakenLezen, InstantiesLezen {
  incidenten(): Promise<readonly Incident[]>;
}

/** Een tijdstip als ISO-tekst in UTC; de webapps schrijven de tijdzone per versie anders. */
export const tijdstip = z.string().nullish().transform((waarde, ctx) => {
  if (!waarde) return null;
  const moment = DateTime.fromISO(waarde).toUTC().toISO();
  if (moment === null) ctx.addIssue({ code: 'custom', message: 'geen tijdstip' });
  return moment;
});
