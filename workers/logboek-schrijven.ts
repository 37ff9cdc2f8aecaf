import { z } from 'zod';
import type { CasusFeiten } from '../registratie/casus-lezen.ts';
import { voegLogboekToe, type NieuweLogboekRegel } from '../registratie/logboek-toevoegen.ts';
import type { Connection } from '../registratie/register.ts';
import type { NieuwBericht } from '../registratie/outbox-toevoegen.ts';
import { telUren } from '../registratie/uren-optellen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { SWV_ROLLEN } from '../domein/casus/rollen.ts';
import { makeFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { makeNamenlezer, type Namenlezer } from '../domein/logboek/stapnamen.ts';
import { alsRegels, kiesVelden, UREN } from '../domein/logboek/regels.ts';
import { makeBerichten, zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { defaultMailOptions } from './runtime/mail-options.ts';
import type { WorkerDependencies } from './runtime/dependencies.ts';
import { ContractError } from '../domein/errors.ts';
import type { Job, Worker } from './runtime/worker.ts';

const logregel = z.object({ actie: z.string().min(1).max(300), uitkomst: z.union([z.string(), z.number(), z.boolean()]).nullish() });
const input = z.looseObject({
  casusId: z.guid().nullish(),
  formulier: z.string().nullish(),
  rol: z.string().nullish(),
  logregel: logregel.nullish(),
});

/**
 * Schrijft één logboekregel per afgeronde taak (R-LOG-1), met de woorden van het formulier. Als luisteraar op het einde
 * van een taak ziet hij de velden van het formulier die niet verder het proces in gaan: vrije tekst staat daarom alleen
 * hier. Wie de taak deed weet een luisteraar op 8.6 niet; de regel noemt de rol. Komen de uren van het SWV boven de
 * raming, dan gaat N-31 één keer mee in dezelfde transactie (R-LOG-3).
 */
export function makeLogboekSchrijven(
  { register, engine, klok, takenlijst }: WorkerDependencies,
  lees: Formulierlezer = makeFormulierlezer(),
  naamVan: Namenlezer = makeNamenlezer(),
  options: MeldingOpties = defaultMailOptions(takenlijst),
): Worker<z.output<typeof input>> {
  return {
    type: 'logboek-schrijven',
    input,
    headers: z.unknown(),
    async handle(variabelen, _headers, job) {
      const { casusId } = variabelen;
      // Een taak van vóór de casus (de verbeterde aanmelding) heeft nog geen logboek.
      if (!casusId) return;
      const casus = await haalCasus(register.db, casusId);
      const regel = await makeRegel(casusId, variabelen, job);
      const meldingen = await bereidMeldingVoor(casus, regel);
      await register.transaction(async (tx) => {
        await voegLogboekToe(tx, regel);
        // De regel hierboven vergrendelt de casus, dus deze telling ziet ook uren die tegelijk zijn geschreven.
        if (meldingen.length > 0 && (await isBovenRaming(tx, casusId))) await zetKlaar(tx, meldingen);
      });
    },
  };

  async function makeRegel(casusId: string, variabelen: z.output<typeof input>, job: Job): Promise<NieuweLogboekRegel> {
    const vast = { casusId, tijdstip: klok.nu(), stap: job.elementId.replaceAll('_', '-'), sleutel: `logboek-schrijven:${job.elementInstanceKey}` };
    if (variabelen.formulier) {
      const velden = await lees(variabelen.formulier);
      const waarden = kiesVelden(velden, variabelen);
      const uren = typeof waarden[UREN] === 'number' ? waarden[UREN] : null;
      const rol = variabelen.rol ?? 'onbekend';
      return { ...vast, actie: await naamVan(job.bpmnProcessId, job.elementId), actor: rol, rol, uitkomst: alsRegels(velden, waarden) || 'Afgerond zonder gegevens.', velden: waarden, urenBesteed: uren };
    }
    if (!variabelen.logregel) throw new ContractError('Deze stap geeft geen "formulier" en geen "logregel" mee; er is niets om op te schrijven.');
    const { actie, uitkomst } = variabelen.logregel;
    return { ...vast, actie, actor: 'systeem', rol: 'systeem', uitkomst: String(uitkomst ?? '') };
  }

  /** N-31 voor het geval deze uren de raming overschrijden; vooraf gemaakt, want in de transactie wordt de engine niet gevraagd. */
  async function bereidMeldingVoor(casus: CasusFeiten, regel: NieuweLogboekRegel): Promise<NieuwBericht[]> {
    const erbij = regel.urenBesteed ?? 0;
    if (erbij <= 0) return [];
    const { uren, ramingMax } = await telUren(register.db, casus.casusId, SWV_ROLLEN);
    if (ramingMax === null) return [];
    return makeBerichten(register, engine, options, casus, { melding: 'N-31', gebeurtenis: 'raming', gegevens: { uren: uren + erbij, ramingMax }, op: klok.nu() });
  }
}

async function isBovenRaming(tx: Connection, casusId: string): Promise<boolean> {
  const { uren, ramingMax } = await telUren(tx, casusId, SWV_ROLLEN);
  return ramingMax !== null && uren > ramingMax;
}
