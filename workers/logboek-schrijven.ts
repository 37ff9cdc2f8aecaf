import { AANMELDING_VERBETEREN } from '../domein/casus/variabelen.ts';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { modelstappen, type Modelstappen } from '../domein/stappen/modelstappen.ts';
import { taakgegevens } from '../domein/logboek/inhoud.ts';
import { schrijfTaakregel } from '../domein/logboek/taakregel.ts';
import type { MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import { defineWorker, writeOnce } from './runtime/define-worker.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import type { Worker } from './runtime/worker.ts';

/** Schrijft één logboekregel per afgeronde taak (R-LOG-1). Hij haalt alle variabelen op: welke velden een formulier heeft weet alleen het formulier. */
export function makeLogboekSchrijven(
  deps: WorkerDependencies,
  lees: Formulierlezer = makeFormulierlezer(),
  stappen: Modelstappen = modelstappen,
  options: MeldingOpties = defaultMailOptions(deps.takenlijst),
): Worker {
  return defineWorker(deps, {
    type: 'logboek-schrijven',
    fetch: 'alles',
    input: taakgegevens,
    async handle(gegevens, _headers, job) {
      // Een taak van vóór de casus heeft nog geen logboek. De verbeterde aanmelding geeft haar velden zonder uitvoer terug aan het
      // proces (zie het model); haar einddatum gaat zo mee, zodat zij bij een tweede keer niet opschuift.
      if (!gegevens.casusId) return AANMELDING_VERBETEREN.includes(gegevens.formulier ?? '') ? { [`uiterlijk_${job.elementId}`]: gegevens['uiterlijk'] ?? null } : undefined;
      return writeOnce(await schrijfTaakregel({ ...deps, lees, stappen, options }, gegevens.casusId, gegevens, job));
    },
  });
}
