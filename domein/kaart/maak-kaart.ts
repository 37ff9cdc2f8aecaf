import type { Duren } from '../../registratie/kaart/duren.ts';
import type { Datum } from '../kalender/datum.ts';
import { kengetal, leeftijden } from './cijfers.ts';
import { inhoudVan } from './inhoud.ts';
import type { Element, Kaart, Pad } from './kaart.ts';
import { kanBlijven, type Kaartelement, type Kaartmodel } from './model.ts';
import type { Norm } from './normen.ts';
import { NIEMAND, type Nu, type Taken } from './nu.ts';
import { aantal, afgerond, DREMPEL, teKlein, type Aantal } from './onderdruk.ts';
import { padgewichten } from './paden.ts';
import type { Telling, Toon } from './telling.ts';
import type { Numaat } from './toon-nu.ts';

/** Wat de tekening en het register van één proces zeggen, nog met alle aantallen, en wat daarvan mag staan. */
export interface Ruw {
  readonly model: Kaartmodel;
  /** Elementen waar iets over te zeggen is, ook van een oudere versie. */
  readonly gezien: Iterable<string>;
  /** Met een kenmerk of route: dan zegt nul net zo min iets als één tot en met vier. */
  readonly gefilterd: boolean;
  /** Zijn pijlen te tonen? Met een kenmerk niet. */
  readonly metPaden: boolean;
  readonly geeindigd: (element: string) => { telling: Telling; toon: Toon };
  readonly duren: ReadonlyMap<string, Duren>;
  readonly nu: ReadonlyMap<string, Nu>;
  readonly kinderenNu: number;
  /** Zonder element: van het hele proces. */
  readonly magNu: (maat: Numaat, element?: string) => boolean;
  /** Mag het aantal van dit element er zijn, ook als er niemand is? */
  readonly nuOpen: boolean;
  readonly inhoud: ReadonlyMap<string, Taken>;
  readonly inhoudNu: ReadonlyMap<string, Taken>;
  readonly stappen: (element: string) => readonly string[];
  readonly normen: ReadonlyMap<string, Norm>;
  /** Dagen van een begindag tot vandaag. */
  readonly kalenderdagen: (begin: Datum) => number;
  readonly schooldagen: (begin: Datum) => number | null;
}

const NIETS_GEEINDIGD: Element['geeindigd'] = { kinderen: null, bezoeken: null, afgebroken: null, metTermijn: null, teLaat: null, aandeelTeLaat: null, kalenderdagen: null, schooldagen: null };
const NIETS_NU: Element['nu'] = { kinderen: null, overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null };
const aandeel = (n: number, geheel: number): number | null => (geheel === 0 ? null : Math.round((1000 * n) / geheel) / 1000);

/**
 * Van ruwe aantallen naar wat naar buiten mag. Wie zijn aantal kinderen verliest, verliest ook kengetallen en aandelen, want een
 * mediaan van twee kinderen ís een kind.
 */
