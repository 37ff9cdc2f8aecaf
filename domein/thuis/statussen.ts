import { werkCasusBij } from '../../registratie/casus-bijwerken.ts';
import { vergrendelCasus } from '../../registratie/casus-vergrendelen.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import { leesStatussen, leesVerzuimstatus, type Statusrij } from '../../registratie/statussen-lezen.ts';
import { leesVorigeStand } from '../../registratie/verzuimstand-lezen.ts';
import { onthoudend } from '../beslissen.ts';
import { isLeerplichtig } from '../casus/beslissingen.ts';
import type { Dependencies } from '../dependencies.ts';
import { vandaag } from '../kalender/datum.ts';
import type { Kalenders } from '../kalender/schoolkalender.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { perKind } from './per-kind.ts';
import { leesThuisoordeel } from './oordeel.ts';
import { bepaalStatus } from './status.ts';

export interface Statusdeps extends Dependencies {
  readonly kalenders: Kalenders;
  /** De stap zoals het logboek haar noemt. */
  readonly stap: string;
}

/**
 * Zet de status van elke lopende casus gelijk met de klok van het kind: op dag 29, als een vrijstelling begint of eindigt, en als
 * een kind leerplichtig wordt, ook als niemand die dag verzuim opgeeft (errata §3; routeboek r. 315–319). Elk kind is een eigen
 * transactie; nog eens doen verandert niets.
 */
export async function werkStatussenBij(deps: Statusdeps): Promise<void> {
  const beslissen = onthoudend(deps.engine);
  await perKind(await leesStatussen(deps.register.db), (rij) => werkBij({ ...deps, engine: beslissen }, rij));
}

async function werkBij({ register, engine, klok, kalenders, stap }: Statusdeps, { casusId, brin, geboortedatum, ingeschreven: staatIngeschreven, verzuimstatus: vorige }: Statusrij): Promise<void> {
  const dag = vandaag(klok);
  const leerplichtig = await isLeerplichtig(engine, leeftijdOp(geboortedatum, dag));
  const { oordeel } = await leesThuisoordeel(register.db, engine, { casusId, dag, kalender: kalenders(brin), leerplichtig, staatIngeschreven });
  const status = await bepaalStatus(engine, oordeel, { vorige, verzuim: await leesVorigeStand(register.db, casusId) });
  if (status === vorige) return;
  await register.transaction(async (tx) => {
    await vergrendelCasus(tx, casusId);
    // Een opgave die er net tussen kwam, heeft de status al van vandaag.
    if ((await leesVerzuimstatus(tx, casusId)) !== vorige) return;
    await werkCasusBij(tx, casusId, { verzuimstatus: status, registratieStatus: status });
    await voegLogboekToe(tx, {
      casusId, tijdstip: klok.nu(), stap, actie: 'Status bijgewerkt', actor: 'systeem', rol: 'systeem', sleutel: `status:${casusId}:${dag}:${status}`,
      uitkomst: `Was: ${vorige}; is nu: ${status}.`,
    });
  });
}
