import { leesCasusplek, type Casusplek } from '../../registratie/casusplek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import { bewaarSignaal, telSignalen, zoekSignaal, type Signaal } from '../../registratie/signaal.ts';
import { BusinessError, ContractError, PermanentError } from '../errors.ts';
import type { Dependencies } from '../dependencies.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { VERMOEDEN } from '../meldcode/eigen-log.ts';
import type { MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import { verwerkNaSluiten } from '../verzuim/na-sluiten.ts';
import { biedAan, maakBekend, type Publiceren } from './aanbieden.ts';
import { keurSignaal, kiesBericht, splitsVerzuim, type Gebeurtenis } from './kiezen.ts';
import { signaalsleutel } from './signaalsleutel.ts';
import { berichtNaam, berichtTekst, IEMAND_WACHT_MISSCHIEN, VOOR_ELK_DIE_BEGON, type Bericht } from './soorten.ts';
import { wachtNog } from './vasthouden.ts';

type Deps = Dependencies & { readonly engine: Publiceren };

/**
 * Geeft een gebeurtenis aan de casus waar ze bij hoort (spec §1.4.3, §1.7). Wat de casus nu of later kan opvangen, wordt bewaard
 * tot zij dat doet; `signaal-gevangen` vinkt het dan af. Kan zij er niets mee, dan hoort de melder waar de casus staat; een stap
 * van de route zelf gaat verder en het logboek zegt het.
 * @param berichtVanStap het bericht dat een stap noemt; zonder komt de gebeurtenis van het formulier casus-signaal
 * @returns de regel voor het logboek; over de meldcode komt er geen
 * @throws BusinessError CASUS_ONBEKEND of ONVOLDOENDE_GEGEVENS, beide met `validatieFouten`
 */
export async function geefDoor(deps: Deps, mail: MeldingOpties, gegeven: Gebeurtenis, berichtVanStap: string | undefined, job: Aanleiding): Promise<Schrijven<{ casusId: string }>> {
  const { register } = deps;
  const isSignaal = berichtVanStap === undefined;
  const soort = berichtVanStap ?? gegeven.signaalType;
  if (!soort) throw new ContractError('Deze stap heeft geen kop "bericht" en geen signaaltype.');
  const naam = berichtNaam(soort);
  const casus = await leesCasusplek(register.db, gegeven);
  if (!casus) throw onbekend(isSignaal);
  const { casusId } = casus;
  const regel = (actie: string, uitkomst: string): Schrijven<{ casusId: string }> => async (tx) => {
    if (naam !== VERMOEDEN) await schrijfSysteemregel(tx, job, { casusId, op: deps.klok.nu(), actie, uitkomst, velden: { bericht: naam } });
    return { casusId };
  };

  if (naam === 'verzuimstand' && casus.status === 'afgesloten') {
    if (isSignaal) await keurSignaal(deps, casusId, gegeven);
    // Na een melding opnieuw wegen kan alleen zolang de casus loopt; er is dan ook niets nieuws opgegeven.
    if (isNaMelding(gegeven.inhoud.verzuimInvoer)) return regel(berichtTekst(naam), 'De casus is gesloten; er is niets opnieuw te wegen.');
    return verwerkNaSluiten(deps, mail, casusId, gegeven.inhoud, job);
  }
  if (IEMAND_WACHT_MISSCHIEN.includes(naam)) {
    for (let keer = await hoeVaak(register.db, casusId, naam); keer > 0; keer--) await maakBekend(deps, { casusId, bericht: naam, inhoud: gegeven.inhoud }, `${job.elementInstanceKey}${keer > 1 ? `:${keer}` : ''}`);
    return regel(berichtTekst(naam), 'Bekendgemaakt aan wie erop wacht.');
  }
  const sleutel = isSignaal ? signaalsleutel(casusId, gegeven) : `stap:${job.elementInstanceKey}`;
  let signaal = await zoekSignaal(register.db, sleutel);
  if (!signaal) {
    const keuze = await kiesBericht(deps, soort, gegeven, casus, isSignaal);
    if ('bezwaar' in keuze) {
      const { veld, zin } = keuze.bezwaar;
      if (isSignaal) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De casus kan dit signaal niet gebruiken.', { validatieFouten: [`${veld}: ${zin.charAt(0).toLowerCase()}${zin.slice(1)}`] });
      return regel(berichtTekst(keuze.bericht), `Niet doorgegeven. ${zin}`);
    }
    signaal = await bewaar(deps, casus, keuze, sleutel, job);
  }
  const wacht = await wachtNog(register.db, casusId, berichtNaam(signaal.bericht));
  if (signaal.stand === 'ONTVANGEN' && !wacht) await biedAan(deps, signaal);
  const alBekend = signaal.ontvangenIn !== job.elementInstanceKey;
  return regel(berichtTekst(berichtNaam(signaal.bericht)), alBekend ? 'Hetzelfde signaal was er al; het telt één keer.' : wacht ? 'Ontvangen. Dit wacht tot de lopende brugplaats, overstap of doorzettingsmacht voorbij is.' : 'Ontvangen. Het logboek zegt het zodra de casus dit oppakt.');
}

/** Aan zoveel exemplaren van een proces moet dit bericht gegeven worden. */
async function hoeVaak(db: Connection, casusId: string, naam: Bericht): Promise<number> {
  const begin = VOOR_ELK_DIE_BEGON[naam];
  return begin === undefined ? 1 : Math.max(1, await telSignalen(db, casusId, begin));
}

/** Wat er nog aan verzuim bij zit gaat voor: het telt mee voordat de route stopt. */
async function bewaar(deps: Deps, { casusId }: Casusplek, keuze: Parameters<typeof splitsVerzuim>[0], sleutel: string, job: Aanleiding): Promise<Signaal> {
  const { verzuim, inhoud } = splitsVerzuim(keuze);
  const bij = { casusId, ontvangenIn: job.elementInstanceKey, op: deps.klok.nu() };
  if (verzuim) await biedAan(deps, await bewaarSignaal(deps.register.db, { ...bij, bericht: 'verzuimstand', sleutel: `${sleutel}:verzuim`, inhoud: verzuim }));
  return bewaarSignaal(deps.register.db, { ...bij, bericht: keuze.bericht, sleutel, inhoud });
}

const isNaMelding = (invoer: unknown): boolean => typeof invoer === 'object' && invoer !== null && 'naMelding' in invoer && invoer.naMelding === true;

function onbekend(isSignaal: boolean): Error {
  if (!isSignaal) return new PermanentError('De stap noemt een casus die niet in het register staat. Kijk welke casusId het model meegeeft.');
  return new BusinessError('CASUS_ONBEKEND', 'Er is geen casus met dit nummer.', { validatieFouten: ['Casusnummer: er is geen casus met dit nummer. Controleer het nummer.'] });
}
