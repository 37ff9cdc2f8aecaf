import { z } from 'zod';
import { looptDoorzettingsmacht } from '../../registratie/doorzettingsmacht.ts';
import type { Register } from '../../registratie/register.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { vandaag } from '../kalender/datum.ts';
import { uitRegister } from '../regels/context.ts';
import { controleer } from '../regels/controleer.ts';
import { geplandeBestemmingen, verbeterGroepVanSignaal, zelfdeSchool, zoekLopendeCasus } from './casus.ts';
import { berichtNaam, type Bericht } from './soorten.ts';

const tekst = z.string().nullish();
const inhoud = z.record(z.string(), z.unknown());
const bestemming = z.looseObject({ bestemmingSchool: tekst, bestemming: tekst }).nullish();

/** Wat een stap over een gebeurtenis meegeeft. */
export const gebeurtenisVelden = {
  casusId: z.guid().nullish(),
  casusnummer: tekst,
  signaalType: tekst,
  inhoud: inhoud.nullish().transform((v) => v ?? {}),
  berichtSleutel: tekst,
  overstap: bestemming,
  perspectief: bestemming,
};
export type Gebeurtenis = z.output<z.ZodObject<typeof gebeurtenisVelden>>;

/** Welk bericht waarheen gaat. */
export interface Plan {
  casusId: string;
  bericht: Bericht;
  /** Alleen bij een bevestigde inschrijving. */
  ingeschrevenOp?: unknown;
}

/**
 * Bij welke casus het bericht hoort, en welk bericht het wordt.
 * @param isSignaal het komt van het formulier casus-signaal, en dat wordt dan nagekeken
 * @throws BusinessError CASUS_ONBEKEND of ONVOLDOENDE_GEGEVENS, beide met `validatieFouten`; bij een signaal ook welke groep het verbetert
 */
export async function kiesBericht(deps: Pick<Dependencies, 'register' | 'klok'>, soort: string, gegeven: Gebeurtenis, isSignaal: boolean): Promise<Plan> {
  try {
    return await kies(deps, soort, gegeven, isSignaal);
  } catch (error) {
    if (!isSignaal || !(error instanceof BusinessError)) throw error;
    throw new BusinessError(error.code, error.message, { ...error.variables, verbeterGroep: await verbeterGroepVanSignaal(deps.register.db, gegeven.casusnummer) });
  }
}

async function kies({ register, klok }: Pick<Dependencies, 'register' | 'klok'>, soort: string, gegeven: Gebeurtenis, isSignaal: boolean): Promise<Plan> {
  const casusId = await zoekLopendeCasus(register.db, gegeven);
  if (isSignaal) keurSignaal({ ...(await uitRegister(register.db, casusId)), ...gegeven.inhoud, signaalType: gegeven.signaalType }, vandaag(klok));
  const bericht = berichtNaam(soort);
  if (bericht === 'impasse') await weigerTweedeImpasse(register, casusId);
  if (bericht === 'leerling-uitgeschreven' && (await gaatVolgensPlan(register, gegeven, casusId))) {
    return { casusId, bericht: 'inschrijving-bevestigd', ingeschrevenOp: gegeven.inhoud.signaalDatum ?? vandaag(klok) };
  }
  return { casusId, bericht };
}

/** R-DZM-1: per casus loopt hoogstens één doorzettingsmacht. */
async function weigerTweedeImpasse(register: Register, casusId: string): Promise<void> {
  if (!(await looptDoorzettingsmacht(register.db, casusId))) return;
  throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'Voor deze casus loopt al een doorzettingsmacht.', {
    validatieFouten: ['Wat wilt u doorgeven: voor deze casus loopt al een doorzettingsmacht. Neem contact op met de sectordirecteur van het SWV.'],
  });
}

/** R-MSG-1: uitgeschreven naar de school van het plan is geen vertrek maar de bevestiging van de inschrijving. */
async function gaatVolgensPlan(register: Register, { inhoud: bij, overstap, perspectief }: Gebeurtenis, casusId: string): Promise<boolean> {
  const nieuw = bij.nieuweSchool;
  if (typeof nieuw !== 'string') return false;
  const gepland = [overstap?.bestemmingSchool, perspectief?.bestemming, ...(await geplandeBestemmingen(register.db, casusId))];
  return gepland.some((school) => typeof school === 'string' && zelfdeSchool(school, nieuw));
}

function keurSignaal(signaal: Record<string, unknown>, dag: string): void {
  const validatieFouten = controleer('casus-signaal', signaal, { vandaag: dag });
  if (validatieFouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'Het signaal is niet compleet.', { validatieFouten });
}
