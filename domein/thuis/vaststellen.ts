import type { LeerlingVanCasus } from '../../registratie/leerling-lezen.ts';
import { leesBeantwoordeWeken } from '../../registratie/beantwoorde-weken.ts';
import { vergrendelCasus } from '../../registratie/casus-vergrendelen.ts';
import type { Tx } from '../../registratie/register.ts';
import { bewaarThuisperiode, verwijderThuisperiode } from '../../registratie/thuisperiode-bewaren.ts';
import { leesThuisperioden, type Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import { leesVerzuim } from '../../registratie/verzuim-lezen.ts';
import type { Datum } from '../kalender/datum.ts';
import type { Schoolkalender } from '../kalender/schoolkalender.ts';
import { voegSamen } from '../verzuim/regels.ts';
import type { Thuisnormen } from './normen.ts';
import { bepaalReeks, type Reeks } from './reeks.ts';

/** Een hele schoolweek elke dag op de eigen school, binnen vier weken: er is nooit een thuiszitter geweest. */
export const WEER_OP_SCHOOL = 'WEER_OP_SCHOOL';

export interface Vaststelling {
  readonly casusId: string;
  readonly casus: LeerlingVanCasus;
  readonly kalender: Schoolkalender;
  readonly normen: Thuisnormen;
  readonly peildatum: Datum;
  readonly op: Date;
}

/**
 * Stelt de klok van het kind opnieuw vast uit al zijn verzuim (errata §3). De casusrij is vergrendeld, zodat twee opgaven
 * tegelijk na elkaar rekenen. Wat een mens als blijvend einde vastlegde blijft staan: alleen wie binnen enkele schoolweken
 * weer thuis is, krijgt zijn klok terug, want dat aanbod was niet blijvend. Daarna begint een nieuwe periode.
 */
export async function stelThuisperiodeVast(tx: Tx, { casusId, casus, kalender, normen, peildatum, op }: Vaststelling): Promise<void> {
  await vergrendelCasus(tx, casusId);
  const perioden = await leesThuisperioden(tx, casusId);
  const vast = perioden.filter((p) => p.eindeReden !== null && p.eindeReden !== WEER_OP_SCHOOL).at(-1);
  const laatste = perioden.at(-1);
  const huidig = laatste === vast ? undefined : laatste;
  const { regels } = await leesVerzuim(tx, casusId);
  // Terwijl de casus sluit zijn de dagen van vóór de terugkeer voorbij, ook als de school ze nu pas opgeeft.
  const vanaf = huidig?.eindDag === null ? '' : (casus.sluitVanaf ?? '');
  const telt = (dag: Datum): boolean => dag <= peildatum && dag >= vanaf && dag > (vast?.eindDag ?? '') && kalender.kent(dag) && kalender.isSchooldag(dag);
  const reeks = bepaalReeks({
    regels: voegSamen(regels).filter((regel) => telt(regel.datum)), peildatum, kalender,
    beantwoord: new Set(await leesBeantwoordeWeken(tx, casusId)),
    opBrugplaats: (dag) => casus.brugStart !== null && dag >= casus.brugStart && dag <= (casus.brugEind ?? dag),
    kortTot: (eersteDag) => normen.op('vierWeken', eersteDag),
  });
  if (huidig?.nergensIngeschrevenSinds) return vanDagEen(tx, casusId, huidig, reeks, op);
  if (reeks === null) return huidig ? verwijderThuisperiode(tx, huidig.periodeId) : undefined;
  const terug = huidig === undefined && vast !== undefined && reeks.terugOp === null && isTerugval(vast, reeks.eersteDag, normen);
  const zelfde = huidig !== undefined && (huidig.eindDag === null || reeks.eersteDag <= huidig.eindDag);
  await bewaarThuisperiode(tx, casusId, {
    ...(zelfde ? { periodeId: huidig.periodeId } : terug ? { periodeId: vast.periodeId } : {}),
    eersteDag: terug ? vast.eersteDag : reeks.eersteDag,
    nergensIngeschrevenSinds: null,
    eindDag: reeks.terugOp,
    eindeReden: reeks.terugOp === null ? null : WEER_OP_SCHOOL,
  }, op);
}

/** Wie langer dan vier weken thuis was en kort na het einde weer thuis is, had geen blijvend aanbod. */
const isTerugval = ({ eersteDag, eindDag }: Thuisperiode, weerThuis: Datum, normen: Thuisnormen): boolean =>
  eindDag !== null && eindDag > normen.op('vierWeken', eersteDag) && weerThuis <= normen.terugvalTot(eindDag);

/** Zolang een kind op geen school staat loopt de klok door; was het al eerder thuis, dan telt die dag. */
async function vanDagEen(tx: Tx, casusId: string, periode: Thuisperiode, reeks: Reeks | null, op: Date): Promise<void> {
  if (reeks === null || reeks.terugOp !== null || reeks.eersteDag >= periode.eersteDag) return;
  const { nergensIngeschrevenTot: _tot, ...rest } = periode;
  await bewaarThuisperiode(tx, casusId, { ...rest, eersteDag: reeks.eersteDag }, op);
}
