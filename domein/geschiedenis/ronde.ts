import { bewaarInstanties } from '../../registratie/geschiedenis/instanties.ts';
import { bewaarGeschiedenisStand, leesGeschiedenisStand } from '../../registratie/geschiedenis/stand.ts';
import type { Register } from '../../registratie/register.ts';
import type { Beslissen } from '../beslissen.ts';
import { dagVan, vandaag } from '../kalender/datum.ts';
import { schoolkalenders, type Kalenders } from '../kalender/schoolkalender.ts';
import type { Klok } from '../klok.ts';
import { modelstappen, type Modelstappen } from '../stappen/modelstappen.ts';
import type { Geschiedenisbron } from './bron.ts';
import { makeGrenzen } from './grenzen.ts';
import { kijkOpenNa, wijsToe } from './nakijken.ts';
import { alsInstantie, makePlaatsen } from './plaatsen.ts';
import { telNieuwe } from './tellen.ts';
import { makeVerrijken } from './verrijken.ts';
import { makeVerwerken } from './verwerken.ts';

const MINUUT = 60_000;
const DAG = 86_400_000;
/** Zo ver vóór het laatst geziene moment begint een volgende keer: de zoekindex van de engine laat rijen niet precies op volgorde zien. */
const OVERLAP = 10 * MINUUT;
/** Zo vaak wordt alles wat openstaat nagekeken. */
const NAKIJKEN = 10 * MINUUT;
/** Eén keer per dag wordt zoveel opnieuw gelezen. */
const TERUGKIJKEN = 7 * DAG;
/** Eindes worden per week gelezen, zodat wie onderbroken wordt daar verdergaat. */
const VENSTER = 7 * DAG;

export interface GeschiedenisDeps {
  readonly register: Register;
  readonly bron: Geschiedenisbron;
  readonly engine: Beslissen;
  readonly klok: Klok;
  readonly kalenders?: Kalenders;
  readonly stappen?: Modelstappen;
}

/** Wat één ronde deed: nieuwe of veranderde bezoeken, en casussen waarvan de sommen zijn bijgewerkt. */
export interface Ronde {
  readonly bezoeken: number;
  readonly casussen: number;
}

/**
 * Leest bij wat er sinds de vorige keer in de engine gebeurde (design §4). Alles is te herhalen: een bezoek wordt op zijn
 * sleutel bewaard, dus een ronde die halverwege stopte gaat verder waar zij was, ook na een week.
 * Niets ontbreekt als de engine achterloopt: (1) elke ronde begint een stuk vóór het laatst geziene moment; (2) van elke
 * partitie wordt het laatst geziene moment onthouden, en wie achterliep wordt vanaf daar opnieuw gelezen; (3) wat open was
 * en het niet meer is, wordt per instantie nagevraagd; (4) één keer per dag wordt de laatste week opnieuw gelezen.
 * @throws de fout van engine of register; dan staat in de stand sinds wanneer het niet lukt
 */
export async function leesGeschiedenis(deps: GeschiedenisDeps, signal?: AbortSignal): Promise<Ronde> {
  const { register, bron, klok, engine, kalenders = schoolkalenders(), stappen = modelstappen } = deps;
  const { db } = register;
  const nu = klok.nu();
  const stand = await leesGeschiedenisStand(db);
  await bewaarGeschiedenisStand(db, { geprobeerdOp: nu });
  const plaats = makePlaatsen(db, bron);
  const verwerken = makeVerwerken(db, bron, plaats, makeVerrijken({ db, engine, stappen, kalenders }));
  const nieuweDag = stand.nagekekenOp !== null && dagVan(stand.nagekekenOp) !== vandaag(klok);
  const vanaf = (moment: Date): Date => new Date(Math.min(moment.getTime() - OVERLAP, nieuweDag ? nu.getTime() - TERUGKIJKEN : Infinity));

  const beginVan = stand.beginTot ? vanaf(stand.beginTot) : new Date(0);
  const grenzen = makeGrenzen(stand.partities, beginVan, OVERLAP);

  /** Wat begon van `van` tot `tot`; zonder `tot` alles, en dan is elke bladzijde een plek om verder te gaan. */
  async function leesBegin(van: Date, tot?: Date): Promise<number> {
    for await (const deel of bron.instancesStarted(van)) {
      signal?.throwIfAborted();
      await bewaarInstanties(db, deel.map(alsInstantie));
      if (tot && deel.at(-1)!.start >= tot) break;
    }
    let anders = 0;
    for await (const deel of bron.visitsStarted(van)) {
      signal?.throwIfAborted();
      anders += await verwerken.verwerk(deel);
      grenzen.zie(deel);
      const laatste = deel.at(-1)?.start;
      if (tot && laatste && laatste >= tot) break;
      if (!tot) await bewaarGeschiedenisStand(db, { beginTot: grenzen.laatste(), partities: grenzen.onderweg() });
    }
    return anders;
  }

  async function leesEinde(van: Date, tot: Date): Promise<number> {
    let anders = 0;
    let laatste = (stand.eindeTot ?? van).getTime();
    for (let begin = van.getTime(); begin < tot.getTime(); begin += VENSTER) {
      for await (const deel of bron.visitsEnded(new Date(begin), new Date(Math.min(begin + VENSTER, tot.getTime())))) {
        signal?.throwIfAborted();
        anders += await verwerken.verwerk(deel);
        for (const { end } of deel) laatste = Math.max(laatste, end?.getTime() ?? 0);
      }
      await bewaarGeschiedenisStand(db, { eindeTot: new Date(laatste) });
    }
    return anders;
  }

  async function lees(): Promise<Ronde> {
    let bezoeken = await leesBegin(beginVan);
    const gat = grenzen.gat();
    if (gat) bezoeken += await leesBegin(gat, beginVan);
    await bewaarGeschiedenisStand(db, { partities: grenzen.partities() });
    // De eerste keer komt elk einde met het begin mee, op wat intussen eindigde na.
    bezoeken += await leesEinde(stand.eindeTot ? vanaf(stand.eindeTot) : new Date(nu.getTime() - DAG), new Date(nu.getTime() + DAG));
    if (nieuweDag || stand.nagekekenOp === null || nu.getTime() - stand.nagekekenOp.getTime() >= NAKIJKEN) {
      bezoeken += await kijkOpenNa(db, bron, verwerken, signal);
      await bewaarGeschiedenisStand(db, { nagekekenOp: nu });
    }
    bezoeken += await wijsToe(db, plaats, verwerken, new Date(Math.min(nu.getTime(), beginVan.getTime()) - DAG), signal);
    return { bezoeken, casussen: await telNieuwe(register, signal) };
  }

  try {
    const ronde = await lees();
    await bewaarGeschiedenisStand(db, { volledigOp: nu, misluktSinds: null });
    return ronde;
  } catch (fout) {
    if (!signal?.aborted) await bewaarGeschiedenisStand(db, { misluktSinds: stand.misluktSinds ?? nu }).catch(() => undefined);
    throw fout;
  }
}
