import { leesAanmelding } from '../../registratie/aanmelding-lezen.ts';
import { openCasus, type NieuweCasus } from '../../registratie/casus-openen.ts';
import { isDuplicate } from '../../registratie/errors.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { Register } from '../../registratie/register.ts';
import { keurStartVerzuimroute, type StartVerzuimroute } from '../aanmelding/start-verzuimroute.ts';
import { bezwarenTegenAanmelding, groepVoorVerbeteren } from '../aanmelding/tegen-register.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError, TransientError } from '../errors.ts';
import type { Gebruikers } from '../gebruikers.ts';
import { vandaag as vandaagVan } from '../kalender/datum.ts';
import type { MeldingOpties } from '../meldingen/klaarzetten.ts';
import type { Schrijven } from '../schrijven.ts';
import { stapVanElement, type Plaats } from '../stappen/stap-van-element.ts';
import { alsStand, berichtVoorAanmelder, bewaarAndereSchool, meldAlBekend } from './al-bekend.ts';
import { bepaalAfsluiter } from './afsluiter.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { isLeerplichtig, kiesRoute } from './beslissingen.ts';
import { bepaalGroepen } from './groepen.ts';
import { heropenVanaf } from './heropenen.ts';
import { alsNieuweCasus, zonderNamen } from './uit-aanmelding.ts';
import { legeVariabelen } from './variabelen.ts';

/**
 * Maakt van een aanmelding een casus (KT-00). Keurt het startformulier, kiest de route, en brengt alle
 * persoonsgegevens in één transactie naar het register; de variabelen in de engine worden meteen geleegd (design §4), ook
 * als het kind al een casus heeft. Dan gaat alleen het verzuim als stand naar die casus, en hoort de aanmelder het.
 * Fouten in het formulier gaan allemaal tegelijk terug naar wie aanmeldde; alleen dan blijven de gegevens staan, tot zij
 * verbeterd of ingetrokken zijn. Wat ingetrokken wordt maakt het model zelf leeg.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS of AANMELDING_VERVALT
 */
export async function openUitAanmelding(
  deps: Dependencies & { gebruikers: Gebruikers },
  mail: MeldingOpties,
  variabelen: Record<string, unknown>,
  job: Plaats & { readonly processInstanceKey: string },
): Promise<Schrijven<Record<string, unknown>>> {
  if (variabelen['aanmeldingVervalt'] === true) throw new BusinessError('AANMELDING_VERVALT', 'De aanmelding is ingetrokken.');
  const { register, engine, klok, gebruikers } = deps;
  const nu = klok.nu();
  const vandaag = vandaagVan(klok);
  const input = await keur(register, gebruikers, variabelen, vandaag);
  const school = { heeftKernteam: input.schoolHeeftKernteam, schooltype: input.schoolSchooltype };
  const route = await kiesRoute(engine, school);
  const leeftijd = leeftijdOp(input.leerlingGeboortedatum, vandaag);
  const leerplichtig = await isLeerplichtig(engine, leeftijd);
  const groepen = await bepaalGroepen(engine, { brin: input.schoolBrin, gebied: input.schoolGebied, gemeente: input.leerlingWoongemeente });
  const stap = await stapVanElement(job, route);
  const casus = alsNieuweCasus(input, { route, nu, vandaag, groepen, job });
  const grens = await heropenVanaf(engine, vandaag);
  const aanmelder = await berichtVoorAanmelder(deps, mail, casus, input.ibErEmail);

  return async (tx) => {
    const geopend = await openCasus(tx, casus, grens).catch(alsTegelijk);
    const { casusId, casusnummer, uitkomst, wasLosgeraakt } = geopend;
    const aanmelduitkomst = UITKOMSTEN[uitkomst];
    if (uitkomst === 'loopt-al' || uitkomst === 'al-bekend') {
      await meldAlBekend(tx, geopend, casus, { stap, berichten: aanmelder });
      return { ...legeVariabelen(), casusId, casusnummer, aanmelduitkomst, verzuimInvoer: uitkomst === 'loopt-al' ? alsStand(casus) : null };
    }
    if (uitkomst === 'andere-school') {
      await bewaarAndereSchool(tx, geopend, casus, stap);
      return { ...legeVariabelen(), casusId, casusnummer, aanmelduitkomst, verzuimInvoer: alsStand(casus) };
    }
    await voegLogboekToe(tx, {
      casusId, tijdstip: nu, stap, actie: wasLosgeraakt ? 'Casus weer opgepakt' : uitkomst === 'heropend' ? 'Casus heropend' : 'Casus geopend', actor: 'systeem', rol: 'systeem',
      uitkomst: uitkomst === 'heropend' ? heropendTekst(casusnummer, casus, wasLosgeraakt) : `Casus ${casusnummer} is geopend.`, sleutel: `casus-openen:${casus.procesInstantieKey}`,
    });
    return {
      ...legeVariabelen(), casusId, casusnummer, aanmelduitkomst, verzuimInvoer: alsStand(casus), afsluiter: bepaalAfsluiter(route, groepen),
      leerlingStatus: { leeftijd, leerplichtig, ontheffing: false, registratieStatus: null }, groepen, ...zonderNamen(input),
    };
  };
}

/** Zoals de modellen het noemen: ook een casus die meegaat naar een andere school loopt al. */
const UITKOMSTEN = { geopend: 'GEOPEND', heropend: 'HEROPEND', 'loopt-al': 'LOOPT_AL', 'al-bekend': 'AL_BEKEND', 'andere-school': 'LOOPT_AL' } as const;

const heropendTekst = (casusnummer: string, { route, signaal }: NieuweCasus, wasLosgeraakt = false): string =>
  `Casus ${casusnummer} ${wasLosgeraakt ? 'liep nog, maar haar proces was in de engine beëindigd. Zij begint opnieuw' : 'is heropend na een nieuwe aanmelding,'} in de route ${route}. Het begin van de casus en de vier weken tellen door.\nKlachten: ${signaal.klachten}\nPatroon: ${signaal.patroonVerzuim}`;

async function keur(register: Register, gebruikers: Gebruikers, variabelen: Record<string, unknown>, vandaag: string): Promise<StartVerzuimroute> {
  const { aanmeldingId, aanmeldingVervalt: _vervalt, ...velden } = variabelen;
  const bron = typeof aanmeldingId === 'string' && aanmeldingId !== '' ? await leesAanmelding(register.db, aanmeldingId) : velden;
  const keuring = keurStartVerzuimroute(bron ?? {}, vandaag);
  const fouten = !bron ? ['Deze aanmelding staat niet in het register.'] : keuring.goed ? await bezwarenTegenAanmelding(register.db, gebruikers, keuring.waarde) : keuring.fouten;
  if (keuring.goed && fouten.length === 0) return keuring.waarde;
  const verbeterGroep = await groepVoorVerbeteren(register.db, bron ?? {});
  throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De aanmelding is niet volledig of klopt niet.', { validatieFouten: fouten, verbeterGroep });
}

/** De databank hield de tweede van twee aanmeldingen tegelijk tegen: straks ziet hij de eerste. */
function alsTegelijk(error: unknown): never {
  throw isDuplicate(error) ? new TransientError('Van dit kind kwam tegelijk een andere aanmelding binnen.') : error;
}
