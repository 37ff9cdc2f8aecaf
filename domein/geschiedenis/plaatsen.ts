import { bewaarInstanties, bewaarPlaatsingen, leesCasusVanInstanties, leesInstanties, leesRoutes, type Instantie, type Plaatsing } from '../../registratie/geschiedenis/instanties.ts';
import { leesElementen } from '../../registratie/geschiedenis/bezoeken.ts';
import type { Connection } from '../../registratie/register.ts';
import { routeVan } from '../routes/index.ts';
import type { BronInstantie, Geschiedenisbron } from './bron.ts';

/** Waar een instantie bij hoort. */
export interface Plek extends Plaatsing {
  readonly proces: string;
  readonly brin: string | null;
}

/** De call activities van een bladzijde: sleutel van het bezoek → element. */
export type Aanroepers = ReadonlyMap<string, string>;

export const alsInstantie = (i: BronInstantie) => ({ sleutel: i.key, proces: i.processId, begonnen: i.start, ouder: i.parent, ouderBezoek: i.parentVisit });

/**
 * Zoekt bij instanties hun casus, route en het pad van aanroepers erboven. De casus staat bij de instantie die haar opende
 * (of heropende); wie door een ander is aangeroepen hoort bij die ander, en wat los is gestart zegt het met de variabele
 * `casusId`. Een route-proces geeft zijn eigen route door, dus een gedeelde fase weet welke route haar aanriep.
 * Wat nog niet te zeggen is (de casus moet nog open, de aanroeper is nog niet gelezen) blijft leeg en komt een volgende keer.
 */
export function makePlaatsen(db: Connection, bron: Pick<Geschiedenisbron, 'instancesByKey' | 'casusOf'>) {
  const bekend = new Map<string, Plek>();
  const af = (p: Plaatsing): boolean => p.pad !== null && p.casusId !== null;

  /** Deze instanties en alles erboven, voor zover nog niet onthouden. */
  async function metOuders(sleutels: readonly string[]): Promise<Map<string, Instantie>> {
    const uit = new Map<string, Instantie>();
    for (let zoek = nieuw(sleutels); zoek.length > 0; ) {
      const gevonden = await leesInstanties(db, zoek);
      const ontbrekend = zoek.filter((s) => !gevonden.some((g) => g.sleutel === s));
      if (ontbrekend.length > 0) {
        await bewaarInstanties(db, (await bron.instancesByKey(ontbrekend)).map(alsInstantie));
        gevonden.push(...(await leesInstanties(db, ontbrekend)));
      }
      for (const rij of gevonden) uit.set(rij.sleutel, rij);
      const geprobeerd = new Set(zoek);
      zoek = nieuw(gevonden.filter((g) => !af(g)).flatMap((g) => g.ouder ?? [])).filter((s) => !uit.has(s) && !geprobeerd.has(s));
    }
    return uit;
  }
  const nieuw = (sleutels: readonly string[]): string[] => [...new Set(sleutels)].filter((s) => !bekend.has(s));

  return async function plaats(sleutels: readonly string[], aanroepers: Aanroepers = new Map()): Promise<ReadonlyMap<string, Plek>> {
    const rijen = await metOuders(sleutels);
    const open = [...rijen.values()].filter((rij) => !af(rij));
    const heeftOuder = (rij: Instantie): boolean => rij.ouder !== null && (rijen.has(rij.ouder) || bekend.has(rij.ouder));
    const wortels = open.filter((rij) => !heeftOuder(rij)).map((rij) => rij.sleutel);
    const casussen = new Map((await leesCasusVanInstanties(db, wortels)).map((r) => [r.sleutel, r.casusId]));
    const los = wortels.filter((s) => !casussen.has(s));
    if (los.length > 0) for (const [sleutel, casusId] of await bron.casusOf(los)) casussen.set(sleutel, casusId);
    const routes = await leesRoutes(db, [...new Set([...casussen.values(), ...[...rijen.values()].flatMap((r) => r.casusId ?? [])])]);
    const elementen = await leesElementen(db, open.flatMap((rij) => (rij.ouderBezoek !== null && !aanroepers.has(rij.ouderBezoek) ? rij.ouderBezoek : [])));

    const geplaatst = new Map<string, Plek>();
    const bepaal = (sleutel: string): Plek | undefined => {
      const eerder = bekend.get(sleutel) ?? geplaatst.get(sleutel);
      const rij = rijen.get(sleutel);
      if (eerder !== undefined || rij === undefined) return eerder;
      const plek = af(rij) ? rij : heeftOuder(rij) ? onderOuder(rij) : wortel(rij);
      const { proces, casusId, route, pad, brin } = plek;
      geplaatst.set(sleutel, { proces, casusId, route, pad, brin });
      return geplaatst.get(sleutel);
    };
    const wortel = (rij: Instantie): Plek => {
      // Een casus die niet (meer) bestaat telt niet: dan is er niets om bij te horen.
      const casusId = casussen.get(rij.sleutel);
      const casus = casusId === undefined ? undefined : routes.get(casusId);
      return { proces: rij.proces, casusId: casus ? casusId! : null, route: routeVan(rij.proces)?.proces ?? casus?.route ?? null, pad: [], brin: casus?.brin ?? null };
    };
    const onderOuder = (rij: Instantie): Plek => {
      const ouder = bepaal(rij.ouder!);
      const element = rij.ouderBezoek === null ? undefined : (aanroepers.get(rij.ouderBezoek) ?? elementen.get(rij.ouderBezoek));
      // Zonder pad ook nog geen casus: een bezoek telt pas mee als bekend is waar het overal bij hoort.
      if (!ouder?.pad || element === undefined) return { proces: rij.proces, casusId: null, route: null, pad: null, brin: null };
      return { proces: rij.proces, casusId: ouder.casusId, brin: ouder.brin, route: routeVan(rij.proces)?.proces ?? ouder.route, pad: [...ouder.pad, `${ouder.proces}:${element}`] };
    };
    for (const sleutel of rijen.keys()) bepaal(sleutel);
    await bewaarPlaatsingen(db, open.flatMap((rij) => {
      const plek = geplaatst.get(rij.sleutel)!;
      return plek.casusId !== rij.casusId || (plek.pad === null) !== (rij.pad === null) ? [{ sleutel: rij.sleutel, casusId: plek.casusId, route: plek.route, pad: plek.pad }] : [];
    }));
    for (const [sleutel, plek] of geplaatst) if (af(plek)) bekend.set(sleutel, plek);
    return new Map(sleutels.flatMap((s): [string, Plek][] => {
      const plek = bekend.get(s) ?? geplaatst.get(s);
      return plek ? [[s, plek]] : [];
    }));
  };
}

export type Plaatsen = ReturnType<typeof makePlaatsen>;
