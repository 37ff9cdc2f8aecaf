import type { Generated } from 'kysely';
import type { Datum, Json, Moment, MomentOrNull } from './columns.ts';
import type { SchoolTable } from './leerling.ts';

/** Proces-id van de route; welke er zijn staat in domein/routes. */
export type Route = string;
export type CasusStatus = 'open' | 'afgesloten';

/** De casus, wie er welke rol in heeft, en de aanmelding waar zij uit ontstond. */
export interface CasusTable {
  casusId: string;
  /** JJJJ-nnnn: wat mensen zeggen en zien. */
  casusnummer: string;
  leerlingId: string;
  brin: string;
  route: Route;
  status: Generated<CasusStatus>;
  geopendOp: Moment;
  klachten: string;
  patroonVerzuim: string;
  datumSignaal: Datum;
  complexeGedragsvraag: boolean;
  soortProblematischVerzuim: string | null;
  /** Afspraken van de regie (KT-06); tekst, dus alleen hier en niet in de engine. */
  rolverdeling: string | null;
  communicatie: string | null;
  jeugdteamWijze: string | null;
  bekostigdDoor: string | null;
  voorstelRegisseurSchoolbestuur: string | null;
  procesInstantieKey: string;
  aanmeldSleutel: string;
  /** Teller van logboek_regel.volgnummer; ophogen vergrendelt de casusrij, daardoor geen gaten. */
  logboekTeller: Generated<number>;
  /** De status die bij de laatste verzuimstand is bepaald, ook als er nog geen registratie is. */
  verzuimstatus: Generated<string | null>;
  /** Het begin van de lopende vier weken; leeg zolang er geen escalatiegesprek was. */
  vierWekenSinds: Generated<Datum | null>;
  logboekGestartOp: MomentOrNull;
  urenRamingMin: number | null;
  urenRamingMax: number | null;
  eindDatum: Datum | null;
  afgeslotenOp: MomentOrNull;
  reden: string | null;
  /** De procesinstantie die de doorzettingsmacht voert; leeg als er geen loopt. */
  doorzettingsmachtInstantie: string | null;
  /** Per rol de groep in Tasklist, zoals de laatste keer bepaald; leeg bij een casus van vóór deze kolom. */
  groepen: Json<Record<string, string>> | null;
  /** Hoe vaak de casus na het sluiten weer openging. */
  heropendAantal: Generated<number>;
  heropendOp: MomentOrNull;
  /** Gevuld zolang de casus wordt gesloten: vanaf deze dag hoort het kind weer op school te zijn. */
  sluitVanaf: Generated<Datum | null>;
  /** De casus kwam terug in haar route en het gesprek over de escalatie moet nog komen; de klok liep door. */
  routeOpnieuwSinds: Generated<Datum | null>;
  /** De laatste keer dat de casus een andere regie kreeg; wat daarvoor is geantwoord, staat in een taak die opnieuw wordt gevraagd al ingevuld. */
  routeGewisseldOp: Generated<Date | null>;
}

/** Wat er bij een andere school verandert: de school, het nummer van het kind daar en haar mensen. */
export interface NieuweSchool {
  school: SchoolTable;
  leerlingnummer: string;
  contacten: { rol: string; userId: string | null; naam: string | null; email: string | null }[];
  /** Alleen als de nieuwe school haar noemde. */
  woongemeente?: string;
}

/** Een ander contactpersoon, een andere groep of een andere school, tot de dag er is. */
export interface WijzigingTable {
  wijzigingId: string;
  casusId: string;
  soort: 'contact' | 'groep' | 'school';
  rol: string | null;
  userId: string | null;
  naam: string | null;
  email: string | null;
  groep: number | null;
  school: Json<NieuweSchool> | null;
  vanaf: Datum;
  ontvangenOp: Moment;
  doorgevoerdOp: MomentOrNull;
}

export interface ContactTable {
  contactId: string;
  casusId: string;
  rol: string;
  userId: string | null;
  naam: string | null;
  email: string | null;
  sinds: Moment;
  /** Leeg = nu actief; per casus en rol is er hoogstens één actieve. */
  tot: MomentOrNull;
}

export interface AanmeldingTable {
  aanmeldingId: string;
  sleutel: string;
  gegevens: Json<Record<string, unknown>>;
  status: Generated<'ontvangen' | 'geopend' | 'geweigerd'>;
  /** Zinnen; alleen bij een geweigerde aanmelding. */
  redenen: Json<string[]> | null;
  ontvangenOp: Moment;
}

export interface CasustellerTable {
  jaar: number;
  laatste: number;
}
