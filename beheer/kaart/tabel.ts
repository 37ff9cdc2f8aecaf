import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import type { Element, Kaart, Pad } from '../../domein/kaart/kaart.ts';
import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import { opVolgorde } from '../../domein/stappen/stap-van-route.ts';
import { aantalTekst, procentTekst, VERBORGEN } from '../getal.ts';
import { BEELDEN, DAGEN, type Beeld, type Dagen } from './beelden.ts';
import { isPlek, normenVan, overTermijn } from './hitte.ts';
import type { Modeltekening } from './modeltekening.ts';
import { paddelen } from './paddeel.ts';
import { dagenVan, GEEN, termijnTekst } from './tekst.ts';

/** Een vakje: wat er staat, en waarop het sorteert. `cijfer` is het getal dat er staat, zodat ermee te rekenen is; null als er geen staat. */
export interface Cel { readonly tekst: string; readonly waarde: number | string; readonly getal: boolean; readonly cijfer: number | null }
export interface Kolom {
  readonly sleutel: string;
  readonly kop: string;
  readonly getal: boolean;
  /** De kop van de groep kolommen, voor wie haar erboven niet ziet; leeg als er geen groep is. */
  readonly maat?: string;
}
export interface Rij { readonly id: string; readonly naam: string; readonly bij: string; readonly inModel: boolean; readonly element: Element | null; readonly cellen: readonly Cel[] }
export interface Tabel { readonly kolommen: readonly Kolom[]; readonly rijen: readonly Rij[] }

const tekst = (t: string): Cel => ({ tekst: t || GEEN, waarde: t, getal: false, cijfer: null });
export const NIETS: Cel = { tekst: GEEN, waarde: -1, getal: true, cijfer: null };
/** Wat verborgen is staat bij elkaar, tussen nul en vijf: de volgorde verraadt niets. */
const telling = (n: Aantal): Cel => ({ tekst: aantalTekst(n), waarde: typeof n === 'number' ? n : n === '<5' ? 2 : 1, getal: true, cijfer: typeof n === 'number' ? n : null });
const dagen = (k: Kengetal | null, welk: 'mediaan' | 'p90', kinderen: Aantal): Cel => {
  const dag = k?.[welk] ?? null;
  return dag !== null ? { tekst: aantalTekst(dag), waarde: dag, getal: true, cijfer: dag } : kinderen === 0 ? NIETS : { ...telling(null), waarde: 0 };
};
const deel = (d: number | null, n: Aantal): Cel => (d !== null ? { tekst: procentTekst(d), waarde: d, getal: true, cijfer: d } : n === 0 ? NIETS : { tekst: VERBORGEN, waarde: 0, getal: true, cijfer: null });

type Maak = readonly [sleutel: string, kop: string, cel: (e: Element) => Cel];

function kolommen(beeld: Exclude<Beeld, 'paden'>, soort: Dagen): readonly Maak[] {
  const { label } = DAGEN[soort];
  switch (beeld) {
    case 'nu': return [
      ['nu', 'Kinderen nu', (e) => telling(e.nu.kinderen)],
      ['wacht', `Wachten al, mediaan ${label}`, (e) => dagen(e.nu[soort], 'mediaan', e.nu.kinderen)],
      ['p90', 'p90', (e) => dagen(e.nu[soort], 'p90', e.nu.kinderen)],
      ['over', 'Nu over de termijn', (e) => telling(e.nu.kinderen === 0 ? 0 : overTermijn(e).nuTeLaat)],
    ];
    case 'duur': return [
      ['mediaan', `Klaar: mediaan ${label}`, (e) => dagen(e.geeindigd[soort], 'mediaan', e.geeindigd.kinderen)],
      ['p90', 'p90', (e) => dagen(e.geeindigd[soort], 'p90', e.geeindigd.kinderen)],
      ['kinderen', 'Kinderen (n)', (e) => telling(e.geeindigd.kinderen)],
      ['keer', 'Keer, op vijven', (e) => telling(e.geeindigd.bezoeken)],
      ['open', 'Nu bezig: kinderen', (e) => telling(e.nu.kinderen)],
      ['openMediaan', 'al, mediaan', (e) => dagen(e.nu[soort], 'mediaan', e.nu.kinderen)],
      ['openP90', 'al, p90', (e) => dagen(e.nu[soort], 'p90', e.nu.kinderen)],
    ];
    case 'termijn': return [
      ['termijn', 'Termijn', (e) => tekst(termijnTekst(normenVan(e)))],
      ['mediaan', 'Duurde, mediaan', (e) => metEenheid(e)],
      ['telaat', 'Te laat klaar', (e) => telling(overTermijn(e).teLaat)],
      ['aandeel', 'Deel te laat', (e) => deel(overTermijn(e).toen, overTermijn(e).teLaat)],
      ['nu', 'Nu over de termijn', (e) => telling(overTermijn(e).nuTeLaat)],
      ['nuaandeel', 'Deel van wat nu openstaat', (e) => deel(overTermijn(e).nu, overTermijn(e).nuTeLaat)],
    ];
  }
}

