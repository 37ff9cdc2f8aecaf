import type { Kaart } from '../../domein/kaart/kaart.ts';
import type { Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Keuzes } from '../../registratie/kaart/keuzes.ts';
import type { Toelichting } from '../export/tabel.ts';
import type { Acties } from '../kaart/acties.ts';
import { adresVan } from '../kaart/adres.ts';
import { DAGEN, type Dagen } from '../kaart/beelden.ts';
import { meetdag, naamdelen, type Bijschrift } from '../kaart/bijschrift.ts';
import { filterInWoorden, type Gekozen } from '../kaart/filterkeuze.ts';
import { isPlek, maakMerken, merkKinderen, type Merk } from '../kaart/hitte.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import { klassen, schermrij, type Koppeling, type Scherm, type Schermrij } from '../kaart/scherm.ts';
import { sorteerkoppen } from '../kaart/tabel.ts';
import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { aantalTekst } from '../getal.ts';
import { BEDEKT, GEEN } from '../kaart/tekst.ts';
import { vergelijkadres, vergelijkvelden, type Vergelijkstand } from './adres.ts';
import { KANTEN, maatVan, VERGELIJKBEELDEN, type Kant, type Vergelijkbeeld } from './beelden.ts';
import { overTweetal } from './over.ts';
import { maakVergelijktabel, type Kolomgroep, type Vergelijkrij } from './tabel.ts';
import { PROCENTPUNT } from './tekst.ts';
import { maakVerschilmerken, verschilklassen } from './verschilmerken.ts';

/** Eén kant op de pagina: een heatmap met haar kop. */
export interface Kantscherm {
  readonly kant: Kant;
  /** Waar haar tekening komt. */
  readonly doek: string;
  readonly letter: string;
  readonly kop: string;
  /** Leeg waar het niet over nu gaat, of waar het niet getoond mag worden. */
  readonly kinderenNu: string;
  /** De heatmap zelf. */
  readonly href: string;
  readonly gegevens: string;
  readonly leeg: boolean;
}

/** Alles wat de pagina van een vergelijking toont. */
export interface Vergelijkscherm extends Pick<Scherm, 'acties' | 'beelden' | 'dagkeuze' | 'versheid' | 'actueel' | 'tekens' | 'uitleg' | 'opvallend' | 'sorteervelden' | 'gegevens' | 'geenTermijnen' | 'toelichting' | 'tabelkop' | 'kolommen'> {
  readonly kanten: readonly Kantscherm[];
  readonly wissel: string;
  /** Waarom deze twee hier hetzelfde zijn, en waar dan wel verschil te zien is; leeg als dat niet zo is. */
  readonly zonderPeriode: string;
  readonly uitlegHitte: string;
  readonly groepen: readonly Kolomgroep[];
  readonly rijen: readonly Schermrij[];
}

export interface Vergelijkdelen { readonly tweetal: Tweetal; readonly stand: Vergelijkstand; readonly tekening: Modeltekening; readonly keuzes: Keuzes }

/** Zet twee antwoorden om in wat de pagina toont: de tekeningen en de tabel van de heatmap, met ertussen het verschil. */
export async function maakVergelijkscherm({ tweetal, stand, tekening, keuzes }: Vergelijkdelen): Promise<Vergelijkscherm> {
  const { beeld, dagen, proces } = stand;
  const maat = maatVan(beeld);
  const naar = (anders: Partial<Vergelijkstand>): string => vergelijkadres(stand, anders);
  const erin = (dieper: string): string => naar({ proces: dieper, via: [...stand.via, proces], blad: '', sorteer: '' });
  const tabel = maakVergelijktabel(tweetal, beeld, dagen, tekening, stand.sorteer);
  const rijen = await Promise.all(tabel.rijen.map(({ a: _a, b: _b, verschil: _verschil, ...rij }) => schermrij(rij, proces, erin)));
  const gekozen = { a: await filterInWoorden(tweetal.a.filter, keuzes), b: await filterInWoorden(tweetal.b.filter, keuzes) };
  const verschillen = vanGrootNaarKlein(tabel.rijen);
  const gedeeld = { proces, model: tekening.adres, blad: stand.blad, eerst: verschillen.map(({ id }) => id), pijlen: [], naar: Object.fromEntries(tweetal.a.elementen.flatMap((e) => (e.roept === null ? [] : [[e.id, erin(e.roept)]]))) };
  const uitleg = `Het getal is B min A, met eronder de twee getallen zelf: van A naar B. Er staat alleen een verschil waar allebei een getal heeft.${maat.eenheid === 'kinderen' ? ' Gaat het bij de een over veel meer kinderen dan bij de ander, dan zegt een verschil in aantallen weinig: kijk dan hoe lang het duurt.' : ''}`;
  const tekens = [
    ...BEDEKT, { teken: GEEN, uitleg: 'aan een van de kanten is hier niets te meten' },
    ...(maat.eenheid === 'procentpunt' ? [{ teken: PROCENTPUNT, uitleg: 'procentpunt: van 20% naar 32% is +12 pp' }] : []),
  ];
  const verschil: Tekengegevens = { ...gedeeld, beeld: 'verschil', merken: maakVerschilmerken(tabel.rijen, beeld), klassen: verschilklassen(beeld) };
  const over = overTweetal(tweetal, gekozen);
  return {
    acties: maakActies(tweetal, stand, over, { klassen: verschil.klassen, tekens, uitleg }),
    beelden: (Object.keys(VERGELIJKBEELDEN) as Vergelijkbeeld[]).map((b) => ({ href: naar({ beeld: b, sorteer: '' }), label: VERGELIJKBEELDEN[b].titel, current: b === beeld })),
    dagkeuze: beeld === 'nu' || beeld === 'duur' ? (Object.keys(DAGEN) as Dagen[]).map((d): Koppeling => ({ href: naar({ dagen: d }), label: DAGEN[d].label, current: d === dagen })) : [],
    kanten: KANTEN.map((kant): Kantscherm => {
      const kaart = tweetal[kant];
      const gegevens: Tekengegevens = { ...gedeeld, beeld: maat.reeks, merken: merkenVan(kaart, beeld, dagen), klassen: klassen(maat.reeks, dagen) };
      return {
        kant, doek: `kaart-${kant}`, letter: kant.toUpperCase(), kop: kopVan(gekozen[kant]), kinderenNu: beeld !== 'nu' || kaart.kinderenNu === null ? '' : `${aantalTekst(kaart.kinderenNu)} ${kaart.kinderenNu === 1 ? 'kind' : 'kinderen'} nu`,
        href: adresVan(proces, { beeld: maat.tabel, dagen, via: stand.via, blad: stand.blad, sorteer: '', filter: stand[kant] }), gegevens: JSON.stringify(gegevens),
        leeg: kaart.elementen.filter(isPlek).every((e) => e.nu.kinderen === 0 && e.geeindigd.kinderen === 0),
      };
    }),
    wissel: naar({ a: stand.b, b: stand.a }), versheid: tweetal.b.versheid.tekst, actueel: tweetal.b.versheid.actueel,
    zonderPeriode: beeld === 'nu' && alleenTijdAnders(tweetal) ? naar({ beeld: 'klaar', sorteer: '' }) : '',
    geenTermijnen: beeld === 'termijn' && tweetal.a.elementen.every((e) => e.termijnen.length === 0) && tweetal.a.elementen.some((e) => e.stappen.length > 0 && e.soort === 'userTask'),
    toelichting: [...new Set([...tweetal.a.toelichting, ...tweetal.b.toelichting])], uitleg, tekens,
    uitlegHitte: 'Dezelfde kleur is bij A en B hetzelfde getal. De tekeningen schuiven en zoomen samen.',
    opvallend: opvallend(verschillen, beeld), tabelkop: `${maat.titel}: A, B en het verschil`,
    groepen: tabel.groepen, kolommen: sorteerkoppen(tabel.kolommen, tabel.kolom, tabel.dalend), rijen, gegevens: JSON.stringify(verschil),
    sorteervelden: Object.entries(vergelijkvelden({ ...stand, sorteer: '' })).map(([naam, waarde]) => ({ naam, waarde })),
  };
}

