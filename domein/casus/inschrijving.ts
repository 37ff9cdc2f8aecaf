import { z } from 'zod';
import { werkCasusBij } from '../../registratie/casus-bijwerken.ts';
import { zetInschrijving } from '../../registratie/inschrijving.ts';
import type { Dependencies } from '../dependencies.ts';
import { ContractError } from '../errors.ts';
import type { Gebruikers } from '../gebruikers.ts';
import { datumTekst, type Datum } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Schrijven } from '../schrijven.ts';
import { ofIn } from './beslissingen.ts';
import { leesStand } from './stand.ts';

const status = ofIn('status', z.string());

/**
 * Het kind staat op geen enkele school meer, of weer wel (routeboek r. 315–316, 618–619): het register, de klok en de status gaan
 * mee. De status komt uit de beslistabel registratiestatus, met wat verder van het kind bekend is.
 * @returns wat er te schrijven is; de uitkomst zijn de procesvariabelen `leerling` en `leerlingStatus`
 */
export async function werkInschrijvingBij(
  deps: Dependencies & { gebruikers: Gebruikers }, casusId: string, { ingeschreven, sinds }: { ingeschreven: boolean; sinds: Datum }, job: Aanleiding,
): Promise<Schrijven<Record<string, unknown>>> {
  const stand = await leesStand(deps, casusId);
  const leerling = { ...(stand.leerling as Record<string, unknown>), ingeschreven };
  const verzuim = stand.verzuim as { dagenThuisWeek?: number } | null;
  const escaleert = verzuim !== null && (await deps.engine.beslis('escalatie-thuis', { verzuim })) === true;
  const antwoord = status.safeParse(await deps.engine.beslis('registratiestatus', { leerling, leerlingStatus: stand.leerlingStatus, verzuim, escaleert }));
  if (!antwoord.success) throw new ContractError('De beslistabel registratiestatus geeft geen status.');
  const op = deps.klok.nu();
  return async (tx) => {
    await zetInschrijving(tx, casusId, { ingeschreven, sinds, op });
    await werkCasusBij(tx, casusId, { verzuimstatus: antwoord.data, registratieStatus: antwoord.data });
    await schrijfSysteemregel(tx, job, {
      casusId, op, actie: ingeschreven ? 'Weer ingeschreven op een school' : 'Op geen enkele school ingeschreven', velden: { registratieStatus: antwoord.data },
      uitkomst: `Sinds ${datumTekst(sinds)}. Status: ${antwoord.data}.${ingeschreven ? ' De klok van het kind loopt door tot het echt naar school gaat.' : ' De school houdt de zorgplicht tot het kind is ingeschreven.'}`,
    });
    return { leerling, leerlingStatus: { ...(stand.leerlingStatus as Record<string, unknown>), registratieStatus: antwoord.data } };
  };
}
