import { z } from 'zod';
import { certainlyNotDone } from '../retry/transient.ts';
import { gebeurtenisVelden, kiesBericht } from '../domein/berichten/kiezen.ts';
import { berichtTekst } from '../domein/berichten/soorten.ts';
import { makeOnceOutside, ONZEKER_BESLUIT } from '../domein/once-outside.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { ContractError } from '../domein/errors.ts';
import type { Worker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const EEN_UUR_MS = 3_600_000;
const input = z.object({ ...gebeurtenisVelden, onzekerBesluit: z.enum(ONZEKER_BESLUIT).nullish() });
const headers = z.object({ bericht: z.string().optional() });

/**
 * Stuurt een gebeurtenis naar de casus waar ze bij hoort (spec §1.4.3, §1.7). De kop `bericht` noemt het bericht; zonder
 * kop komt het signaaltype van het formulier casus-signaal, en dan wordt dat formulier ook nagekeken.
 *
 * Binnen een uur herkent de engine een herhaald bericht aan `messageId`; daarna doet het register dat. Welk bericht het
 * is, wordt één keer bepaald: na de eerste keer kan de casus al gesloten of de doorzettingsmacht begonnen zijn.
 * @throws BusinessError CASUS_ONBEKEND of ONVOLDOENDE_GEGEVENS, beide met `validatieFouten`
 */
export function makeBerichtPubliceren({ register, engine, klok }: WorkerDependencies): Worker {
  const onceOutside = makeOnceOutside(register);
  return defineWorker({ register, klok }, {
    type: 'bericht-publiceren',
    input,
    headers,
    async handle(gegeven, kop, job) {
      const soort = kop.bericht ?? gegeven.signaalType;
      if (!soort) throw new ContractError('Deze stap heeft geen kop "bericht" en geen signaaltype.');
      const { plan } = await onceOutside({
        key: `bericht-publiceren:${job.elementInstanceKey}`,
        now: () => klok.nu(),
        plan: () => kiesBericht({ register, klok }, soort, gegeven, kop.bericht === undefined),
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
      return writeOnce(async (tx) => {
        await schrijfSysteemregel(tx, job, {
          casusId, op: klok.nu(), actie: berichtTekst(bericht), uitkomst: 'Het bericht is aan de route van deze casus doorgegeven.', velden: { bericht },
        });
        return { casusId };
      });
    },
  });
}
