import { leesSchoolVanCasus, leesVoortgang, zetRoute } from '../../registratie/andere-school.ts';
import { leesLaatsteRegel, telRegels } from '../../registratie/logboek-lezen.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import { vandaag } from '../kalender/datum.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import { routeVan } from '../routes/index.ts';
import type { Schrijven } from '../schrijven.ts';
import { bepaalAfsluiter } from './afsluiter.ts';
import { kiesRoute } from './beslissingen.ts';

/** Waar het kind in de vorige route was, zodat de nieuwe daar verdergaat. */
export interface Hervat {
  /** Is de leerling met de ouders en in het team besproken? Dan begint de nieuwe route niet opnieuw bij stap 1. */
  readonly besproken: boolean;
  /** Was de leerling al meer dan drie dagen in een week thuis? */
  readonly geescaleerd: boolean;
  readonly escalatieSignaal: unknown;
  /** Was het gesprek over de escalatie er al? Dan lopen de vier weken. */
  readonly gesproken: boolean;
  readonly escalatie: { gesprekDatum: string | null; dagenThuisWeek: number | null } | null;
  readonly vierWeken: { sinds: string; cyclus: number } | null;
  /** De ronde van de voortgang die nu aan de beurt is; wat al gevraagd is, wordt niet nog eens gevraagd. */
  readonly ronde: number;
}

/**
 * Kiest de route opnieuw voor de school waar het kind nu staat (errata CA-01-5), met het dossier, het nummer en de klok van de casus.
 * Wie alleen in de vorige route de regie had, hoort er niet meer bij.
 * @returns wat er te schrijven is; de uitkomst zijn `route`, `afsluiter` en `hervat`
 * @throws PermanentError als de casus niet in het register staat
 */
export async function wisselRoute({ register, engine, klok }: Dependencies, casusId: string, aanleiding: Aanleiding): Promise<Schrijven<Record<string, unknown>>> {
  const { casus, school, route, weg, afsluiter } = await kiesRouteVanNu({ register, engine }, casusId);
  const hervat = await leesHervat(register.db, casusId, casus);
  const op = klok.nu();
  return async (tx) => {
    await zetRoute(tx, casusId, { route, weg, vandaag: vandaag(klok), op });
    await schrijfSysteemregel(tx, aanleiding, {
      casusId, op, actie: 'Casus gaat verder met een andere regie', velden: { vorigeRoute: casus.route, route, geescaleerd: hervat.geescaleerd, gesproken: hervat.gesproken },
      uitkomst: `Van de route ${casus.route} naar ${route}, voor ${school.naam}. ${waar(hervat)} Het nummer, het begin van de casus en de klok blijven. De taken van de vorige route zijn vervallen; wat ernaast loopt gaat door.`,
    });
    return { route, afsluiter, hervat };
  };
}

/**
 * De route voor de school waar het kind nu staat, wie haar sluit, en wie er dan niet meer bij hoort.
 * @throws PermanentError als de casus niet in het register staat
 */
export async function kiesRouteVanNu({ register, engine }: Pick<Dependencies, 'register' | 'engine'>, casusId: string) {
  const school = await leesSchoolVanCasus(register.db, casusId);
  const casus = await leesVoortgang(register.db, casusId);
  if (!school || !casus) throw new PermanentError('Deze casus staat niet in het register. Kijk welke casusId het model meegeeft.');
  const route = await kiesRoute(engine, school);
  const nieuw = routeVan(route)?.regie ?? [];
  const weg = (routeVan(casus.route)?.regie ?? []).filter((rol) => !nieuw.includes(rol));
  return { casus, school, route, weg, afsluiter: bepaalAfsluiter(route, casus.groepen ?? {}) };
}

function waar({ geescaleerd, gesproken }: Hervat): string {
  if (gesproken) return 'Het gesprek over de escalatie is geweest; de vier weken houden hun begin.';
  return geescaleerd ? 'De leerling is meer dan drie dagen in een week thuis; het gesprek met de ouders moet nog komen.' : 'De escalatie is er nog niet.';
}

/** Het gesprek waarmee stap 1 klaar is. */
const BESPROKEN = 'bespreking-team';
/** De wekelijkse voortgang van de vier weken; er zijn er drie. */
const RONDE = 'monitoring-week';
const LAATSTE_RONDE = 3;

async function leesHervat(db: Connection, casusId: string, casus: NonNullable<Awaited<ReturnType<typeof leesVoortgang>>>): Promise<Hervat> {
  const { vierWekenSinds, escalatieDatum, cyclus, dagenThuisWeek, escalatieSignaal } = casus;
  return {
    besproken: (await leesLaatsteRegel(db, casusId, BESPROKEN)) !== undefined,
    geescaleerd: vierWekenSinds !== null || escalatieSignaal !== null,
    gesproken: vierWekenSinds !== null,
    escalatieSignaal,
    escalatie: vierWekenSinds === null ? null : { gesprekDatum: escalatieDatum ?? vierWekenSinds, dagenThuisWeek },
    vierWeken: vierWekenSinds === null ? null : { sinds: vierWekenSinds, cyclus: cyclus ?? 1 },
    ronde: Math.min(LAATSTE_RONDE, 1 + (vierWekenSinds === null ? 0 : await telRegels(db, casusId, RONDE, vierWekenSinds))),
  };
}
