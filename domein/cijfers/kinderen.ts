import { leesCasusfeiten, type Casusfeiten } from '../../registratie/cijfers/casussen.ts';
import { leesCasusverloop } from '../../registratie/cijfers/casusverloop.ts';
import { leesAlleThuisperioden } from '../../registratie/cijfers/thuisperioden.ts';
import { leesAlleVrijstellingen } from '../../registratie/cijfers/vrijstellingen.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Thuisperiode } from '../../registratie/thuisperiode-lezen.ts';
import { groepOp } from '../casus/groep.ts';
import { groepeer } from '../groepeer.ts';
import { dagVan } from '../kalender/datum.ts';
import { maakTijdlijn, type Tijdvak } from '../thuis/tijdlijn.ts';
import { verloopVan, type Openstaand } from './casusverloop.ts';
import type { Cijfernormen } from './normen.ts';

/** Waar een cijfer op te kiezen is: school, bestuur en gemeente zoals zij nu zijn, de groep die het kind bij het openen had. */
export interface Kenmerken {
  readonly gemeente: string;
  readonly bestuur: string;
  readonly school: string;
  readonly groep: number;
  readonly route: string;
}

export interface Casus {
  readonly casusId: string;
  readonly kenmerken: Kenmerken;
  readonly verloop: readonly Openstaand[];
}

/** Een kind met alles wat er op elke dag over te zeggen is. Dit is de ene bron van alle cijfers over kinderen (errata §3). */
export interface Kind {
  readonly leerlingId: string;
  /** De kenmerken van zijn jongste casus. */
  readonly kenmerken: Kenmerken;
  readonly schoolnaam: string;
  readonly casussen: readonly Casus[];
  readonly perioden: readonly Thuisperiode[];
  readonly tijdlijn: readonly Tijdvak[];
}

/** Leest alle kinderen met een casus, elk één keer, en oordeelt over elke dag van hun leven. */
export async function leesKinderen(db: Connection, normen: Cijfernormen): Promise<Kind[]> {
  const [feiten, perioden, vrijstellingen, wendingen] = await Promise.all([leesCasusfeiten(db), leesAlleThuisperioden(db), leesAlleVrijstellingen(db), leesCasusverloop(db)]);
  const perKind = groepeer(feiten, (c) => c.leerlingId);
  const periodenVan = groepeer(perioden, (p) => p.leerlingId);
  const vrijstellingenVan = groepeer(vrijstellingen, (v) => v.leerlingId);
  const wendingenVan = groepeer(wendingen, (w) => w.casusId);
  return [...perKind].map(([leerlingId, casussen]) => {
    const jongste = casussen.at(-1)!;
    const eigen = { perioden: periodenVan.get(leerlingId) ?? [], vrijstellingen: vrijstellingenVan.get(leerlingId) ?? [] };
    return {
      leerlingId, kenmerken: kenmerkenVan(jongste), schoolnaam: jongste.schoolnaam, perioden: eigen.perioden,
      casussen: casussen.map((casus) => ({ casusId: casus.casusId, kenmerken: kenmerkenVan(casus), verloop: verloopVan(casus, wendingenVan.get(casus.casusId) ?? []) })),
      tijdlijn: maakTijdlijn({ ...eigen, geboortedatum: jongste.geboortedatum }, { normen: normen.thuis(jongste.brin), leerplichtig: normen.leerplichtig }, jongste.geboortedatum),
    };
  });
}

const kenmerkenVan = ({ gemeente, bestuur, brin, route, geopendOp, groep, groepSchooljaar }: Casusfeiten): Kenmerken =>
  ({ gemeente, bestuur, school: brin, route, groep: groepOp({ groep, groepSchooljaar, didactischeLeeftijdMaanden: null }, dagVan(geopendOp)).groep });
