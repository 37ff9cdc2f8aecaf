import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import type { Element, Kaart, Pad } from '../../domein/kaart/kaart.ts';
import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import { aantalTekst, procentTekst, VERBORGEN } from '../getal.ts';
import type { Beeld, Dagen } from './beelden.ts';
import { dagenVan, termijnTekst } from './tekst.ts';

/** Hoe warm een plek is: 0 is zonder kleur, `klein` is een tot en met vier, `verborgen` is niet te zeggen. Onder nul komt alleen in een verschil voor. */
export type Niveau = -3 | -2 | -1 | 0 | 1 | 2 | 3 | 4 | 5 | 'klein' | 'verborgen';

/** Wat er bij één element in de tekening komt: een kleur, een getal, en hoogstens één regel eronder. */
export interface Merk {
  readonly id: string;
  readonly niveau: Niveau;
  readonly getal: string;
  readonly onder: string;
}

/** Wat er bij één pijl komt; `deel` is hoe dik haar band is, van nul tot één: haar gewicht tegenover de drukste pijl, of hoe groot een verschil is. */
export interface Pijlmerk {
  readonly id: string;
  readonly niveau: Niveau;
  readonly getal: string;
  readonly deel: number;
}

/** Vanaf welk getal een volgende kleur begint. Vast en niet naar de drukste plek, zodat twee kaarten naast elkaar hetzelfde zeggen. */
export const GRENZEN = {
  nu: [5, 10, 20, 40, 80],
  schooldagen: [1, 3, 6, 11, 21],
  kalenderdagen: [1, 4, 8, 15, 29],
  termijn: [0.005, 0.1, 0.25, 0.5, 0.75],
} as const;

export const niveau = (waarde: number, grenzen: readonly number[]): Niveau => grenzen.filter((g) => waarde >= g).length as Niveau;
const meeste = (...waarden: readonly (number | null | undefined)[]): number => Math.max(...waarden.map((w) => w ?? 0));

/**
 * Een plek waar een kind kan blijven. Wat vanzelf gaat (een poort, een melding) telt alleen mee als er zichtbaar een kind staat: dat het
 * met een filter niet te zeggen is, is daar geen nieuws. Wat niet meer in de tekening staat telt mee als er iets over te zeggen is.
 */
export function isPlek({ automatisch, soort, nu, geeindigd }: Element): boolean {
  if (soort === null) return nu.kinderen !== 0 || geeindigd.kinderen !== 0;
  return !automatisch || (nu.kinderen !== 0 && nu.kinderen !== null);
}

/** De merken van een beeld; een plek zonder iets te zeggen heeft er geen. */
export function maakMerken(kaart: Pick<Kaart, 'elementen'>, beeld: Beeld, dagen: Dagen): Merk[] {
  const maak = { nu: merkNu, duur: (e: Element) => merkDuur(e, dagen), termijn: merkTermijn, paden: () => undefined }[beeld];
  return kaart.elementen.filter(isPlek).flatMap((e) => {
    const merk = maak(e);
    return merk ? [{ id: e.id, ...merk }] : [];
  });
}

export type Los = Omit<Merk, 'id'>;
const zonder = (n: Aantal): Los | undefined => (n === 0 ? undefined : { niveau: n === null ? 'verborgen' : 'klein', getal: aantalTekst(n), onder: '' });

/** Een aantal kinderen; niemand is geen merk. */
export const merkKinderen = (n: Aantal, onder = ''): Los | undefined => (typeof n !== 'number' || n === 0 ? zonder(n) : { niveau: niveau(n, GRENZEN.nu), getal: aantalTekst(n), onder });

const merkNu = ({ nu }: Element): Los | undefined => merkKinderen(nu.kinderen, typeof nu.overTermijn === 'number' && nu.overTermijn > 0 ? `${nu.overTermijn} te laat` : '');