/** De duur in de dagen van de termijn, want twee soorten dagen zijn niet te vergelijken. */
function metEenheid(e: Element): Cel {
  const soort = dagenVan(normenVan(e));
  const cel = dagen(e.geeindigd[soort], 'mediaan', e.geeindigd.kinderen);
  return typeof cel.waarde === 'number' && e.geeindigd[soort] !== null ? { ...cel, tekst: `${cel.tekst} ${DAGEN[soort].label}` } : cel;
}

/** De tabel bij het beeld: dezelfde getallen als in de tekening, en ook wat daar niet meer in staat. */
export function maakTabel(kaart: Kaart, beeld: Beeld, soort: Dagen, tekening: Pick<Modeltekening, 'rol' | 'antwoord'>, sorteer: string): Tabel {
  const tabel = beeld === 'paden' ? padtabel(kaart, tekening, kaart.paden.filter((p) => p.gewicht !== 0)) : elementtabel(kaart, kolommen(beeld, soort), beeld, tekening);
  const [kolom, dalend] = gekozenKolom(tabel.kolommen, BEELDEN[beeld].hoofd, sorteer);
  return { ...tabel, rijen: gesorteerd(tabel.kolommen, tabel.rijen, kolom, dalend) };
}

/** De rijen op de volgorde van een kolom. */
export function gesorteerd<T extends Pick<Rij, 'naam' | 'cellen'>>(kolommen: readonly Kolom[], rijen: readonly T[], kolom: string, dalend: boolean): T[] {
  const plek = kolommen.findIndex((k) => k.sleutel === kolom);
  const waarde = (rij: T): number | string => (kolom === 'wat' ? rij.naam : rij.cellen[plek - 1]!.waarde);
  return [...rijen].sort((a, b) => (dalend ? -1 : 1) * vergelijk(waarde(a), waarde(b)));
}

/** De kolom waarop de tabel staat: gevraagd, en anders de voornaamste van hoog naar laag. */
export function gekozenKolom(alle: readonly Kolom[], hoofd: string, sorteer: string): [kolom: string, dalend: boolean] {
  const kolom = sorteer.replace(/^-/, '');
  return alle.some((k) => k.sleutel === kolom) ? [kolom, sorteer.startsWith('-')] : [hoofd, true];
}

/** De koppen met hoe de tabel nu staat, en waar een klik op de kop heen gaat. */
export const sorteerkoppen = <T extends Kolom>(kolommen: readonly T[], kolom: string, dalend: boolean): (T & { richting: string; volgende: string })[] =>
  kolommen.map((k) => ({ ...k, maat: k.maat ?? '', richting: k.sleutel !== kolom ? 'none' : dalend ? 'descending' : 'ascending', volgende: k.sleutel === kolom ? (dalend ? k.sleutel : `-${k.sleutel}`) : k.getal ? `-${k.sleutel}` : k.sleutel }));

const vergelijk = (a: number | string, b: number | string): number => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'nl', { numeric: true }));

function elementtabel(kaart: Kaart, maken: readonly Maak[], beeld: Beeld, tekening: Pick<Modeltekening, 'rol'>): Tabel {
  const namen = new Map(kaart.elementen.map((e) => [e.id, e.naam]));
  const toon = (e: Element): boolean => isPlek(e) && (beeld !== 'termijn' || e.termijnen.length > 0 || e.inhoud !== null || overTermijn(e).teLaat !== 0);
  return {
    kolommen: [{ sleutel: 'wat', kop: 'Wat', getal: false }, { sleutel: 'stap', kop: 'Stap', getal: false }, { sleutel: 'wie', kop: 'Wie', getal: false }, ...maken.map(([sleutel, kop]) => ({ sleutel, kop, getal: sleutel !== 'termijn' }))],
    rijen: kaart.elementen.filter(toon).map((e) => ({
      id: e.id, naam: e.naam, bij: e.binnen === null ? '' : (namen.get(e.binnen) ?? ''), inModel: e.inModel, element: e,
      cellen: [tekst(opVolgorde(e.stappen, kaart.filter.route).join(' ')), tekst(tekening.rol(e.id)), ...maken.map(([, , cel]) => cel(e))],
    })),
  };
}

/** De pijlen met hoe vaak zij zijn genomen. @param paden welke erin staan */
export function padtabel(kaart: Kaart, tekening: Pick<Modeltekening, 'antwoord'>, paden: readonly Pad[]): Tabel {
  const elementen = new Map(kaart.elementen.map((e) => [e.id, e]));
  const naam = (id: string): string => {
    const e = elementen.get(id);
    return e === undefined ? id : e.naam !== id ? e.naam : /gateway/i.test(e.soort ?? '') ? 'knooppunt' : id;
  };
  const delen = paddelen(kaart);
  const aandeel = ({ id }: Pad): Cel => { const er = delen.get(id); return er === undefined ? NIETS : deel(er, null); };
  return {
    kolommen: [{ sleutel: 'wat', kop: 'Van', getal: false }, { sleutel: 'antwoord', kop: 'Antwoord', getal: false }, { sleutel: 'naar', kop: 'Naar', getal: false }, { sleutel: 'keer', kop: 'Keer', getal: true }, { sleutel: 'deel', kop: 'Deel', getal: true }],
    rijen: paden.map((p) => ({ id: p.id, naam: naam(p.van), bij: '', inModel: true, element: null, cellen: [tekst(tekening.antwoord(p.id)), tekst(naam(p.naar)), telling(p.gewicht), aandeel(p)] })),
  };
}
