import { DREMPEL } from '../../kaart/onderdruk.ts';
import type { Cijferdeps, Opname } from '../bron.ts';
import type { Casus, Kind } from '../kinderen.ts';
import { begonnenMaanden, meetdagVan } from '../../kalender/maand.ts';
import type { Zicht } from '../telling.ts';
import { KPIS } from './index.ts';
import type { Kpi, Kpibron } from './kpi.ts';
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

/** Alles wat een cijfer van een schooljaar nodig heeft, behalve zijn eigen norm. */
function maakBron(deps: Cijferdeps, opname: Opname, schooljaar: string): Omit<Kpibron, 'norm'> {
  const { peildatum } = opname;
  const casussen = new Map<string, { casus: Casus; kind: Kind }>(opname.kinderen.flatMap((kind) => kind.casussen.map((casus) => [casus.casusId, { casus, kind }] as const)));
  return { ...deps, opname, nu: deps.klok.nu(), meetdagen: begonnenMaanden(schooljaar, peildatum).map((maand) => meetdagVan(maand, peildatum)), casusVan: (casusId) => casussen.get(casusId) };
}

/** Rekent cijfers van een schooljaar uit: alle, of alleen deze. */
export async function leesKpis(deps: Cijferdeps, opname: Opname, { schooljaar, zicht }: { schooljaar: string; zicht: Zicht }, welke: readonly Kpi[] = KPIS): Promise<Kpiuitslag[]> {
  const vraag: Kpivraag = { schooljaar, maanden: begonnenMaanden(schooljaar, opname.peildatum), peildatum: opname.peildatum, zicht };
  const bron = maakBron(deps, opname, schooljaar);
  return Promise.all(welke.map(async (kpi): Promise<Kpiuitslag> => {
    const norm = await haalKpinorm(deps.beslissen, kpi.id.replace(/[a-z]$/, ''));
    const cijfer = await rekenUit(kpi, { ...bron, norm }, vraag);
    return { kpi, norm, cijfer, gehaald: cijfer && isGehaald(kpi, norm, cijfer) };
  }));
}

async function rekenUit(kpi: Kpi, bron: Kpibron, vraag: Kpivraag): Promise<Kpicijfer | null> {
  if (kpi.reken) return kpi.reken(kpi, bron, vraag);
  return kpi.gevallen ? telKpi(kpi, await kpi.gevallen(bron), vraag) : null;
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
