import type { ColumnType, Generated } from 'kysely';

/**
 * De tabellen van het register zoals TypeScript ze ziet (camelCase; in SQL snake_case).
 * Bron: design §4 en spec deel 3 §2. `Datum` is altijd een tekst JJJJ-MM-DD zonder tijdzone, `Moment` een `Date`.
 * Beide databanken (PGlite en PostgreSQL) geven precies deze typen terug; `register.ts` stelt dat in.
 */
export type Datum = string;
/** Lezen geeft altijd een Date; schrijven mag ook met een ISO-tekst. */
export type Moment = ColumnType<Date, Date | string, Date | string>;
export type MomentOfNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** jsonb: lezen geeft de waarde, schrijven gaat als JSON-tekst (`alsJson`), zodat lijsten geen SQL-array worden. */
export type Json<T> = ColumnType<T, string, string>;

export type Route = 'kernteam' | 'geen-kernteam';
export type Schooltype = 'BAO' | 'SBO' | 'SO';
export type CasusStatus = 'open' | 'afgesloten';
export type VerzuimSoort = 'ONGEOORLOOFD' | 'VERMOEDELIJK_ONGEOORLOOFD' | 'ZIEKTE' | 'GEOORLOOFD_OVERIG' | 'LUXE';
export type UitgaandStatus = 'wacht' | 'verzonden' | 'dood';

export interface LeerlingTabel {
  leerlingId: string;
  /** LL-nnnnnn; het enige kenmerk van het kind dat buiten het register mag. */
  pseudoniem: Generated<string>;
  brin: string;
  leerlingnummer: string;
  roepnaam: string;
  achternaam: string;
  geboortedatum: Datum;
  groep: number;
  didactischeLeeftijdMaanden: number | null;
  woonplaats: string;
  woongemeente: string;
  ingeschreven: boolean;
}

export interface OuderTabel {
  ouderId: string;
  leerlingId: string;
  naam: string;
  relatie: 'ouder' | 'verzorger' | 'voogd';
  email: string | null;
  telefoon: string | null;
  gezag: boolean;
}

export interface SchoolTabel {
  brin: string;
  naam: string;
  schooltype: Schooltype;
  plaats: string;
  email: string;
  heeftKernteam: boolean;
  gebied: string;
  schoolbestuur: string;
}

export interface CasusTabel {
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
  logboekGestartOp: MomentOfNull;
  urenRamingMin: number | null;
  urenRamingMax: number | null;
  eindDatum: Datum | null;
  afgeslotenOp: MomentOfNull;
  reden: string | null;
  /** De procesinstantie die de doorzettingsmacht voert; leeg als er geen loopt. */
  doorzettingsmachtInstantie: string | null;
}

export interface ContactTabel {
  contactId: string;
  casusId: string;
  rol: string;
  userId: string | null;
  naam: string | null;
  email: string | null;
  sinds: Moment;
  /** Leeg = nu actief; per casus en rol is er hoogstens één actieve. */
  tot: MomentOfNull;
}

export interface AanmeldingTabel {
  aanmeldingId: string;
  sleutel: string;
  gegevens: Json<Record<string, unknown>>;
  status: Generated<'ontvangen' | 'geopend' | 'geweigerd'>;
  ontvangenOp: Moment;
}

export interface ThuiszittersregistratieTabel {
  casusId: string;
  leerlingId: string;
  geboortedatum: Datum;
  groep: number;
  brin: string;
  schoolbestuur: string;
  route: Route;
  gemeldOp: Datum;
  registratieStatus: string;
  dagenThuisWeek: number | null;
  escalatieDatum: Datum | null;
  cyclus: number | null;
  regisseurSwv: string | null;
  contactpersoonSwv: string | null;
  regisseurSchoolbestuur: string | null;
  duoMeldingOp: Datum | null;
  leerplichtBetrokken: Generated<boolean>;
  jeugdteamBetrokken: Generated<boolean>;
  cceGeraadpleegd: Generated<boolean>;
  aotCategorie: string | null;
  aotGemeldOp: Datum | null;
  voorliggend: string | null;
  brugType: string | null;
  brugStart: Datum | null;
  brugEind: Datum | null;
  bestemming: string | null;
  eindDatum: Datum | null;
  reden: string | null;
  resultaat: string | null;
  kwartaal: string | null;
  notitie: string | null;
}

