import { z } from 'zod';
import { certainlyNotDone } from '../engine/not-done.ts';
import { looptDoorzettingsmacht } from '../registratie/doorzettingsmacht.ts';
import { geplandeBestemmingen, zelfdeSchool, zoekLopendeCasus } from '../domein/berichten/casus.ts';
import { berichtNaam, berichtTekst, type Bericht } from '../domein/berichten/soorten.ts';
import { vandaag } from '../domein/kalender/datum.ts';
import { makeOnceOutside, ONZEKER_BESLUIT } from '../domein/once-outside.ts';
import { uitRegister } from '../domein/regels/context.ts';
import { controleer } from '../domein/regels/controleer.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { BusinessError, ContractError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const EEN_UUR_MS = 3_600_000;
const tekst = z.string().nullish();
const inhoud = z.record(z.string(), z.unknown());
const bestemming = z.looseObject({ bestemmingSchool: tekst, bestemming: tekst }).nullish();

const input = z.object({
  casusId: z.guid().nullish(),
  casusnummer: tekst,
  signaalType: tekst,
  inhoud: inhoud.nullish().transform((v) => v ?? {}),
  berichtSleutel: tekst,
  overstap: bestemming,
  perspectief: bestemming,
  onzekerBesluit: z.enum(ONZEKER_BESLUIT).nullish(),
});
const headers = z.object({ bericht: z.string().optional() });
type Input = z.output<typeof input>;

interface Plan {
  casusId: string;
  bericht: Bericht;
  /** Alleen bij een bevestigde inschrijving. */
  ingeschrevenOp?: unknown;
}

/**
 * Stuurt een gebeurtenis naar de casus waar ze bij hoort (spec §1.4.3, §1.7). De kop `bericht` noemt het bericht; zonder
 * kop komt het signaaltype van het formulier casus-signaal, en dan wordt dat formulier ook nagekeken.
 *
 * Binnen een uur herkent de engine een herhaald bericht aan `messageId`; daarna doet het register dat. Welk bericht het
 * is, wordt één keer bepaald: na de eerste keer kan de casus al gesloten of de doorzettingsmacht begonnen zijn.
 * @throws BusinessError CASUS_ONBEKEND of ONVOLDOENDE_GEGEVENS, beide met `validatieFouten`
 */
export function makeBerichtPubliceren({ register, engine, klok }: WorkerDependencies): Worker<Input, z.output<typeof headers>> {
  const onceOutside = makeOnceOutside(register);
  return {
    type: 'bericht-publiceren',
    fetch: ['casusId', 'casusnummer', 'signaalType', 'inhoud', 'berichtSleutel', 'overstap', 'perspectief', 'onzekerBesluit'],
    input,
    headers,
    async handle(gegeven, kop, job) {
      const soort = kop.bericht ?? gegeven.signaalType;
      if (!soort) throw new ContractError('Deze stap heeft geen kop "bericht" en geen signaaltype.');
      const { plan } = await onceOutside({
        key: `bericht-publiceren:${job.elementInstanceKey}`,
        now: () => klok.nu(),
        plan: () => kies(soort, gegeven, kop.bericht === undefined),
        effect: async ({ casusId, bericht, ingeschrevenOp }) => {
          await engine.publish({
            name: bericht,
            correlationKey: casusId,
            messageId: `${casusId}:${bericht}:${gegeven.berichtSleutel ?? job.elementInstanceKey}`,
            ttlMs: EEN_UUR_MS,
            content: ingeschrevenOp === undefined ? gegeven.inhoud : { ...gegeven.inhoud, ingeschrevenOp },
          });
          return null;
        },
        certainlyNot: certainlyNotDone,
        harmlessMs: EEN_UUR_MS,
        what: ({ bericht }) => `het bericht "${bericht}" is doorgegeven`,
        decision: gegeven.onzekerBesluit,
      });
      const { casusId, bericht } = plan;
      await register.transaction((tx) =>
        schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: berichtTekst(bericht), uitkomst: 'Het bericht is aan de route van deze casus doorgegeven.', velden: { bericht },
        }),
      );
      return { casusId };
    },
  };

  /** Bij welke casus het bericht hoort, en welk bericht het wordt. */
  async function kies(soort: string, gegeven: Input, isSignaal: boolean): Promise<Plan> {
    const casusId = await zoekLopendeCasus(register.db, gegeven);
    if (isSignaal) keurSignaal({ ...(await uitRegister(register.db, casusId)), ...gegeven.inhoud, signaalType: gegeven.signaalType }, vandaag(klok));
    const bericht = berichtNaam(soort);
    if (bericht === 'impasse') await weigerTweedeImpasse(casusId);
    if (bericht === 'leerling-uitgeschreven' && (await gaatVolgensPlan(gegeven, casusId))) {
      return { casusId, bericht: 'inschrijving-bevestigd', ingeschrevenOp: gegeven.inhoud.signaalDatum ?? vandaag(klok) };
    }
    return { casusId, bericht };
  }

  /** R-DZM-1: per casus loopt hoogstens één doorzettingsmacht. */
  async function weigerTweedeImpasse(casusId: string): Promise<void> {
    if (!(await looptDoorzettingsmacht(register.db, casusId))) return;
    throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'Voor deze casus loopt al een doorzettingsmacht.', {
      validatieFouten: ['Wat wilt u doorgeven: voor deze casus loopt al een doorzettingsmacht. Neem contact op met de sectordirecteur van het SWV.'],
    });
  }

  /** R-MSG-1: uitgeschreven naar de school van het plan is geen vertrek maar de bevestiging van de inschrijving. */
  async function gaatVolgensPlan({ inhoud: bij, overstap, perspectief }: Input, casusId: string): Promise<boolean> {
    const nieuw = bij.nieuweSchool;
    if (typeof nieuw !== 'string') return false;
    const gepland = [overstap?.bestemmingSchool, perspectief?.bestemming, ...(await geplandeBestemmingen(register.db, casusId))];
    return gepland.some((school) => typeof school === 'string' && zelfdeSchool(school, nieuw));
  }
}

function keurSignaal(signaal: Record<string, unknown>, dag: string): void {
  const validatieFouten = controleer('casus-signaal', signaal, { vandaag: dag });
  if (validatieFouten.length > 0) throw new BusinessError('ONVOLDOENDE_GEGEVENS', 'Het signaal is niet compleet.', { validatieFouten });
}