export function maakKaart(ruw: Ruw): Pick<Kaart, 'kinderenNu' | 'elementen' | 'paden'> {
  const { model, gefilterd } = ruw;
  const bekend = new Set(model.elementen.map((e) => e.id));
  const oud = [...new Set(ruw.gezien)].filter((id) => !bekend.has(id)).sort().map((id): Kaartelement => ({ id, naam: id, soort: '', binnen: null, gebeurtenis: false, roept: null }));
  const alle = [...model.elementen, ...oud];
  const inhoud = inhoudVan(alle, ruw);
  /** Een aantal dat is goedgekeurd; wat er niet is of te klein is, is dat nooit. */
  const getal = (n: number, mag: boolean): Aantal => (gefilterd || n >= DREMPEL ? (mag && n >= DREMPEL ? n : null) : aantal(n));

  const elementen = alle.map((e): Element => {
    const stappen = ruw.stappen(e.id);
    const inModel = bekend.has(e.id);
    return {
      id: e.id, naam: e.naam, soort: inModel ? e.soort : null, binnen: e.binnen, gebeurtenis: e.gebeurtenis, automatisch: !kanBlijven(e), roept: e.roept, stappen, inModel,
      termijnen: stappen.flatMap((stap) => ruw.normen.get(stap) ?? []),
      nu: ruw.nuOpen ? maakNu(e.id) : NIETS_NU, geeindigd: kanBlijven(e) ? maakGeeindigd(e.id) : NIETS_GEEINDIGD, inhoud: inhoud.get(e.id) ?? null,
    };
  });
  return { kinderenNu: ruw.nuOpen ? getal(ruw.kinderenNu, ruw.magNu('n')) : null, elementen, paden: maakPaden() };

  function maakNu(id: string): Element['nu'] {
    const { kinderen, metTermijn, overTermijn, begonnen } = ruw.nu.get(id) ?? NIEMAND;
    const n = getal(kinderen, ruw.magNu('n', id));
    if (typeof n !== 'number') return { ...NIETS_NU, kinderen: n };
    const metBekend = ruw.magNu('t', id) || (!gefilterd && metTermijn === 0);
    const over = metBekend ? getal(overTermijn, ruw.magNu('l', id)) : null;
    return {
      kinderen: n, overTermijn: over, aandeelOverTermijn: typeof over === 'number' ? aandeel(over, metTermijn) : null,
      kalenderdagen: kengetal(leeftijden(begonnen, ruw.kalenderdagen), n), schooldagen: kengetal(leeftijden(begonnen, ruw.schooldagen), n),
    };
  }

  function maakGeeindigd(id: string): Element['geeindigd'] {
    const { telling, toon } = ruw.geeindigd(id);
    if (!toon.kinderen || (gefilterd && telling.kinderen === 0)) return { ...NIETS_GEEINDIGD, kinderen: toon.klein && !gefilterd ? '<5' : null };
    const { kinderen, metTermijn, teLaat } = telling;
    const deel = (n: number, mag: boolean): number | null => (mag && (n >= DREMPEL || (n === 0 && !gefilterd)) ? n : null);
    const [met, laat] = [deel(metTermijn, toon.termijn), deel(teLaat, toon.teLaat)];
    const duren = ruw.duren.get(id);
    return {
      kinderen, bezoeken: Math.max(kinderen, afgerond(telling.bezoeken)), afgebroken: telling.afgebroken < DREMPEL ? null : Math.min(kinderen, afgerond(telling.afgebroken)),
      metTermijn: met, teLaat: laat, aandeelTeLaat: met === null || laat === null ? null : aandeel(laat, met),
      kalenderdagen: duren ? kengetal(duren.kalenderdagen, kinderen) : null, schooldagen: duren ? kengetal(duren.schooldagen, kinderen) : null,
    };
  }

  /** Een pijl heeft een gewicht tussen elementen waarvan de kinderen er mogen staan. */
  function maakPaden(): Pad[] {
    const gewichten = ruw.metPaden ? padgewichten(model, (id) => {
      const { bezoeken, bezoekenAfgebroken } = ruw.geeindigd(id).telling;
      return { begonnen: bezoeken + (ruw.nu.get(id)?.bezoeken ?? 0), klaar: bezoeken - bezoekenAfgebroken };
    }) : new Map<string, number | null>();
    const mag = (id: string): boolean => {
      const { telling, toon } = ruw.geeindigd(id);
      return toon.kinderen && telling.kinderen >= DREMPEL;
    };
    const weeg = (gewicht: number, van: string, naar: string): Aantal => {
      if (gewicht === 0 && !gefilterd && ruw.geeindigd(van).toon.kinderen && ruw.geeindigd(naar).toon.kinderen) return 0;
      if (!mag(van) || !mag(naar)) return null;
      return teKlein(gewicht) || gewicht === 0 ? (gefilterd ? null : '<5') : afgerond(gewicht);
    };
    return model.pijlen.map(({ id, van, naar }) => {
      const gewicht = gewichten.get(id) ?? null;
      return { id, van, naar, gewicht: gewicht === null ? null : weeg(gewicht, van, naar) };
    });
  }
}
