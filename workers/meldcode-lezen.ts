import { z } from 'zod';
import { ContractError } from '../domein/errors.ts';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { MELDCODE } from '../domein/meldcode/eigen-log.ts';
import { leesMeldcodeAntwoorden, leesMeldcodeGezegd } from '../domein/meldcode/lezen.ts';
import { defineWorker } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

const input = z.object({ formulier: z.string().nullish(), toon: z.array(z.string()).nullish(), validatieFouten: z.array(z.unknown()).nullish() });

/**
 * De enige deur naar het log van de meldcode: een luisteraar op het begin van haar eigen taken. De taak laat zien wat in dit traject
 * eerder is vastgelegd (`toon`), en een taak die terugkwam krijgt haar antwoorden terug.
 * @throws ContractError als een ander proces aanklopt
 */
export function makeMeldcodeLezen(deps: Pick<WorkerDependencies, 'register' | 'klok'>, lees: Formulierlezer = makeFormulierlezer()): Worker {
  return defineWorker(deps, {
    type: 'meldcode-lezen',
    input,
    async handle({ formulier, toon, validatieFouten }, _headers, { bpmnProcessId, processInstanceKey }) {
      if (bpmnProcessId !== MELDCODE) throw new ContractError('Alleen het proces meldcode leest het log van de meldcode.');
      const { db } = deps.register;
      return {
        eerder: await leesMeldcodeGezegd(db, lees, processInstanceKey, toon ?? []),
        ...(formulier && validatieFouten?.length ? await leesMeldcodeAntwoorden(db, lees, processInstanceKey, formulier) : {}),
      };
    },
  });
}
