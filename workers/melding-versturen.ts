import { z } from 'zod';
import type { NieuwUitgaand } from '../registratie/outbox-toevoegen.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import { maakBerichten, zetKlaar, type MeldingOpties } from '../domein/meldingen/klaarzetten.ts';
import { standaardOpties } from './runtime/mail-options.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import type { Werker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const invoer = z.object({
  casusId: z.guid(),
  gegevens: z.record(z.string(), z.unknown()).nullish(),
  gebeurtenis: z.union([z.string(), z.number()]).nullish(),
});
const koppen = z.object({ meldingen: z.string().regex(/^\s*N-\d+[a-z]?(\s*,\s*N-\d+[a-z]?)*\s*$/) });

/**
 * Zet de meldingen van een stap klaar in de postbus (spec deel 1 §1.6). Versturen gebeurt los van het proces, zodat een
 * trage mailserver geen casus ophoudt. Een rol zonder adres valt op in de postbus en gaat niet verloren.
 */
export function maakMeldingVersturen({ register, engine, klok, takenlijst }: WerkerAfhankelijkheden, opties: MeldingOpties = standaardOpties(takenlijst)): Werker<z.output<typeof invoer>, z.output<typeof koppen>> {
  return {
    type: 'melding-versturen',
    haalOp: ['casusId', 'gegevens', 'gebeurtenis'],
    invoer,
    koppen,
    async voerUit({ casusId, gegevens, gebeurtenis }, { meldingen }, opdracht) {
      const casus = await haalCasus(register.db, casusId);
      const op = klok.nu();
      const berichten: NieuwUitgaand[] = [];
      for (const melding of meldingen.split(',').map((m) => m.trim())) {
        berichten.push(...(await maakBerichten(register, engine, opties, casus, { melding, gebeurtenis: String(gebeurtenis ?? opdracht.elementInstanceKey), gegevens: gegevens ?? {}, op })));
      }
      await register.db.transaction().execute(async (tx) => {
        const nieuw = await zetKlaar(tx, berichten);
        if (nieuw.length === 0) return;
        const regels = nieuw.map((b) => `${b.melding} aan ${b.aanRol}${b.adres === null ? ': geen adres bekend' : ''}`);
        await schrijfSysteemregel(tx, opdracht, { casusId, op, actie: 'Melding klaargezet', uitkomst: regels.join('\n'), velden: { meldingen: [...new Set(nieuw.map((b) => b.melding))] } });
      });
    },
  };
}
