import { z } from 'zod';
import { leesSchoolVanCasus } from '../../registratie/andere-school.ts';
import { looptDoorzettingsmacht } from '../../registratie/doorzettingsmacht.ts';
import type { Casusplek } from '../../registratie/casusplek-lezen.ts';
import type { Register } from '../../registratie/register.ts';
import type { Dependencies } from '../dependencies.ts';
import { BusinessError } from '../errors.ts';
import { vandaag } from '../kalender/datum.ts';
import { uitRegister } from '../regels/context.ts';
import { controleer } from '../regels/controleer.ts';
import { geplandeBestemmingen, zelfdeSchool } from './casus.ts';
import { bezwaarTegen, type Bezwaar } from './plek.ts';
import { berichtNaam, type Bericht } from './soorten.ts';

const tekst = z.string().nullish();
const inhoud = z.record(z.string(), z.unknown());
const bestemming = z.looseObject({ bestemmingSchool: tekst, bestemming: tekst }).nullish();

/** Wat een stap over een gebeurtenis meegeeft. */
export const gebeurtenisVelden = {
  casusId: z.guid().nullish(),
  casusnummer: tekst,
  signaalType: tekst,
  toelichting: tekst,
  inhoud: inhoud.nullish().transform((v) => v ?? {}),
  overstap: bestemming,
  perspectief: bestemming,
};
export type Gebeurtenis = z.output<z.ZodObject<typeof gebeurtenisVelden>>;

/** Welk bericht het wordt, met wat er meegaat; of een zin waarom de casus er niets mee kan. */
export type Keuze = { bericht: Bericht; inhoud: Record<string, unknown> } | { bericht: Bericht; bezwaar: Bezwaar };

/**
 * Welk bericht een gebeurtenis wordt, en of de casus het nu of later kan opvangen.
 * @param isSignaal het komt van het formulier casus-signaal, en dat wordt dan nagekeken
 * @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten`, alleen bij een signaal
 */
export async function kiesBericht({ register, klok }: Pick<Dependencies, 'register' | 'klok'>, soort: string, gegeven: Gebeurtenis, casus: Casusplek, isSignaal: boolean): Promise<Keuze> {
  const { casusId } = casus;
  if (isSignaal && casus.status === 'open') await keurSignaal({ register, klok }, casusId, gegeven);
  const bericht = berichtNaam(soort);
  if (bericht === 'impasse') await weigerTweedeImpasse(register, casusId);
  if (bericht === 'leerling-uitgeschreven' && (await isEigenSchool(register, casusId, gegeven.inhoud.nieuweSchool))) {
    return { bericht, bezwaar: { veld: 'Nieuwe school', zin: 'De leerling staat in deze casus al op deze school; de casus gaat daar door. Gaat de leerling er weer volledig naar school, geef dan door dat het verzuim is gestopt.' } };
  }
  const keuze = await vertaal(register, bericht, gegeven, casus, vandaag(klok));
  if (isSignaal && keuze.bericht === 'leerling-uitgeschreven' && !SLUIT.includes(String(keuze.inhoud.volledigNaarSchool))) return { bericht, bezwaar: NOG_THUIS };
  const bezwaar = await bezwaarTegen(casus, keuze.bericht);
  return bezwaar === undefined ? keuze : { bericht: keuze.bericht, bezwaar };
}

/** De antwoorden waarop een inschrijving elders de casus sluit. Bij elk ander is het kind nog thuis, en loopt zijn klok door (errata §3). */
const SLUIT = ['ja', 'overgenomen'];
const NOG_THUIS: Bezwaar = {
  veld: 'Gaat de leerling daar weer volledig naar school',
  zin: 'Zolang de leerling thuis is, sluit de casus niet. Kies bij "Wat wilt u doorgeven": Leerling gaat naar een andere school en is nog (deels) thuis. De casus gaat dan mee, met hetzelfde nummer.',
};

async function vertaal(register: Register, bericht: Bericht, gegeven: Gebeurtenis, casus: Casusplek, dag: string): Promise<{ bericht: Bericht; inhoud: Record<string, unknown> }> {
  const { inhoud: bij } = gegeven;
  // Tijdens het sluiten is er geen route die op de escalatie wacht: dan is het een terugval.
  if (bericht === 'escalatie-thuis' && casus.sluitVanaf !== null) return { bericht: 'terugval', inhoud: bij };
  if (bericht === 'leerling-uitgeschreven' && (await gaatVolgensPlan(register, gegeven, casus.casusId))) {
    return { bericht: 'inschrijving-bevestigd', inhoud: { ...bij, ingeschrevenOp: bij.signaalDatum ?? dag } };
  }
  // Een uitschrijving alleen sluit niet: de school houdt zorgplicht tot een inschrijving vaststaat (r. 618–619).
  if (bericht === 'leerling-uitgeschreven' && !(bij.nieuweSchool && bij.ingeschrevenOp)) return { bericht: 'nergens-ingeschreven', inhoud: { ...bij, uitgeschrevenOp: bij.signaalDatum ?? dag } };
  return { bericht, inhoud: bij };
}

/**
 * Wie meldt dat het verzuim gestopt is, kan het laatste verzuim meegeven. Dat is een stand van de school, en wordt als zodanig
 * verwerkt; zonder regels is er niets te verwerken (r. 35, r. 444–449).
 */
export function splitsVerzuim({ bericht, inhoud }: { bericht: Bericht; inhoud: Record<string, unknown> }): { verzuim?: Record<string, unknown>; inhoud: Record<string, unknown> } {
  if (bericht !== 'verzuim-gestopt' || inhoud.verzuimInvoer === undefined) return { inhoud };
  const { verzuimInvoer, ...rest } = inhoud;
  const { regels = [], teLaat = [] } = verzuimInvoer as { regels?: unknown[]; teLaat?: unknown[] };
  if (regels.length === 0 && teLaat.length === 0) return { inhoud: rest };
  return { verzuim: { verzuimInvoer, signaalDatum: rest.signaalDatum }, inhoud: rest };
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

/** De casus ging intussen mee naar deze school: dan is er niets te sluiten. */
async function isEigenSchool(register: Register, casusId: string, naam: unknown): Promise<boolean> {
  const eigen = await leesSchoolVanCasus(register.db, casusId);
  return typeof naam === 'string' && eigen !== undefined && zelfdeSchool(eigen.naam, naam);
}

/** Kijkt het formulier casus-signaal na. @throws BusinessError ONVOLDOENDE_GEGEVENS met `validatieFouten` */
export async function keurSignaal({ register, klok }: Pick<Dependencies, 'register' | 'klok'>, casusId: string, { inhoud: bij, signaalType }: Gebeurtenis): Promise<void> {
  const { feiten, kalender } = await uitRegister(register.db, casusId);
  const signaal = { ...feiten, ...bij, signaalType };
  const validatieFouten = controleer('casus-signaal', signaal, { vandaag: vandaag(klok), kalender });
  if (validatieFouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'Het signaal is niet compleet.', { validatieFouten });
}