export interface LogboekRegelTabel {
  regelId: string;
  casusId: string;
  volgnummer: number;
  tijdstip: Moment;
  stap: string;
  actie: string;
  /** Wie het deed: een user id of "systeem". */
  actor: string;
  rol: string | null;
  /** Leesbare regels "Label: waarde". */
  uitkomst: string;
  velden: Json<Record<string, unknown>>;
  urenBesteed: number | null;
  vervolgactie: string | null;
  vervolgdatum: Datum | null;
  /** Geschreven vóór het logboek open was (R-LOG-2). */
  voorgeschiedenis: boolean;
  sleutel: string;
}

export interface VerzuimRegelTabel {
  casusId: string;
  datum: Datum;
  /** Hele dagdelen afwezig: 0 (deel van een dagdeel), 1 of 2. */
  dagdelen: number;
  uren: number;
  soort: VerzuimSoort;
  /** De verzuimmelding die deze uren al heeft meegeteld. */
  gemeldIn: string | null;
}

export interface TeLaatTabel {
  casusId: string;
  datum: Datum;
  moment: string;
  gemeldIn: string | null;
}

export interface VerzuimstandTabel {
  casusId: string;
  peildatum: Datum;
  urenOngeoorloofd4wk: number;
  aantalTeLaat: number;
  dagenThuisWeek: number;
  wekenAaneenMeerDan3Dagen: number;
  aaneengeslotenOngeoorloofdDagen: number;
  pctVerzuim2wk: number;
  dagenAfwezig15wk: number;
  tweeWekenGroteMoeite: boolean;
  luxeVerzuim: boolean;
  jgzGeenGehoor: boolean;
  escalatiegesprekGevoerd: boolean;
  aard: string;
  ontvangenOp: Moment;
}

export interface DuoTabel {
  duoId: string;
  casusId: string;
  soort: 'REGISTRATIE' | 'MELDING';
  gronden: string[];
  periodeVan: Datum | null;
  periodeTot: Datum | null;
  urenOngeoorloofd: number | null;
  aantalTeLaat: number | null;
  actiesSchool: string | null;
  gemeldOp: Moment;
  status: 'INGEDIEND' | 'IN_BEHANDELING' | 'TERUGGEKOPPELD';
  terugkoppeling: Json<unknown> | null;
  sleutel: string;
}

export interface InspectieTabel {
  inspectieId: string;
  casusId: string | null;
  soort: 'AOT_MELDING' | 'AOT_AANVRAAG' | 'KWARTAAL';
  categorie: string | null;
  urenPerWeek: number | null;
  van: Datum | null;
  tot: Datum | null;
  oppAanwezig: boolean | null;
  eerderVerzoek: boolean | null;
  ingediendOp: Moment;
  besluit: string | null;
  besluitOp: MomentOfNull;
  sleutel: string;
}

export interface LvsTabel {
  casusId: string;
  datum: Datum;
  uitkomst: string;
  afspraken: string | null;
}

/** De postbus: wat een transactie naar buiten wil sturen; `koppelingen/mail` verstuurt. */
export interface UitgaandTabel {
  id: Generated<number>;
  casusId: string | null;
  melding: string;
  aanRol: string;
  adres: string | null;
  onderwerp: string;
  tekst: string;
  messageId: string;
  sleutel: string;
  status: Generated<UitgaandStatus>;
  pogingen: Generated<number>;
  volgendePoging: MomentOfNull;
  laatsteFout: string | null;
  aangemaaktOp: Moment;
  verzondenOp: MomentOfNull;
}

/** Effecten die precies één keer gebeuren, met hun uitkomst voor een herhaalde levering. */
export interface VerwerktTabel {
  sleutel: string;
  resultaat: Json<unknown>;
  op: Generated<Date>;
}

export interface CasustellerTabel {
  jaar: number;
  laatste: number;
}

export interface Schema {
  leerling: LeerlingTabel;
  ouder: OuderTabel;
  school: SchoolTabel;
  casus: CasusTabel;
  casusteller: CasustellerTabel;
  contact: ContactTabel;
  aanmelding: AanmeldingTabel;
  thuiszittersregistratie: ThuiszittersregistratieTabel;
  logboekRegel: LogboekRegelTabel;
  verzuimRegel: VerzuimRegelTabel;
  teLaat: TeLaatTabel;
  verzuimstand: VerzuimstandTabel;
  duo: DuoTabel;
  inspectie: InspectieTabel;
  lvs: LvsTabel;
  uitgaand: UitgaandTabel;
  verwerkt: VerwerktTabel;
}

/** Zet een waarde om voor een jsonb-kolom. Altijd als tekst: `pg` maakt anders van een lijst een SQL-array. */
export const alsJson = (waarde: unknown): string => JSON.stringify(waarde ?? null);
