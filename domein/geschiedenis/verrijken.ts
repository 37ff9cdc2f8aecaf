import { leesTaaktermijnen, type Bezoek } from '../../registratie/geschiedenis/bezoeken.ts';
import type { Connection } from '../../registratie/register.ts';
import type { Beslissen } from '../beslissen.ts';
import { ContractError } from '../errors.ts';
import { leesMoment } from '../kalender/datum.ts';
import { KalenderOntbreekt, schooljaarVan, type Kalenders } from '../kalender/schoolkalender.ts';
import type { Modelstap, Modelstappen } from '../stappen/modelstappen.ts';
import { stapVanRoute } from '../stappen/stap-van-route.ts';
import { berekenTermijn } from '../termijnen/bereken.ts';
import { zoekTermijnen, type TermijnRij } from '../termijnen/tabel.ts';
import { kalenderdagen, makeDagVan, makeSchooldagen } from './dagen.ts';
import type { Plek } from './plaatsen.ts';

/** Een bezoek zonder wat er van de casus en de kalender af te leiden is. */
export type RuwBezoek = Pick<Bezoek, 'sleutel' | 'proces' | 'versie' | 'element' | 'soort' | 'instantie' | 'begonnen' | 'geeindigd' | 'toestand'>;

export interface VerrijkenDeps {
  readonly db: Connection;
  readonly engine: Beslissen;
  readonly stappen: Modelstappen;
  readonly kalenders: Kalenders;
}

/**
 * Vult aan wat bij een bezoek hoort: casus, route en stap; de termijn van de stap; en hoe lang het duurde, in kalenderdagen en
 * in schooldagen van de eigen school. Een taak die openstaat heeft haar eigen einddatum; van een andere volgt zij uit
 * de tabel Termijnen, zoals die nu is.
 */
export function makeVerrijken({ db, engine, stappen, kalenders }: VerrijkenDeps) {
  const dag = makeDagVan();
  const schooldagen = makeSchooldagen(kalenders);
  const termijnen = new Map<string, Promise<TermijnRij | undefined>>();

  function termijn(bezoek: RuwBezoek, stap: Modelstap, route: string | null): Promise<TermijnRij | undefined> {
    const sleutel = `${bezoek.proces} ${bezoek.element} ${route ?? ''}`;
    const eerder = termijnen.get(sleutel) ?? zoekTermijnen(engine, stap, route, bezoek.element).then(
      ({ rijen }) => rijen.find((rij) => rij.soort === 'uiterlijk'),
      (fout: unknown) => {
        // Een rij die niet klopt geeft bij de taak zelf al een incident; de geschiedenis wacht daar niet op.
        if (fout instanceof ContractError) return undefined;
        throw fout;
      },
    );
    termijnen.set(sleutel, eerder);
    return eerder;
  }

  const eindes = new Map<string, Date | null>();
  /** Met een vast tijdstip hangt het einde alleen van de dag af; zo is per dag en school één keer rekenen genoeg. */
  function eindeVan(rij: TermijnRij, begonnen: Date, brin: string | null): Date | null {
    if (rij.tijdstip == null) return einddatum(rij, begonnen, kalenders, brin);
    const sleutel = `${dag(begonnen)} ${brin ?? ''} ${rij.aantal} ${rij.eenheid} ${rij.tijdstip} ${String(rij.opSchooldag)}`;
    if (!eindes.has(sleutel)) eindes.set(sleutel, einddatum(rij, begonnen, kalenders, brin));
    return eindes.get(sleutel) ?? null;
  }

  /** Een gedeelde fase die meer stappen dient telt bij de stap die haar vroeg: het laatste deel van het pad. */
  async function genoemd(stap: Modelstap, pad: readonly string[] | null): Promise<readonly string[]> {
    const [proces, element] = (stap.vanAanroeper ? pad?.at(-1) : undefined)?.split(':') ?? [];
    const vanAanroeper = element === undefined ? [] : (await stappen(proces, element)).stappen;
    return vanAanroeper.length > 0 ? vanAanroeper : stap.stappen;
  }

  return async function verrijk(ruw: readonly RuwBezoek[], plekken: ReadonlyMap<string, Plek>): Promise<Bezoek[]> {
    const eigen = await leesTaaktermijnen(db, ruw.filter((b) => b.toestand === 'open' && b.soort === 'USER_TASK').map((b) => b.sleutel));
    const uit: Bezoek[] = [];
    for (const bezoek of ruw) {
      const { casusId = null, route = null, brin = null, pad = null } = plekken.get(bezoek.instantie) ?? {};
      const stap = await stappen(bezoek.proces, bezoek.element);
      let uiterlijk = eigen.get(bezoek.sleutel) ?? null;
      if (uiterlijk === null && casusId !== null && bezoek.soort === 'USER_TASK') {
        const rij = await termijn(bezoek, stap, route);
        uiterlijk = rij ? eindeVan(rij, bezoek.begonnen, brin) : null;
      }
      const begin = dag(bezoek.begonnen);
      const eind = bezoek.geeindigd && dag(bezoek.geeindigd);
      uit.push({
        ...bezoek, casusId, route, stap: stapVanRoute(await genoemd(stap, pad), route) ?? null, uiterlijk, eindDag: eind, schooljaar: eind === null ? null : schooljaarVan(eind),
        kalenderdagen: eind === null ? null : kalenderdagen(begin, eind), schooldagen: eind === null ? null : schooldagen(brin, begin, eind),
      });
    }
    return uit;
  };
}

export type Verrijken = ReturnType<typeof makeVerrijken>;

/** @returns null als de vakanties van die tijd niet bekend zijn: de taak zelf kreeg daar een incident van */
function einddatum(rij: TermijnRij, begonnen: Date, kalenders: Kalenders, brin: string | null): Date | null {
  try {
    const vanaf = leesMoment(begonnen.toISOString());
    return vanaf ? new Date(berekenTermijn(rij, vanaf, kalenders(brin))) : null;
  } catch (fout) {
    if (fout instanceof KalenderOntbreekt) return null;
    throw fout;
  }
}
