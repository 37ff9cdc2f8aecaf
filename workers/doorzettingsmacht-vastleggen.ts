import { z } from 'zod';
import { beginDoorzettingsmacht, eindigDoorzettingsmacht } from '../registratie/doorzettingsmacht.ts';
import { eenmalig } from '../registratie/once.ts';
import { haalCasus } from '../domein/casus/bestaat.ts';
import type { WerkerAfhankelijkheden } from './runtime/dependencies.ts';
import { BedrijfsFout } from '../domein/errors.ts';
import type { Werker } from './runtime/worker.ts';
import { schrijfSysteemregel } from '../domein/logboek/systeemregel.ts';

const invoer = z.object({ casusId: z.guid(), dzm: z.looseObject({ status: z.string().nullish() }).nullish() });
const koppen = z.object({ moment: z.enum(['begin', 'eind']) });

/**
 * Legt vast dat de doorzettingsmacht van een casus begint of klaar is (kop `moment`), zodat er per casus hoogstens één
 * loopt (R-DZM-1; routeboek r. 949–967).
 * @throws BedrijfsFout LOOPT_AL als een andere procesinstantie haar al voert; het model wacht dan op die uitkomst
 */
export function maakDoorzettingsmachtVastleggen({ register, klok }: Pick<WerkerAfhankelijkheden, 'register' | 'klok'>): Werker<z.output<typeof invoer>, z.output<typeof koppen>> {
  return {
    type: 'doorzettingsmacht-vastleggen',
    haalOp: ['casusId', 'dzm'],
    invoer,
    koppen,
    async voerUit({ casusId, dzm }, { moment }, opdracht) {
      await haalCasus(register.db, casusId);
      const instantie = opdracht.processInstanceKey;
      const gelukt = await register.db.transaction().execute((tx) =>
        eenmalig(tx, `doorzettingsmacht-vastleggen:${opdracht.elementInstanceKey}`, async () => {
          if (moment === 'begin' && !(await beginDoorzettingsmacht(tx, casusId, instantie))) return false;
          if (moment === 'eind') await eindigDoorzettingsmacht(tx, casusId, instantie);
          await schrijfSysteemregel(tx, opdracht, {
            casusId, op: klok.nu(),
            ...(moment === 'begin' ? { actie: 'Doorzettingsmacht begonnen', uitkomst: 'De sectordirecteur onderzoekt de impasse.' } : { actie: 'Doorzettingsmacht afgerond', uitkomst: UITKOMST[dzm?.status ?? ''] ?? 'Afgerond.', velden: { status: dzm?.status ?? null } }),
          });
          return true;
        }),
      );
      if (!gelukt) throw new BedrijfsFout('LOOPT_AL', 'Voor deze casus loopt al een doorzettingsmacht.');
    },
  };
}

/** De uitkomst in woorden voor het logboek. */
const UITKOMST: Readonly<Record<string, string>> = {
  ROUTE_VERVOLGEN: 'De route is nog niet doorlopen en gaat verder.',
  GEZAMENLIJKE_AANPAK: 'Er is een gezamenlijke aanpak; de route gaat verder.',
  DOORZETTINGSBESLUIT: 'De directeur-bestuurder nam een doorzettingsbesluit.',
};
