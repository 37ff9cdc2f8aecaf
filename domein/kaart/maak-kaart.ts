import type { Duren } from '../../registratie/kaart/duren.ts';
import type { Inhoud } from '../../registratie/kaart/inhoud.ts';
import type { Open } from '../../registratie/kaart/open.ts';
import type { Datum } from '../kalender/datum.ts';
import { kengetal, leeftijden } from './cijfers.ts';
import type { Element, Pad } from './kaart.ts';
import type { Kaartelement, Kaartmodel } from './model.ts';
import type { Norm } from './normen.ts';
import { aantal, beschermDelen, deel, DREMPEL, teKlein } from './onderdruk.ts';
import { padgewichten } from './paden.ts';

/** Wat de tekening en het register van één proces zeggen, nog met alle aantallen. */
export interface Ruw {
  readonly model: Kaartmodel;
  readonly duren: ReadonlyMap<string, Duren>;
  readonly open: ReadonlyMap<string, Open>;
  readonly inhoud: ReadonlyMap<string, Inhoud>;
  readonly stappen: (element: string) => readonly string[];
  readonly normen: ReadonlyMap<string, Norm>;
  readonly kinderenNu: number;
  /** Dagen van een begindag tot vandaag. */
  readonly kalenderdagen: (begin: Datum) => number;
  readonly schooldagen: (begin: Datum) => number | null;
}

const NIETS: Duren = { n: 0, kinderen: 0, afgebroken: 0, metTermijn: 0, teLaat: 0, kalenderdagen: new Map(), schooldagen: new Map() };
const LEEG: Open = { kinderen: 0, n: 0, metTermijn: 0, overTermijn: 0, begonnen: new Map() };
const GEEN: Inhoud = { metTermijn: 0, teLaat: 0, openMetTermijn: 0, openOverTermijn: 0 };

/**
 * Van ruwe aantallen naar wat naar buiten mag. Wie onder de drempel zit verliest ook zijn kengetallen en aandelen, want een
 * mediaan van twee kinderen ís een kind. De inhoud van een deelproces valt weg als zij een te klein deel zou verraden.
 */
export function maakKaart(ruw: Ruw): { kinderenNu: ReturnType<typeof aantal>; elementen: Element[]; paden: Pad[] } {
  const { model } = ruw;
  const bekend = new Set(model.elementen.map((e) => e.id));
  const weg = [...new Set([...ruw.duren.keys(), ...ruw.open.keys()])].filter((id) => !bekend.has(id)).sort();
  const oud = weg.map((id): Kaartelement => ({ id, naam: id, soort: '', binnen: null, gebeurtenis: false, roept: null }));
  const alle = [...model.elementen, ...oud];

  const groepen = new Map<string | null, { id: string; n: number }[]>();
  for (const { id, binnen } of alle) groepen.set(binnen, [...(groepen.get(binnen) ?? []), { id, n: ruw.open.get(id)?.kinderen ?? 0 }]);
  const beschermd = beschermDelen(groepen.values());
  const inhoud = somVanInhoud(alle, ruw);
  const elementen = alle.map((e) => maakElement(e, bekend.has(e.id)));
  const mag = (id: string): boolean => (ruw.duren.get(id)?.kinderen ?? 0) + (ruw.open.get(id)?.kinderen ?? 0) >= DREMPEL;
  const gewichten = padgewichten(model, (id) => {
    const { n, afgebroken } = ruw.duren.get(id) ?? NIETS;
    return { begonnen: n + (ruw.open.get(id)?.n ?? 0), klaar: n - afgebroken };
  });
  const paden = model.pijlen.map(({ id, van, naar }): Pad => {
    const gewicht = gewichten.get(id) ?? null;
    return { id, van, naar, gewicht: gewicht === null || gewicht === 0 ? gewicht : mag(van) && mag(naar) ? aantal(gewicht) : '<5' };
  });
  return { kinderenNu: aantal(ruw.kinderenNu), elementen, paden };

  function maakElement(e: Kaartelement, inModel: boolean): Element {
    const duur = ruw.duren.get(e.id) ?? NIETS;
    const open = ruw.open.get(e.id) ?? LEEG;
    const stappen = ruw.stappen(e.id);
    return {
      id: e.id, naam: e.naam, soort: inModel ? e.soort : null, binnen: e.binnen, gebeurtenis: e.gebeurtenis, roept: e.roept, stappen, inModel,
      termijnen: stappen.flatMap((stap) => ruw.normen.get(stap) ?? []),
      nu: maakNu(open, beschermd.has(e.id)), geeindigd: maakGeeindigd(duur), inhoud: inhoud.get(e.id)?.(teKlein(open.kinderen) || beschermd.has(e.id), teKlein(duur.kinderen)) ?? null,
    };
  }

  function maakNu(open: Open, verborgen: boolean): Element['nu'] {
    if (verborgen) return { kinderen: null, bezoeken: null, overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null };
    if (teKlein(open.kinderen)) return { kinderen: '<5', bezoeken: null, overTermijn: null, aandeelOverTermijn: null, kalenderdagen: null, schooldagen: null };
    const over = deel(open.overTermijn, open.metTermijn);
    return {
      kinderen: open.kinderen, bezoeken: open.n, overTermijn: over.aantal, aandeelOverTermijn: over.aandeel,
      kalenderdagen: kengetal(leeftijden(open.begonnen, ruw.kalenderdagen)), schooldagen: kengetal(leeftijden(open.begonnen, ruw.schooldagen)),
    };
  }
}

