import type { Klok } from '../../domein/klok.ts';
import { dagVan, plusDagen } from '../../domein/kalender/datum.ts';
import { leesCasusfeiten, type Casusfeiten } from '../../registratie/cijfers/casussen.ts';
import type { Register } from '../../registratie/register.ts';
import { vulLogboek } from './sample-logbook.ts';
import { bewaarThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { makeRandom, type Random } from '../demo/random.ts';

/**
 * Geeft de kinderen van `sample-history.ts` wat de cijfers tellen: hoe lang zij thuis waren en wat er werd vastgelegd. Altijd
 * dezelfde uitkomst.
 */
export async function vulCijfers(register: Register, klok: Klok): Promise<void> {
  for (const casus of await leesCasusfeiten(register.db)) {
    if (casus.geopendOp >= klok.nu()) continue;
    const random = makeRandom(`cijfers ${casus.geopendOp.toISOString()} ${casus.brin}`);
    await vulThuis(register, klok, random.tak('thuis'), casus);
    await vulLogboek(register, klok, random.tak('logboek'), casus);
  }
}

/** Twee op de drie kinderen zijn of waren thuis; wie snel terug was, was nooit thuiszitter. */
async function vulThuis(register: Register, klok: Klok, random: Random, { casusId, geopendOp, afgeslotenOp, reden }: Casusfeiten): Promise<void> {
  const vandaag = dagVan(klok.nu());
  if (random.getal() < 0.3) return;
  const eersteDag = plusDagen(dagVan(geopendOp), random.tussen(-6, 18));
  if (eersteDag > vandaag) return;
  const terug = plusDagen(eersteDag, random.tussen(5, 27));
  const eerder = random.getal() < 0.35 && terug <= vandaag;
  const einde = afgeslotenOp && dagVan(afgeslotenOp);
  const eindDag = eerder ? terug : einde !== null && einde >= eersteDag ? einde : null;
  await register.transaction((tx) => bewaarThuisperiode(tx, casusId, { eersteDag, nergensIngeschrevenSinds: random.getal() < 0.05 ? eersteDag : null, eindDag, eindeReden: eindDag === null ? null : eerder ? 'WEER_OP_SCHOOL' : reden }, klok.nu()));
}
