import { z } from 'zod';
import type { CasusFeiten } from '../registratie/casus-lezen.ts';
import { voegLogboekToe, type NieuweLogboekRegel } from '../registratie/logboek-toevoegen.ts';
import type { Verbinding } from '../registratie/register.ts';
import type { NieuwUitgaand } from '../registratie/outbox-toevoegen.ts';
import { telUren } from '../registratie/uren-optellen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { SWV_ROLLEN } from '../domein/casus/rollen.ts';
import { maakFormulierlezer, type Formulierlezer } from '../domein/logboek/formulier.ts';
import { maakNamenlezer, type Namenlezer } from '../domein/logboek/stapnamen.ts';
import { alsRegels, kiesVelden, UREN } from '../domein/logboek/regels.ts';
import { maakBerichten, zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { standaardOpties } from './runtime/mail-options.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import { ContractFout } from '../domein/errors.ts';
import type { Opdracht, Werker } from './runtime/worker.ts';

const logregel = z.object({ actie: z.string().min(1).max(300), uitkomst: z.union([z.string(), z.number(), z.boolean()]).nullish() });
const invoer = z.looseObject({
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
export function maakLogboekSchrijven(
  { register, engine, klok, takenlijst }: WerkerAfhankelijkheden,
  lees: Formulierlezer = maakFormulierlezer(),
  naamVan: Namenlezer = maakNamenlezer(),
  opties: MeldingOpties = standaardOpties(takenlijst),
): Werker<z.output<typeof invoer>> {
  return {
    type: 'logboek-schrijven',
    invoer,
    koppen: z.unknown(),
    async voerUit(variabelen, _koppen, opdracht) {
      const { casusId } = variabelen;
      // Een taak van vóór de casus (de verbeterde aanmelding) heeft nog geen logboek.
      if (!casusId) return;
      const casus = await haalCasus(register.db, casusId);
      const regel = await maakRegel(casusId, variabelen, opdracht);
      const meldingen = await bereidMeldingVoor(casus, regel);
      await register.db.transaction().execute(async (tx) => {
        await voegLogboekToe(tx, regel);
        // De regel hierboven vergrendelt de casus, dus deze telling ziet ook uren die tegelijk zijn geschreven.
        if (meldingen.length > 0 && (await isBovenRaming(tx, casusId))) await zetKlaar(tx, meldingen);
      });
    },
  };

  async function maakRegel(casusId: string, variabelen: z.output<typeof invoer>, opdracht: Opdracht): Promise<NieuweLogboekRegel> {
    const vast = { casusId, tijdstip: klok.nu(), stap: opdracht.elementId.replaceAll('_', '-'), sleutel: `logboek-schrijven:${opdracht.elementInstanceKey}` };
    if (variabelen.formulier) {
      const velden = await lees(variabelen.formulier);
      const waarden = kiesVelden(velden, variabelen);
      const uren = typeof waarden[UREN] === 'number' ? waarden[UREN] : null;
      const rol = variabelen.rol ?? 'onbekend';
      return { ...vast, actie: await naamVan(opdracht.bpmnProcessId, opdracht.elementId), actor: rol, rol, uitkomst: alsRegels(velden, waarden) || 'Afgerond zonder gegevens.', velden: waarden, urenBesteed: uren };
    }
    if (!variabelen.logregel) throw new ContractFout('Deze stap geeft geen "formulier" en geen "logregel" mee; er is niets om op te schrijven.');
    const { actie, uitkomst } = variabelen.logregel;
    return { ...vast, actie, actor: 'systeem', rol: 'systeem', uitkomst: String(uitkomst ?? '') };
  }

  /** N-31 voor het geval deze uren de raming overschrijden; vooraf gemaakt, want in de transactie wordt de engine niet gevraagd. */
  async function bereidMeldingVoor(casus: CasusFeiten, regel: NieuweLogboekRegel): Promise<NieuwUitgaand[]> {
    const erbij = regel.urenBesteed ?? 0;
    if (erbij <= 0) return [];
    const { uren, ramingMax } = await telUren(register.db, casus.casusId, SWV_ROLLEN);
    if (ramingMax === null) return [];
    return maakBerichten(register, engine, opties, casus, { melding: 'N-31', gebeurtenis: 'raming', gegevens: { uren: uren + erbij, ramingMax }, op: klok.nu() });
  }
}

async function isBovenRaming(tx: Verbinding, casusId: string): Promise<boolean> {
  const { uren, ramingMax } = await telUren(tx, casusId, SWV_ROLLEN);
  return ramingMax !== null && uren > ramingMax;
}
