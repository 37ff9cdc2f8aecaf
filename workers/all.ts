import type { TaskReads } from '../engine/reads/reads.ts';
import { makeAanroepControleren } from './aanroep-controleren.ts';
import { makeAfrondingControleren } from './afronding-controleren.ts';
import { makeAv1Vastleggen } from './av1-vastleggen.ts';
import { makeBerichtPubliceren } from './bericht-publiceren.ts';
import { makeBetrokkenenBepalen } from './betrokkenen-bepalen.ts';
import { makeCasusAfsluiten } from './casus-afsluiten.ts';
import { makeCasusBijwerken } from './casus-bijwerken.ts';
import { makeCasusHeropenen } from './casus-heropenen.ts';
import { makeCasusLezen } from './casus-lezen.ts';
import { makeCasusOpenen } from './casus-openen.ts';
import { makeCasusRegistreren } from './casus-registreren.ts';
import { makeDoorzettingsmachtVastleggen } from './doorzettingsmacht-vastleggen.ts';
import { makeDuoMeldingIndienen } from './duo-melding-indienen.ts';
import { makeDuoRegistratieIndienen } from './duo-registratie-indienen.ts';
import { makeDuoTerugkoppelingVerwerken } from './duo-terugkoppeling-verwerken.ts';
import { makeInschrijvingBijwerken } from './inschrijving-bijwerken.ts';
import { makeInspectieAanvraagIndienen } from './inspectie-aanvraag-indienen.ts';
import { makeInspectieBesluitVerwerken } from './inspectie-besluit-verwerken.ts';
import { makeInspectieMeldingIndienen } from './inspectie-melding-indienen.ts';
import { makeInvoerControleren } from './invoer-controleren.ts';
import { makeKlokNalopen } from './klok-nalopen.ts';
import { makeLogboekSchrijven } from './logboek-schrijven.ts';
import { makeLvsRegistreren } from './lvs-registreren.ts';
import { makeMaandmailVersturen } from './maandmail-versturen.ts';
import { makeMeldcodeLezen } from './meldcode-lezen.ts';
import { makeMeldcodeVastleggen } from './meldcode-vastleggen.ts';
import { makeMeldingVersturen } from './melding-versturen.ts';
import { makeProcesStarten } from './proces-starten.ts';
import { makeRouteWisselen } from './route-wisselen.ts';
import { makeSchoolWijzigen } from './school-wijzigen.ts';
import { makeSignaalGevangen } from './signaal-gevangen.ts';
import { makeTakenHerinneren } from './taken-herinneren.ts';
import { makeTermijnBerekenen } from './termijn-berekenen.ts';
import { makeVerzuimVerwerken } from './verzuim-verwerken.ts';
import { makeVerzuimstandControleren } from './verzuimstand-controleren.ts';
import { makeVrijstellingVastleggen } from './vrijstelling-vastleggen.ts';
import { makeWijzigingDoorvoeren } from './wijziging-doorvoeren.ts';
import { makeWijzigingVastleggen } from './wijziging-vastleggen.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

type Dependencies = WorkerDependencies & { takenLezen: TaskReads };

/** Eén per job type. Een nieuwe werker komt hier bij; een test vergelijkt deze lijst met de bestanden in deze map. */
const FACTORIES: readonly ((deps: Dependencies) => Worker)[] = [
  makeAanroepControleren,
  makeAfrondingControleren,
  makeAv1Vastleggen,
  makeBerichtPubliceren,
  makeBetrokkenenBepalen,
  makeCasusAfsluiten,
  makeCasusBijwerken,
  makeCasusHeropenen,
  makeCasusLezen,
  makeCasusOpenen,
  makeCasusRegistreren,
  makeDoorzettingsmachtVastleggen,
  makeDuoMeldingIndienen,
  makeDuoRegistratieIndienen,
  makeDuoTerugkoppelingVerwerken,
  makeInschrijvingBijwerken,
  makeInspectieAanvraagIndienen,
  makeInspectieBesluitVerwerken,
  makeInspectieMeldingIndienen,
  makeInvoerControleren,
  makeKlokNalopen,
  makeLogboekSchrijven,
  makeLvsRegistreren,
  makeMaandmailVersturen,
  makeMeldcodeLezen,
  makeMeldcodeVastleggen,
  makeMeldingVersturen,
  makeProcesStarten,
  makeRouteWisselen,
  makeSchoolWijzigen,
  makeSignaalGevangen,
  makeTakenHerinneren,
  makeTermijnBerekenen,
  makeVerzuimVerwerken,
  makeVerzuimstandControleren,
  makeVrijstellingVastleggen,
  makeWijzigingDoorvoeren,
  makeWijzigingVastleggen,
];

/** Alle werkers van de routes. */
export const allWorkers = (deps: Dependencies): Worker[] => FACTORIES.map((make) => make(deps));
