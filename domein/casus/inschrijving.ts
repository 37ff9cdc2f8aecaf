import { werkCasusBij } from '../../registratie/casus-bijwerken.ts';
import { leesCasusstand } from '../../registratie/casusstand-lezen.ts';
import { zetInschrijving } from '../../registratie/inschrijving.ts';
import type { Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import type { Gebruikers } from '../gebruikers.ts';
import { datumTekst, vandaag, type Datum } from '../kalender/datum.ts';
import { schoolkalenders } from '../kalender/schoolkalender.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Schrijven } from '../schrijven.ts';
import { haalThuisnormen } from '../thuis/normen.ts';
import { beoordeelThuis, leesThuisoordeel } from '../thuis/oordeel.ts';
import { bepaalStatus } from '../thuis/status.ts';
import { leesStand } from './stand.ts';

/**
 * Het kind staat op geen enkele school meer, of weer wel (routeboek r. 315–316, 618–619): het register, de klok en de status gaan
 * mee. De status komt uit de beslistabel registratiestatus, met wat verder van het kind bekend is.
 * @returns wat er te schrijven is; de uitkomst zijn de procesvariabelen `leerling` en `leerlingStatus`
 */
export async function werkInschrijvingBij(
  deps: Dependencies & { gebruikers: Gebruikers }, casusId: string, { ingeschreven, sinds }: { ingeschreven: boolean; sinds: Datum }, job: Aanleiding,
): Promise<Schrijven<Record<string, unknown>>> {
  const rij = await leesCasusstand(deps.register.db, casusId);
  if (!rij) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
  const stand = await leesStand(deps, casusId);
  const leerlingStatus = stand.leerlingStatus as { leerplichtig: boolean };
  const leerling = { ...(stand.leerling as Record<string, unknown>), ingeschreven };
  const dag = vandaag(deps.klok);
  const kalender = schoolkalenders()(rij.brin);
  const { oordeel } = await leesThuisoordeel(deps.register.db, deps.engine, { casusId, dag, kalender, leerplichtig: leerlingStatus.leerplichtig });
  const straks = beoordeelThuis(periodeNa(oordeel.periode, { ingeschreven, sinds }), await haalThuisnormen(deps.engine, kalender), { ...oordeel, dag, staatIngeschreven: ingeschreven });
  const status = await bepaalStatus(deps.engine, straks, { vorige: rij.verzuimstatus, verzuim: rij.verzuim });
  const op = deps.klok.nu();
  return async (tx) => {
    await zetInschrijving(tx, casusId, { ingeschreven, sinds, op });
    await werkCasusBij(tx, casusId, { verzuimstatus: status, registratieStatus: status });
    await schrijfSysteemregel(tx, job, {
      casusId, op, actie: ingeschreven ? 'Weer ingeschreven op een school' : 'Op geen enkele school ingeschreven', velden: { registratieStatus: status },
      uitkomst: `Sinds ${datumTekst(sinds)}. Status: ${status}.${ingeschreven ? ' De klok van het kind loopt door tot het echt naar school gaat.' : ' De school houdt de zorgplicht tot het kind is ingeschreven.'}`,
    });
    return { leerling, leerlingStatus: { ...leerlingStatus, registratieStatus: status } };
  };
}

/** De periode zoals zij na deze inschrijving of uitschrijving is; `zetInschrijving` legt hetzelfde vast. */
function periodeNa(periode: Thuisperiode | null, { ingeschreven, sinds }: { ingeschreven: boolean; sinds: Datum }): Thuisperiode | undefined {
  if (ingeschreven) return periode ? { ...periode, nergensIngeschrevenTot: periode.nergensIngeschrevenSinds && sinds } : undefined;
  const nieuw = { periodeId: '', eersteDag: sinds, nergensIngeschrevenSinds: null, nergensIngeschrevenTot: null, eindDag: null, eindeReden: null };
  return { ...(periode ?? nieuw), nergensIngeschrevenSinds: periode?.nergensIngeschrevenSinds ?? sinds, nergensIngeschrevenTot: null };
}
