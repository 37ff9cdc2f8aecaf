import type { TakenLezen } from '../engine/reads/reads.ts';
import { maakAfrondingControleren } from './afronding-controleren.ts';
import { maakBerichtPubliceren } from './bericht-publiceren.ts';
import { maakBetrokkenenBepalen } from './betrokkenen-bepalen.ts';
import { maakCasusAfsluiten } from './casus-afsluiten.ts';
import { maakCasusBijwerken } from './casus-bijwerken.ts';
import { maakCasusOpenen } from './casus-openen.ts';
import { maakCasusRegistreren } from './casus-registreren.ts';
import { maakDoorzettingsmachtVastleggen } from './doorzettingsmacht-vastleggen.ts';
import { maakDuoMeldingIndienen } from './duo-melding-indienen.ts';
import { maakDuoRegistratieIndienen } from './duo-registratie-indienen.ts';
import { maakDuoTerugkoppelingVerwerken } from './duo-terugkoppeling-verwerken.ts';
import { maakInspectieAanvraagIndienen } from './inspectie-aanvraag-indienen.ts';
import { maakInspectieBesluitVerwerken } from './inspectie-besluit-verwerken.ts';
import { maakInspectieMeldingIndienen } from './inspectie-melding-indienen.ts';
import { maakInvoerControleren } from './invoer-controleren.ts';
import { maakLogboekSchrijven } from './logboek-schrijven.ts';
import { maakLvsRegistreren } from './lvs-registreren.ts';
import { maakMeldingVersturen } from './melding-versturen.ts';
import { maakProcesStarten } from './proces-starten.ts';
import { maakTakenHerinneren } from './taken-herinneren.ts';
import { maakTermijnBerekenen } from './termijn-berekenen.ts';
import { maakVerzuimVerwerken } from './verzuim-verwerken.ts';
import { maakVerzuimstandControleren } from './verzuimstand-controleren.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';

/**
 * Alle werkers van de routes, één per job type. Een nieuwe werker komt hier bij; een test vergelijkt deze lijst met de
 * bestanden in deze map, zodat geen job type ongemerkt zonder werker blijft.
 */
export function alleWerkers(deps: WerkerAfhankelijkheden & { takenLezen: TakenLezen }): Werker[] {
  const werkers: Werker<never, never>[] = [
    maakAfrondingControleren(deps) as Werker<never, never>,
    maakBerichtPubliceren(deps) as Werker<never, never>,
    maakBetrokkenenBepalen(deps) as Werker<never, never>,
    maakCasusAfsluiten(deps) as Werker<never, never>,
    maakCasusBijwerken(deps) as Werker<never, never>,
    maakCasusOpenen(deps) as Werker<never, never>,
    maakCasusRegistreren(deps) as Werker<never, never>,
    maakDoorzettingsmachtVastleggen(deps) as Werker<never, never>,
    maakDuoMeldingIndienen(deps) as Werker<never, never>,
    maakDuoRegistratieIndienen(deps) as Werker<never, never>,
    maakDuoTerugkoppelingVerwerken(deps) as Werker<never, never>,
    maakInspectieAanvraagIndienen(deps) as Werker<never, never>,
    maakInspectieBesluitVerwerken(deps) as Werker<never, never>,
    maakInspectieMeldingIndienen(deps) as Werker<never, never>,
    maakInvoerControleren(deps) as Werker<never, never>,
    maakLogboekSchrijven(deps) as Werker<never, never>,
    maakLvsRegistreren(deps) as Werker<never, never>,
    maakMeldingVersturen(deps) as Werker<never, never>,
    maakProcesStarten(deps) as Werker<never, never>,
    maakTakenHerinneren(deps) as Werker<never, never>,
    maakTermijnBerekenen(deps) as Werker<never, never>,
    maakVerzuimVerwerken(deps) as Werker<never, never>,
    maakVerzuimstandControleren(deps) as Werker<never, never>,
  ];
  return werkers as Werker[];
}
