import { z } from 'zod';
import { STARTVELDEN } from '../domein/aanmelding/start-verzuimroute.ts';
import { openUitAanmelding } from '../domein/casus/openen.ts';
import { BusinessError } from '../domein/errors.ts';
import { weigerAanmelding } from '../registratie/aanmelding-weigeren.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Maakt van een aanmelding een casus (KT-00), of brengt haar bij de casus die het kind al heeft. Wordt zij geweigerd en kwam zij
 * uit een bestand, dan hoort de afzender waarom.
 */
export function makeCasusOpenen(deps: WorkerDependencies): Worker {
  return defineWorker(deps, {
    type: 'casus-openen',
    fetch: [...STARTVELDEN, 'aanmeldingId', 'aanmeldingVervalt'],
    input: z.record(z.string(), z.unknown()),
    handle: (variabelen, _headers, job) =>
      openUitAanmelding(deps, defaultMailOptions(deps.takenlijst), variabelen, job).then(writeOnce, async (error: unknown) => {
        const { aanmeldingId } = variabelen;
        if (error instanceof BusinessError && typeof aanmeldingId === 'string') await weigerAanmelding(deps.register.db, aanmeldingId, redenen(error));
        throw error;
      }),
  });
}

const redenen = ({ message, variables: { validatieFouten } }: BusinessError): string[] => (Array.isArray(validatieFouten) ? validatieFouten.map(String) : [message]);
