import { randomUUID } from 'node:crypto';
import { leesCasusplek } from '../../registratie/casusplek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import type { NieuweSchool } from '../../registratie/schema/casus.ts';
import { slaWijzigingOp } from '../../registratie/wijzigingen.ts';
import { verbeterGroepVanSignaal } from '../berichten/casus.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { gebruikerBezwaar, type Gebruikers } from '../gebruikers.ts';
import { datumTekst, moment } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Schrijven } from '../schrijven.ts';
import { keurWijziging, type Opgave } from './keuren.ts';
import { keurSchool } from './school.ts';
import { WISSELROLLEN } from './rollen.ts';

/**
 * Bewaart een ander contactpersoon, een andere groep of een andere school tot de dag waarop dat ingaat. Naam en adres gaan meteen naar het
 * register; het proces houdt alleen het nummer van de wijziging en haar dag.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten` en `verbeterGroep`
 */
export async function legWijzigingVast(
  { register, klok, gebruikers }: Pick<Dependencies, 'register' | 'klok'> & { gebruikers: Gebruikers },
  ingevuld: Parameters<typeof keurWijziging>[0],
  aanleiding: Aanleiding,
): Promise<Schrijven<Record<string, unknown>>> {
  const { casusnummer } = ingevuld;
  const weiger = async (validatieFouten: unknown): Promise<never> => {
    throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De wijziging is niet compleet.', { validatieFouten, verbeterGroep: await verbeterGroepVanSignaal(register.db, casusnummer) });
  };
  const casus = await leesCasusplek(register.db, { casusnummer });
  if (casus?.status !== 'open') return weiger([casus ? `Casusnummer: casus ${casus.casusnummer} is gesloten; er verandert niets meer.` : 'Casusnummer: er is geen casus met dit nummer. Controleer het nummer.']);
  const { casusId } = casus;
  const keuring = await keur(register.db, casusId, ingevuld);
  const opgave = keuring.opgave ?? (await weiger(keuring.fouten));
  const bezwaar = opgave.soort === 'groep' ? [] : await gebruikerBezwaar(gebruikers, 'Gebruikersnaam', opgave.soort === 'contact' ? opgave.userId : ingevuld.contactUserId?.trim());
  if (bezwaar.length > 0) await weiger(bezwaar);

  return async (tx) => {
    const wijzigingId = randomUUID();
    await slaWijzigingOp(tx, { wijzigingId, casusId, rol: null, userId: null, naam: null, email: null, groep: null, school: null, ...opgave, ontvangenOp: klok.nu() });
    await schrijfSysteemregel(tx, aanleiding, {
      casusId, op: klok.nu(), actie: 'Wijziging doorgegeven', uitkomst: `${watVerandert(opgave)} vanaf ${datumTekst(opgave.vanaf)}.`, velden: { soort: opgave.soort, vanaf: opgave.vanaf },
    });
    return { casusId, wijzigingId, wijzigingOp: moment(opgave.vanaf, '00:00') };
  };
}

async function keur(db: Connection, casusId: string, ingevuld: Parameters<typeof keurWijziging>[0]): Promise<{ opgave?: Opgave | undefined; fouten: string[] }> {
  if (ingevuld.signaalType !== 'andere-school') return keurWijziging(ingevuld);
  const { nieuw, fouten } = await keurSchool(db, casusId, ingevuld);
  return nieuw ? { opgave: { soort: 'school', school: nieuw, vanaf: ingevuld.ingeschrevenOp?.slice(0, 10) ?? '' }, fouten } : { fouten };
}

/** Wat er verandert, zonder naam van een mens. */
export const watVerandert = (opgave: { soort: Opgave['soort']; rol?: string | null; groep?: number | null; school?: NieuweSchool | null }): string =>
  opgave.soort === 'contact' ? `Een ander contactpersoon (${WISSELROLLEN[opgave.rol ?? ''] ?? opgave.rol})`
    : opgave.soort === 'groep' ? `Groep ${opgave.groep}`
      : `Een andere school: ${opgave.school?.school.naam} (${opgave.school?.school.brin})`;
