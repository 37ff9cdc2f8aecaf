import type { CasusFeiten } from '../../registratie/casus-lezen.ts';
import { voegLogboekToe, type NieuweLogboekRegel } from '../../registratie/logboek-toevoegen.ts';
import type { NieuwBericht } from '../../registratie/outbox-toevoegen.ts';
import { sluitOpenTaak } from '../../registratie/open-taak.ts';
import type { Connection } from '../../registratie/register.ts';
import { telUren } from '../../registratie/uren-optellen.ts';
import { haalCasus } from '../casus/bestaat.ts';
import { SWV_ROLLEN } from '../casus/rollen.ts';
import type { Dependencies } from '../dependencies.ts';
import { NIET_IN_LOGBOEK, VERMOEDEN } from '../meldcode/eigen-log.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import type { Modelstappen } from '../stappen/modelstappen.ts';
import { stapVanTaak } from '../stappen/stap-van-element.ts';
import type { Formulierlezer } from './formulier.ts';
import { maakInhoud, type Taakgegevens } from './inhoud.ts';
import { UREN } from './regels.ts';
import type { Aanleiding } from './systeemregel.ts';

type Taak = Aanleiding & { readonly bpmnProcessId: string };

export interface Logboekdeps extends Dependencies {
  readonly lees: Formulierlezer;
  readonly stappen: Modelstappen;
  readonly options: MeldingOpties;
}

/**
 * Schrijft één logboekregel per afgeronde taak (R-LOG-1), met de woorden van het formulier. Als luisteraar op het einde
 * van een taak ziet hij de velden van het formulier die niet verder het proces in gaan: vrije tekst staat daarom alleen
 * hier. Wie de taak deed weet een luisteraar op 8.6 niet; de regel noemt de rol. Komen de uren van het SWV boven de
 * raming, dan gaat N-31 één keer mee in dezelfde transactie (R-LOG-3).
 * Over de meldcode komt er niets in: een signaal daarover geeft geen regel, ook geen lege.
 * @throws ContractError als de stap niets meegeeft om op te schrijven
 */
export async function schrijfTaakregel(deps: Logboekdeps, casusId: string, gegevens: Taakgegevens, job: Taak): Promise<Schrijven<void>> {
  if (gegevens.signaalType === VERMOEDEN) return async () => {};
  const casus = await haalCasus(deps.register.db, casusId);
  const regel = await makeRegel(deps, casus, gegevens, job);
  const meldingen = await bereidMeldingVoor(deps, casus, regel);
  return async (tx) => {
    await voegLogboekToe(tx, regel);
    await sluitOpenTaak(tx, job.elementInstanceKey);
    // De regel hierboven vergrendelt de casus, dus deze telling ziet ook uren die tegelijk zijn geschreven.
    if (meldingen.length > 0 && (await isBovenRaming(tx, casusId))) await zetKlaar(tx, meldingen);
  };
}

async function makeRegel({ klok, lees, stappen }: Logboekdeps, { casusId, route }: CasusFeiten, variabelen: Taakgegevens, job: Taak): Promise<NieuweLogboekRegel> {
  const vast = { casusId, tijdstip: klok.nu(), stap: await stapVanTaak(job, route, variabelen.stapVanAanroep, stappen), sleutel: `logboek-schrijven:${job.elementInstanceKey}` };
  const inhoud = await maakInhoud({ lees, stappen }, variabelen, job, NIET_IN_LOGBOEK);
  const uren = inhoud.velden?.[UREN];
  return { ...vast, ...inhoud, actor: inhoud.rol, urenBesteed: typeof uren === 'number' ? uren : null };
}

/** N-31 voor het geval deze uren de raming overschrijden; vooraf gemaakt, want in de transactie wordt de engine niet gevraagd. */
async function bereidMeldingVoor({ register, engine, klok, options }: Logboekdeps, casus: CasusFeiten, regel: NieuweLogboekRegel): Promise<NieuwBericht[]> {
  const erbij = regel.urenBesteed ?? 0;
  if (erbij <= 0) return [];
  const { uren, ramingMax } = await telUren(register.db, casus.casusId, SWV_ROLLEN);
  if (ramingMax === null) return [];
  return makeBerichten(register, engine, options, casus, { melding: 'N-31', gebeurtenis: 'raming', gegevens: { uren: uren + erbij, ramingMax }, op: klok.nu() });
}

async function isBovenRaming(tx: Connection, casusId: string): Promise<boolean> {
  const { uren, ramingMax } = await telUren(tx, casusId, SWV_ROLLEN);
  return ramingMax !== null && uren > ramingMax;
}
