import { z } from 'zod';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { taakgegevens } from '../domein/logboek/inhoud.ts';
import { legMeldcodeVast } from '../domein/meldcode/vastleggen.ts';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { modelstappen, type Modelstappen } from '../domein/stappen/modelstappen.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/**
 * Legt een taak of stap van de meldcode vast in haar eigen log, en stuurt zo nodig een bericht zonder inhoud (de kop `meldingen`). Als
 * luisteraar op het einde van een taak haalt hij alle variabelen op: welke velden een formulier heeft weet alleen het formulier.
 */
export function makeMeldcodeVastleggen(
  deps: WorkerDependencies,
  lees: Formulierlezer = makeFormulierlezer(),
  stappen: Modelstappen = modelstappen,
  options: MeldingOpties = defaultMailOptions(deps.takenlijst),
): Worker {
  return defineWorker(deps, {
    type: 'meldcode-vastleggen',
    fetch: 'alles',
    input: taakgegevens.extend({ casusId: z.guid() }),
    headers: z.object({ meldingen: z.string().optional() }),
    async handle(gegevens, { meldingen }, job) {
      return writeOnce(await legMeldcodeVast({ ...deps, lees, stappen, options }, gegevens.casusId, gegevens, meldingen, job));
    },
  });
}
