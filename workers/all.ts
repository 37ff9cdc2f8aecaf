import type { TaskReads } from '../engine/reads/reads.ts';
import { makeAfrondingControleren } from './afronding-controleren.ts';
import { makeBerichtPubliceren } from './bericht-publiceren.ts';
import { makeBetrokkenenBepalen } from './betrokkenen-bepalen.ts';
import { makeCasusAfsluiten } from './casus-afsluiten.ts';
import { makeCasusBijwerken } from './casus-bijwerken.ts';
import { makeCasusOpenen } from './casus-openen.ts';
import { makeCasusRegistreren } from './casus-registreren.ts';
import { makeDoorzettingsmachtVastleggen } from './doorzettingsmacht-vastleggen.ts';
import { makeDuoMeldingIndienen } from './duo-melding-indienen.ts';
import { makeDuoRegistratieIndienen } from './duo-registratie-indienen.ts';
import { makeDuoTerugkoppelingVerwerken } from './duo-terugkoppeling-verwerken.ts';
import { makeInspectieAanvraagIndienen } from './inspectie-aanvraag-indienen.ts';
import { makeInspectieBesluitVerwerken } from './inspectie-besluit-verwerken.ts';
import { makeInspectieMeldingIndienen } from './inspectie-melding-indienen.ts';
import { makeInvoerControleren } from './invoer-controleren.ts';
import { makeLogboekSchrijven } from './logboek-schrijven.ts';
import { makeLvsRegistreren } from './lvs-registreren.ts';
import { makeMeldingVersturen } from './melding-versturen.ts';
import { makeProcesStarten } from './proces-starten.ts';
import { makeTakenHerinneren } from './taken-herinneren.ts';
import { makeTermijnBerekenen } from './termijn-berekenen.ts';
import { makeVerzuimVerwerken } from './verzuim-verwerken.ts';
import { makeVerzuimstandControleren } from './verzuimstand-controleren.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Alle werkers van de routes, één per job type. Een nieuwe werker komt hier bij; een test vergelijkt deze lijst met de
 * bestanden in deze map, zodat geen job type ongemerkt zonder werker blijft.
 */
export function allWorkers(deps: WorkerDependencies & { takenLezen: TaskReads }): Worker[] {
  const workers: Worker<never, never>[] = [
    makeAfrondingControleren(deps) as Worker<never, never>,
    makeBerichtPubliceren(deps) as Worker<never, never>,
    makeBetrokkenenBepalen(deps) as Worker<never, never>,
    makeCasusAfsluiten(deps) as Worker<never, never>,
    makeCasusBijwerken(deps) as Worker<never, never>,
    makeCasusOpenen(deps) as Worker<never, never>,
    makeCasusRegistreren(deps) as Worker<never, never>,
    makeDoorzettingsmachtVastleggen(deps) as Worker<never, never>,
    makeDuoMeldingIndienen(deps) as Worker<never, never>,
    makeDuoRegistratieIndienen(deps) as Worker<never, never>,
    makeDuoTerugkoppelingVerwerken(deps) as Worker<never, never>,
    makeInspectieAanvraagIndienen(deps) as Worker<never, never>,
    makeInspectieBesluitVerwerken(deps) as Worker<never, never>,
    makeInspectieMeldingIndienen(deps) as Worker<never, never>,
    makeInvoerControleren(deps) as Worker<never, never>,
    makeLogboekSchrijven(deps) as Worker<never, never>,
    makeLvsRegistreren(deps) as Worker<never, never>,
    makeMeldingVersturen(deps) as Worker<never, never>,
    makeProcesStarten(deps) as Worker<never, never>,
    makeTakenHerinneren(deps) as Worker<never, never>,
    makeTermijnBerekenen(deps) as Worker<never, never>,
    makeVerzuimVerwerken(deps) as Worker<never, never>,
    makeVerzuimstandControleren(deps) as Worker<never, never>,
  ];
  return workers as Worker[];
}
