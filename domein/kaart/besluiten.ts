import { kenmerkVan, type Kaartfilter } from '../../registratie/kaart/filter.ts';
import type { Kindsom } from '../../registratie/kaart/kindsommen.ts';
import type { OpenBezoek } from '../../registratie/kaart/open.ts';
import { dagVan } from '../kalender/datum.ts';
import { perUitrol } from '../uitgerold/uitrol.ts';
import { ROUTES } from '../routes/index.ts';
import { maandenVan, type Maand } from '../kalender/maand.ts';
import type { Beeld } from './beeld.ts';
import { kanBlijven, leesKaartmodellen } from './model.ts';
import { verbanden, type Verband } from './samenhang.ts';
import { plek as plekVan, type Telling, type Toon } from './telling.ts';
import { familieVan, maakKenmerktoon, waardenVan } from './toon-kenmerk.ts';
import { maakNutoon, processenOpNiveau, type Nutoon } from './toon-nu.ts';
import { maakTijdtoon, type Tijdtoon } from './toon-tijd.ts';

/** Wat de tekeningen samen zeggen; verandert pas met een uitrol. */
export interface Tekeningen {
  readonly verbanden: readonly Verband[];
  readonly opNiveau: ReadonlySet<string>;
  /** Elementen waar niemand blijft. */
  readonly automatisch: ReadonlySet<string>;
}
/** Leest alle tekeningen; dat duurt een seconde, de eerste keer na een uitrol. */
export const leesTekeningen = perUitrol(async (): Promise<Tekeningen> => {
  const modellen = await leesKaartmodellen();
  return {
    verbanden: verbanden(modellen),
    opNiveau: processenOpNiveau(modellen.map((m) => ({ proces: m.proces, roept: m.elementen.flatMap((e) => (e.kanRoepen ?? []).flatMap((k) => modellen.map((n) => n.proces).filter((p) => p !== m.proces && (p === k || (k.endsWith('-') && p.startsWith(k)))))) })), ROUTES.map((r) => r.proces)),
    automatisch: new Set(modellen.flatMap((m) => m.elementen.filter((e) => !kanBlijven(e)).map((e) => plekVan(m.proces, e.id)))),
  };
});

/** Wat er voor één filter over een element te zeggen en te tonen is. */
export interface Besluiten {
  geeindigd(plek: string): { telling: Telling; toon: Toon };
  readonly nu: Nutoon;
}

/** @param familie de sommen van het kenmerk in het filter; leeg zonder kenmerk */
export function neemBesluiten(beeld: Beeld, { verbanden, opNiveau, automatisch }: Tekeningen, filter: Kaartfilter, peil: Date, maanden: readonly Kindsom[], familie: readonly Kindsom[], open: readonly OpenBezoek[]): Besluiten {
  const dezeMaand = dagVan(peil).slice(0, 7);
  const tijd = beeld.besluit(`tijd ${dezeMaand}`, (): Tijdtoon => {
    const gezien = maanden.map((m) => m.waarde).concat(dezeMaand).sort();
    return maakTijdtoon(maanden, verbanden, gezien[0]!, gezien.at(-1)!);
  });
  const nu = beeld.besluit(`nu ${peil.toISOString()}`, () => maakNutoon(open, overTermijnOp(peil), (proces) => opNiveau.has(proces)), 1);
  const kenmerk = kenmerkVan(filter);
  const jaar = filter.schooljaar;
  const tijdvak: { van?: Maand | undefined; tot?: Maand | undefined } = jaar === undefined ? filter : maandenVan(jaar);
  if (jaar === undefined || (kenmerk === undefined && filter.route === undefined)) {
    return { nu, geeindigd: (plek) => ({ telling: tijd.tel(plek, tijdvak.van, tijdvak.tot), toon: tijd.toon(plek, tijdvak.van, tijdvak.tot) }) };
  }
  const heel = (plek: string): Toon => tijd.toon(plek, tijdvak.van, tijdvak.tot);
  const routes = beeld.besluit(`routes ${jaar} ${dezeMaand}`, () => maakKenmerktoon({ sommen: maanden.filter((m) => m.waarde >= tijdvak.van! && m.waarde <= tijdvak.tot!), waarden: () => [], heel, verbanden }));
  const [soort] = kenmerk ? familieVan(kenmerk.soort) : [];
  const toon = soort === undefined ? routes : beeld.besluit(`kenmerk ${jaar} ${soort} ${dezeMaand}`, () =>
    maakKenmerktoon({ sommen: familie.filter((som) => !automatisch.has(plekVan(som.proces, som.element))), waarden: (som) => waardenVan(soort, som), heel, routes, verbanden }));
  const waar = { kenmerk, route: filter.route };
  return { nu, geeindigd: (plek) => ({ telling: toon.tel(plek, waar), toon: toon.toon(plek, waar) }) };
}

export const overTermijnOp = (peil: Date) => (bezoek: OpenBezoek): boolean => bezoek.uiterlijk !== null && bezoek.uiterlijk < peil;
