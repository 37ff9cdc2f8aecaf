import { leesAanmelding } from '../../registratie/aanmelding-lezen.ts';
import { openCasus } from '../../registratie/casus-openen.ts';
import { CasusBestaat, isDuplicate } from '../../registratie/errors.ts';
import { voegLogboekToe } from '../../registratie/logboek-toevoegen.ts';
import type { Register } from '../../registratie/register.ts';
import { keurStartVerzuimroute, type StartVerzuimroute } from '../aanmelding/start-verzuimroute.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { vandaag as vandaagVan } from '../kalender/datum.ts';
import type { Schrijven } from '../schrijven.ts';
import { stapVanElement, type Plaats } from '../stappen/stap-van-element.ts';
import { bepaalAfsluiter } from './afsluiter.ts';
import { leeftijdOp } from '../verzuim/leerplicht.ts';
import { isLeerplichtig, kiesRoute } from './beslissingen.ts';
import { bepaalGroepen } from './groepen.ts';
import { alsNieuweCasus, zonderNamen } from './uit-aanmelding.ts';
import { legeVariabelen } from './variabelen.ts';

/**
 * Maakt van een aanmelding een casus (KT-00). Keurt het startformulier, kiest de route, en brengt alle
 * persoonsgegevens in één transactie naar het register; de variabelen in de engine worden meteen geleegd (design §4).
 * Fouten in het formulier gaan allemaal tegelijk terug naar wie aanmeldde; alleen dan blijven de gegevens staan, tot zij
 * verbeterd of ingetrokken zijn. Wat geen casus wordt maakt het model zelf leeg.
 * @throws BusinessError ONVOLDOENDE_GEGEVENS, AANMELDING_VERVALT of (bij het schrijven) CASUS_BESTAAT
 */
export async function openUitAanmelding(
  { register, engine, klok }: Dependencies,
  variabelen: Record<string, unknown>,
  job: Plaats & { readonly processInstanceKey: string },
): Promise<Schrijven<Record<string, unknown>>> {
  if (variabelen['aanmeldingVervalt'] === true) throw new BusinessError('AANMELDING_VERVALT', 'De aanmelding is ingetrokken.');
  const nu = klok.nu();
  const vandaag = vandaagVan(klok);
  const input = await keur(register, variabelen, vandaag);
  const school = { heeftKernteam: input.schoolHeeftKernteam, schooltype: input.schoolSchooltype };
  const route = await kiesRoute(engine, school);
  const leeftijd = leeftijdOp(input.leerlingGeboortedatum, vandaag);
  const leerplichtig = await isLeerplichtig(engine, leeftijd);
  const groepen = await bepaalGroepen(engine, { brin: input.schoolBrin, gebied: input.schoolGebied, gemeente: input.leerlingWoongemeente });
  const stap = await stapVanElement(job, route);
  const casus = alsNieuweCasus(input, { route, nu, vandaag, job });

  return async (tx) => {
    const { casusId, casusnummer } = await openCasus(tx, casus).catch(alsBestaat);
    await voegLogboekToe(tx, {
      casusId, tijdstip: nu, stap, actie: 'Casus geopend', actor: 'systeem', rol: 'systeem',
      uitkomst: `Casus ${casusnummer} is geopend.`, sleutel: `casus-openen:${casusId}`,
    });
    return { ...legeVariabelen(), casusId, casusnummer, afsluiter: bepaalAfsluiter(route, groepen), leerlingStatus: { leeftijd, leerplichtig, ontheffing: false, registratieStatus: null }, groepen, ...zonderNamen(input) };
  };
}

async function keur(register: Register, variabelen: Record<string, unknown>, vandaag: string): Promise<StartVerzuimroute> {
  const { aanmeldingId, aanmeldingVervalt: _vervalt, ...velden } = variabelen;
  const bron = typeof aanmeldingId === 'string' && aanmeldingId !== '' ? await leesAanmelding(register.db, aanmeldingId) : velden;
  const keuring = keurStartVerzuimroute(bron ?? {}, vandaag);
  if (keuring.goed) return keuring.waarde;
  const fouten = bron ? keuring.fouten : ['Deze aanmelding staat niet in het register.'];
  throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'De aanmelding is niet volledig of klopt niet.', { validatieFouten: fouten });
}

/** Er loopt al een casus, of de databank hield de tweede van twee aanmeldingen tegelijk tegen. */
function alsBestaat(error: unknown): never {
  const zin = error instanceof CasusBestaat ? error.message : isDuplicate(error) ? 'Er loopt al een dossier voor deze leerling.' : undefined;
  if (zin === undefined) throw error;
  throw new BusinessError('CASUS_BESTAAT', zin, { validatieFouten: [zin] });
}
