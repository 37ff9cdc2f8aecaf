import type { CasusTabel, ContactTabel, AanmeldingTabel, CasustellerTabel } from './schema/casus.ts';
import type { LeerlingTabel, OuderTabel, SchoolTabel } from './schema/leerling.ts';
import type { LogboekRegelTabel } from './schema/logboek.ts';
import type { DuoTabel, InspectieTabel, LvsTabel } from './schema/meldingen.ts';
import type { ThuiszittersregistratieTabel } from './schema/thuiszittersregistratie.ts';
import type { UitgaandTabel, VerwerktTabel } from './schema/outbox.ts';
import type { VerzuimRegelTabel, TeLaatTabel, VerzuimstandTabel } from './schema/verzuim.ts';

export { alsJson } from './schema/columns.ts';
export type { Datum, Json, Moment, MomentOfNull } from './schema/columns.ts';
export type { Route, CasusStatus } from './schema/casus.ts';
export type { Schooltype } from './schema/leerling.ts';
export type { UitgaandStatus } from './schema/outbox.ts';
export type { VerzuimSoort } from './schema/verzuim.ts';

/**
 * De tabellen van het register zoals TypeScript ze ziet (camelCase; in SQL snake_case).
 * Bron: design §4 en spec deel 3 §2. `Datum` is altijd een tekst JJJJ-MM-DD zonder tijdzone, `Moment` een `Date`.
 * Beide databanken (PGlite en PostgreSQL) geven precies deze typen terug; `register.ts` stelt dat in.
 */
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
