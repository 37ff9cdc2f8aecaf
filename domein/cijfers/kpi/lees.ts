import { DREMPEL } from '../../kaart/onderdruk.ts';
import type { Cijferdeps, Opname } from '../bron.ts';
import type { Casus, Kind } from '../kinderen.ts';
import type { Datum } from '../../kalender/datum.ts';
import { begonnenMaanden } from '../../kalender/maand.ts';
import type { Samen } from '../samen.ts';
import { KPIS } from './index.ts';
import type { Kpi, Kpibron, Kpigeval } from './kpi.ts';
import { haalKpinorm, type Kpinorm } from './normen.ts';
import { telKpi, type Kpicijfer, type Kpivraag } from './tellen.ts';

/** Een cijfer met zijn doel en of het gehaald is. */
export interface Kpiuitslag {
  readonly kpi: Kpi;
  readonly norm: Kpinorm;
  /** Leeg als het register de gegevens niet heeft. */
  readonly cijfer: Kpicijfer | null;
  /** Null als er geen doel is of geen getal. */
  readonly gehaald: boolean | null;
}

/** Een cijfer met alle gevallen die er ooit waren. */
export interface Kpigegevens {
  readonly kpi: Kpi;
  readonly bron: Kpibron;
  readonly gevallen: readonly Kpigeval[] | null;
}

/** Leest de gevallen van alle cijfers. @param meetdagen de dagen waarop een stand te tonen is */
export async function leesKpigevallen(deps: Cijferdeps, opname: Opname, meetdagen: readonly Datum[]): Promise<Kpigegevens[]> {
  const casussen = new Map<string, { casus: Casus; kind: Kind }>(opname.kinderen.flatMap((kind) => kind.casussen.map((casus) => [casus.casusId, { casus, kind }] as const)));
  const gedeeld = { ...deps, opname, nu: deps.klok.nu(), meetdagen, casusVan: (casusId: string) => casussen.get(casusId) };
  return Promise.all(KPIS.map(async (kpi): Promise<Kpigegevens> => {
    const bron = { ...gedeeld, norm: await haalKpinorm(deps.beslissen, kpi.id.replace(/[a-z]$/, '')) };
    return { kpi, bron, gevallen: kpi.reken ? null : ((await kpi.gevallen?.(bron)) ?? null) };
  }));
}

/** Telt alle cijfers van een schooljaar. @returns geeft ze, als alles wat er samen mee bepaalt of zij er mogen staan geteld is */
export function telKpis(gegevens: readonly Kpigegevens[], schooljaar: string, peildatum: Datum, samen: Samen): () => Promise<Kpiuitslag[]> {
  const vraag: Kpivraag = { schooljaar, maanden: begonnenMaanden(schooljaar, peildatum), peildatum };
  const geteld = gegevens.map(({ kpi, bron, gevallen }) => {
    const cijfer = gevallen && telKpi(kpi, gevallen, vraag, samen);
    return async (): Promise<Kpiuitslag> => {
      const uitslag = kpi.reken ? await kpi.reken(kpi, bron, vraag, samen.zicht) : (cijfer?.() ?? null);
      return { kpi, norm: bron.norm, cijfer: uitslag, gehaald: uitslag && isGehaald(kpi, bron.norm, uitslag) };
    };
  });
  return () => Promise.all(geteld.map((lees) => lees()));
}

/** Waar het getal waar het doel over gaat tussen ligt: een percentage, een aantal of een mediaan. Meestal is dat één getal. */
function doelbereik({ vorm }: Kpi, { aandeel, tussen, teller, duur }: Kpicijfer): readonly [number, number] | null {
  const precies = (getal: number | null | undefined): readonly [number, number] | null => (getal == null ? null : [getal, getal]);
  if (vorm === 'aandeel') return tussen && aandeel === null ? [100 * tussen[0], 100 * tussen[1]] : precies(aandeel === null ? null : 100 * aandeel);
  if (vorm === 'duur') return precies(duur?.mediaan);
  return teller === '<5' ? [1, DREMPEL - 1] : precies(teller);
}

/** Is het doel gehaald? Null als er geen doel is, of als wat er mag staan het niet zegt. */
function isGehaald(kpi: Kpi, { doelVanaf, doelTot }: Kpinorm, cijfer: Kpicijfer): boolean | null {
  const bereik = doelVanaf === null && doelTot === null ? null : doelbereik(kpi, cijfer);
  if (bereik === null) return null;
  const [laagst, hoogst] = bereik;
  const [vanaf, tot] = [doelVanaf ?? -Infinity, doelTot ?? Infinity];
  return laagst >= vanaf && hoogst <= tot ? true : hoogst < vanaf || laagst > tot ? false : null;
}