const kopVan = (gekozen: readonly Gekozen[]): string => (gekozen.length === 0 ? 'Alle jaren, alle kinderen' : gekozen.map(({ label }) => label).join(', '));

/** De merken van één kant, op de schaal van de heatmap. */
function merkenVan(kaart: Kaart, beeld: Vergelijkbeeld, dagen: Dagen): Merk[] {
  if (beeld !== 'klaar') return maakMerken(kaart, beeld, dagen);
  return kaart.elementen.filter(isPlek).flatMap((e) => {
    const merk = merkKinderen(e.geeindigd.kinderen);
    return merk ? [{ id: e.id, ...merk }] : [];
  });
}

function maakActies({ a, b }: Tweetal, stand: Vergelijkstand, over: readonly Toelichting[], rest: Pick<Bijschrift, 'klassen' | 'tekens' | 'uitleg'>): Acties {
  const beeld = `${maatVan(stand.beeld).titel}: het verschil`;
  const bijschrift: Bijschrift = { titel: `Vergelijking: ${a.naam}`, beeld, over, naam: bestandsdelen({ a, b }), dag: meetdag(a), ...rest };
  return { xlsx: vergelijkadres(stand, {}, '/vergelijk/tabel.xlsx'), csv: vergelijkadres(stand, {}, '/vergelijk/tabel.csv'), beeld, over, bijschrift: JSON.stringify(bijschrift) };
}

/** De delen van de naam van een bestand: het proces en wat er aan elke kant gekozen is. */
export const bestandsdelen = ({ a, b }: Tweetal): string[] => [a.proces, 'vergelijking', ...naamdelen(a).slice(1), 'met', ...naamdelen(b).slice(1)];

/** Wie nu ergens is hoort bij geen periode: twee filters die alleen daarin verschillen geven nu hetzelfde. */
function alleenTijdAnders({ a, b }: Tweetal): boolean {
  const zonderTijd = ({ filter: { schooljaar: _jaar, van: _van, tot: _tot, ...rest } }: Kaart): string => JSON.stringify(rest);
  return zonderTijd(a) === zonderTijd(b);
}

/** De plekken met een verschil, het grootste eerst, naar welke kant ook. */
const vanGrootNaarKlein = (rijen: readonly Vergelijkrij[]): Vergelijkrij[] =>
  rijen.filter(({ inModel, verschil }) => inModel && verschil.cijfer !== null && verschil.cijfer !== 0).sort((x, y) => Math.abs(y.verschil.cijfer!) - Math.abs(x.verschil.cijfer!));

/** De drie grootste; een deelproces niet, want dat is de som van wat erin zit. */
function opvallend(verschillen: readonly Vergelijkrij[], beeld: Vergelijkbeeld): Scherm['opvallend'] {
  return verschillen.filter(({ element: e }) => e?.soort === 'userTask' || e?.soort === 'callActivity').slice(0, 3)
    .map(({ id, naam, verschil }) => ({ id, href: `#rij-${id}`, naam, getal: `${verschil.tekst}${beeld === 'duur' ? (Math.abs(verschil.cijfer!) === 1 ? ' dag' : ' dagen') : ''}` }));
}
