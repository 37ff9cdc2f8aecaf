import { bewaarCasusfeiten, leesOngeteldeCasussen } from '../../registratie/geschiedenis/casusfeiten.ts';
import { merkGeteld, ruimLegeSommenOp, telBij } from '../../registratie/geschiedenis/tellen.ts';
import { meldWijziging } from '../../registratie/geschiedenis/wijziging.ts';
import type { Register } from '../../registratie/register.ts';
import { groepOp } from '../casus/groep.ts';
import { dagVan } from '../kalender/datum.ts';

/** Zoveel casussen per transactie: op de ingebouwde databank, met haar ene verbinding, wacht elke werker zolang zij duurt. */
const PER_KEER = { pglite: 25, postgresql: 200 };

/**
 * Werkt de sommen bij voor casussen waar iets aan veranderde: wat zij eerst bijdroegen gaat eraf, wat zij nu bijdragen erbij,
 * in één transactie. De groep is die bij het openen van de casus.
 * @returns hoeveel casussen er zijn bijgewerkt
 */
export async function telNieuwe(register: Register, signal?: AbortSignal): Promise<number> {
  let gedaan = 0;
  for (;;) {
    signal?.throwIfAborted();
    const casussen = await leesOngeteldeCasussen(register.db, PER_KEER[register.kind]);
    if (casussen.length === 0) return gedaan;
    const ids = casussen.map((c) => c.casusId);
    await register.transaction(async (tx) => {
      await telBij(tx, ids, -1);
      await bewaarCasusfeiten(tx, casussen.map(({ groep, groepSchooljaar, geopendOp, ...feit }) => ({ ...feit, groep: groepOp({ groep, groepSchooljaar, didactischeLeeftijdMaanden: null }, dagVan(geopendOp)).groep })));
      await merkGeteld(tx, ids);
      await telBij(tx, ids, 1);
      await ruimLegeSommenOp(tx);
      await meldWijziging(tx);
    });
    gedaan += casussen.length;
  }
}