function maakGeeindigd(duur: Duren): Element['geeindigd'] {
  if (teKlein(duur.kinderen)) return { kinderen: '<5', bezoeken: null, afgebroken: null, metTermijn: null, teLaat: null, aandeelTeLaat: null, kalenderdagen: null, schooldagen: null };
  const laat = deel(duur.teLaat, duur.metTermijn);
  return {
    kinderen: duur.kinderen, bezoeken: duur.n, afgebroken: deel(duur.afgebroken, duur.n).aantal, metTermijn: deel(duur.metTermijn, duur.n).aantal, teLaat: laat.aantal, aandeelTeLaat: laat.aandeel,
    kalenderdagen: kengetal(duur.kalenderdagen), schooldagen: kengetal(duur.schooldagen),
  };
}

type MaakInhoud = (nuVerborgen: boolean, toenVerborgen: boolean) => Element['inhoud'];

/** Per deelproces en aangeroepen proces de som van wat erin gebeurt: eigen taken, deelprocessen daarbinnen en wat die aanroepen. */
function somVanInhoud(alle: readonly Kaartelement[], ruw: Ruw): Map<string, MaakInhoud> {
  const eigen = ({ id, soort }: Kaartelement): Inhoud => {
    if (soort === 'callActivity') return ruw.inhoud.get(id) ?? GEEN;
    const duur = ruw.duren.get(id) ?? NIETS;
    const open = ruw.open.get(id) ?? LEEG;
    return { metTermijn: duur.metTermijn, teLaat: duur.teLaat, openMetTermijn: open.metTermijn, openOverTermijn: open.overTermijn };
  };
  const binnen = (id: string): Kaartelement[] => alle.filter((e) => e.binnen === id).flatMap((e) => [e, ...binnen(e.id)]);
  return new Map(alle.filter((e) => e.soort === 'subProcess' || e.soort === 'callActivity').map((e): [string, MaakInhoud] => {
    const delen = e.soort === 'callActivity' ? [eigen(e)] : binnen(e.id).map(eigen);
    const tel = (veld: keyof Inhoud): number => delen.reduce((som, d) => som + d[veld], 0);
    // Eén klein deel volgt uit het geheel min de rest.
    const verraadt = (veld: keyof Inhoud): boolean => {
      const klein = delen.map((d) => d[veld]).filter(teKlein);
      return delen.length > 1 && klein.length > 0 && (klein.length === 1 || klein.reduce((a, b) => a + b, 0) < DREMPEL);
    };
    const veilig = (n: keyof Inhoud, geheel: keyof Inhoud, verborgen: boolean) => (verborgen || verraadt(n) || verraadt(geheel) ? { aantal: null, aandeel: null } : deel(tel(n), tel(geheel)));
    return [e.id, (nuVerborgen, toenVerborgen) => {
      const nu = veilig('openOverTermijn', 'openMetTermijn', nuVerborgen);
      const toen = veilig('teLaat', 'metTermijn', toenVerborgen);
      return { nuOverTermijn: nu.aantal, nuAandeel: nu.aandeel, teLaat: toen.aantal, aandeelTeLaat: toen.aandeel };
    }];
  }));
}
