import type { BeheerAccountTable, BeheerSessieTable } from './schema/beheer.ts';
import type { Av1Table } from './schema/av1.ts';
import type { BeslissingKopieTable } from './schema/cijfers.ts';
import type { CasusTable, ContactTable, WijzigingTable, AanmeldingTable, CasustellerTable } from './schema/casus.ts';
import type { LeerlingTable, OuderTable, SchoolTable } from './schema/leerling.ts';
import type { BezoekSomTable, CasusFeitTable, ElementbezoekTable, GeschiedenisStandTable, InhoudSomTable, KindSomTable, ProcesDefinitieTable, ProcesInstantieTable } from './schema/geschiedenis.ts';
import type { LosgeraaktTable } from './schema/losgeraakt.ts';
import type { LogboekRegelTable } from './schema/logboek.ts';
import type { VrijstellingTable } from './schema/vrijstelling.ts';
import type { MeldcodeInzageTable, MeldcodeRegelTable, MeldcodeTrajectTable } from './schema/meldcode.ts';
import type { DuoTable, InspectieTable, LvsTable } from './schema/meldingen.ts';
import type { ThuiszittersregistratieTable } from './schema/thuiszittersregistratie.ts';
import type { CasusAanmeldingTable, SignaalTable } from './schema/signaal.ts';
import type { OpenTaakTable, OutboxTable, OutsideEffectTable, ProcessedTable, TaakHerinneringTable } from './schema/outbox.ts';
import type { ThuismeldingTable, ThuisperiodeTable } from './schema/thuisperiode.ts';
import type { BeantwoordeWeekTable, OpenGrondTable, VerzuimRegelTable, TeLaatTable, VerzuimstandTable } from './schema/verzuim.ts';

export { toJson } from './schema/columns.ts';
export type { Datum, Json, Moment, MomentOrNull } from './schema/columns.ts';
export type { Route, CasusStatus } from './schema/casus.ts';
export type { Schooltype } from './schema/leerling.ts';
export type { Partities, Toestand } from './schema/geschiedenis.ts';
export type { OutboxStatus } from './schema/outbox.ts';
export type { Aanmelduitkomst, Signaalstand } from './schema/signaal.ts';
export type { VerzuimSoort } from './schema/verzuim.ts';

/**
 * De tabellen van het register zoals TypeScript ze ziet (camelCase; in SQL snake_case).
 * Bron: design §4 en spec deel 3 §2. `Datum` is altijd een tekst JJJJ-MM-DD zonder tijdzone, `Moment` een `Date`.
 * Beide databanken (PGlite en PostgreSQL) geven precies deze typen terug; `register.ts` stelt dat in.
 */
export interface Schema {
  leerling: LeerlingTable;
  ouder: OuderTable;
  school: SchoolTable;
  casus: CasusTable;
  casusteller: CasustellerTable;
  casusAanmelding: CasusAanmeldingTable;
  signaal: SignaalTable;
  contact: ContactTable;
  losgeraakt: LosgeraaktTable;
  wijziging: WijzigingTable;
  aanmelding: AanmeldingTable;
  thuiszittersregistratie: ThuiszittersregistratieTable;
  logboekRegel: LogboekRegelTable;
  vrijstelling: VrijstellingTable;
  av1: Av1Table;
  meldcodeTraject: MeldcodeTrajectTable;
  meldcodeRegel: MeldcodeRegelTable;
  meldcodeInzage: MeldcodeInzageTable;
  verzuimRegel: VerzuimRegelTable;
  teLaat: TeLaatTable;
  verzuimstand: VerzuimstandTable;
  openGrond: OpenGrondTable;
  beantwoordeWeek: BeantwoordeWeekTable;
  thuisperiode: ThuisperiodeTable;
  thuismelding: ThuismeldingTable;
  duo: DuoTable;
  inspectie: InspectieTable;
  lvs: LvsTable;
  uitgaand: OutboxTable;
  verwerkt: ProcessedTable;
  effectBuiten: OutsideEffectTable;
  taakHerinnering: TaakHerinneringTable;
  openTaak: OpenTaakTable;
  procesDefinitie: ProcesDefinitieTable;
  procesInstantie: ProcesInstantieTable;
  elementbezoek: ElementbezoekTable;
  geschiedenisStand: GeschiedenisStandTable;
  casusFeit: CasusFeitTable;
  bezoekSom: BezoekSomTable;
  kindSom: KindSomTable;
  inhoudSom: InhoudSomTable;
  beheerSessie: BeheerSessieTable;
  beheerAccount: BeheerAccountTable;
  beslissingKopie: BeslissingKopieTable;
}