/** De kleur volgt wat klaar is, of wat nog wacht als dat al langer duurt: een stap waar iedereen vastzit mag niet vlot lijken. */
function merkDuur(e: Element, dagen: Dagen): Los | undefined {
  const klaar = e.geeindigd[dagen];
  const open = e.nu[dagen];
  const langst = hoogste(klaar, open);
  if (langst === null) {
    if (e.geeindigd.kinderen === 0) return zonder(e.nu.kinderen);
    return zonder(typeof e.geeindigd.kinderen === 'number' ? null : e.geeindigd.kinderen);
  }
  // Wat vanzelf gaat en nooit een dag duurt, zegt in de tekening niets.
  if (langst === 0 && (klaar?.p90 ?? 0) === 0) return undefined;
  return {
    niveau: niveau(langst, GRENZEN[dagen]), getal: klaar ? `${klaar.mediaan} d` : `nu ${open!.mediaan} d`,
    onder: [klaar && klaar.p90 !== null ? `p90 ${klaar.p90}` : '', klaar && open && open.mediaan > klaar.mediaan ? `nu al ${open.mediaan}` : ''].filter(Boolean).join(' · '),
  };
}
const hoogste = (...getallen: readonly (Kengetal | null)[]): number | null => {
  const er = getallen.filter((k) => k !== null);
  return er.length === 0 ? null : Math.max(...er.map((k) => k.mediaan));
};

/** Wat over de termijn ging: van een deelproces of aangeroepen proces alles erin. */
export const overTermijn = (e: Element): { toen: number | null; teLaat: Aantal; nu: number | null; nuTeLaat: Aantal } =>
  e.inhoud === null
    ? { toen: e.geeindigd.aandeelTeLaat, teLaat: e.geeindigd.teLaat, nu: e.nu.aandeelOverTermijn, nuTeLaat: e.nu.overTermijn }
    : { toen: e.inhoud.aandeelTeLaat, teLaat: e.inhoud.teLaat, nu: e.inhoud.nuAandeel, nuTeLaat: e.inhoud.nuOverTermijn };

/** De termijn die bij de duur van deze plek past; een aangeroepen proces draagt de stap van wat erin gebeurt, en duurt zelf veel langer. */
export const normenVan = (e: Element): Element['termijnen'] => (e.soort === 'callActivity' ? [] : e.termijnen);

function merkTermijn(e: Element): Los | undefined {
  const { toen, teLaat, nu, nuTeLaat } = overTermijn(e);
  const nuTekst = typeof nuTeLaat === 'number' && nuTeLaat > 0 ? `nu ${nuTeLaat} te laat` : '';
  if (toen === null && nu === null) return [teLaat, nuTeLaat].includes('<5') ? zonder('<5') : [teLaat, nuTeLaat].includes(null) && (normenVan(e).length > 0 || e.inhoud !== null) ? zonder(null) : undefined;
  const normen = normenVan(e);
  const klaar = e.geeindigd[dagenVan(normen)];
  const naast = klaar && normen.length > 0 ? `duurt ${klaar.mediaan}, mag ${termijnTekst(normen, true)}` : '';
  return { niveau: niveau(meeste(toen, nu), GRENZEN.termijn), getal: toen === null ? `nu ${procentTekst(nu!)}` : procentTekst(toen), onder: [naast, nuTekst].filter(Boolean).join(' · ') };
}

/** Hoe vaak de drukste van deze pijlen is genomen. */
export const drukstePijl = (paden: readonly Pad[]): number => Math.max(1, ...paden.map(({ gewicht }) => (typeof gewicht === 'number' ? gewicht : 0)));

/** De pijlen met hun gewicht; een pijl waar niets over te zeggen is heeft geen getal. @param meest waar de dikste band bij hoort */
export function maakPijlmerken(paden: readonly Pad[], meest = drukstePijl(paden)): Pijlmerk[] {
  return paden.map(({ id, gewicht }): Pijlmerk => {
    if (gewicht === null) return { id, niveau: 'verborgen', getal: VERBORGEN, deel: 0 };
    if (gewicht === '<5') return { id, niveau: 'klein', getal: '<5', deel: 0 };
    const deel = gewicht / meest;
    return { id, niveau: gewicht === 0 ? 0 : (Math.max(1, Math.ceil(5 * deel)) as Niveau), getal: gewicht === 0 ? '' : aantalTekst(gewicht), deel };
  });
}
