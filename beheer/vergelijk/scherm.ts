import type { Kaart } from '../../domein/kaart/kaart.ts';
import type { Tweetal } from '../../domein/kaart/vergelijk.ts';
import type { Keuzes } from '../../registratie/kaart/keuzes.ts';
import type { Toelichting } from '../export/tabel.ts';
import type { Acties } from '../kaart/acties.ts';
import { adresVan } from '../kaart/adres.ts';
import { DAGEN, type Dagen } from '../kaart/beelden.ts';
import { meetdag, naamdelen, type Bijschrift } from '../kaart/bijschrift.ts';
import { filterInWoorden, type Gekozen } from '../kaart/filterkeuze.ts';
import { drukstePijl, isPlek, maakMerken, maakPijlmerken, merkKinderen, type Merk } from '../kaart/hitte.ts';
import type { Modeltekening } from '../kaart/modeltekening.ts';
import { klassen, schermrij, type Koppeling, type Scherm, type Schermrij } from '../kaart/scherm.ts';
import { sorteerkoppen } from '../kaart/tabel.ts';
import type { Tekengegevens } from '../kaart/tekengegevens.ts';
import { aantalTekst } from '../getal.ts';
import { vergelijkadres, vergelijkvelden, type Vergelijkstand } from './adres.ts';
import { KANTEN, maatVan, VERGELIJKBEELDEN, type Kant, type Vergelijkbeeld } from './beelden.ts';
import { opvallend, vanGrootNaarKlein } from './opvallend.ts';
import { overTweetal } from './over.ts';
import { maakVergelijktabel, type Kolomgroep } from './tabel.ts';
import { maakPijlverschillen, maakVerschilmerken, verschilklassen } from './verschilmerken.ts';
import { geenVerschil, tekensBij, uitlegKanten, uitlegVerschil, zonderPaden } from './woorden.ts';

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
  /** Waarom er van de paden niets te vergelijken is; leeg als dat niet zo is. */
  readonly zonderPaden: string;
  readonly geenVerschil: string;
  readonly uitlegKanten: string;
  /** Hoeveel kolommen er voor de eerste groep staan. */
  readonly vast: number;
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
  const gedeeld = { proces, model: tekening.adres, blad: stand.blad, eerst: verschillen.map(({ id }) => id), naar: Object.fromEntries(tweetal.a.elementen.flatMap((e) => (e.roept === null ? [] : [[e.id, erin(e.roept)]]))) };
  const [uitleg, tekens] = [uitlegVerschil(beeld), tekensBij(beeld)];
  const drukste = drukstePijl([...tweetal.a.paden, ...tweetal.b.paden]);
  const paden = beeld === 'paden';
  const verschil: Tekengegevens = { ...gedeeld, beeld: 'verschil', merken: paden ? [] : maakVerschilmerken(tabel.rijen, beeld), pijlen: paden ? maakPijlverschillen(tabel.rijen, beeld) : [], klassen: verschilklassen(beeld) };
  const over = overTweetal(tweetal, gekozen);
  const reden = paden ? zonderPaden(tweetal) : '';
  return {
    acties: maakActies(tweetal, stand, over, { klassen: verschil.klassen, tekens, uitleg }),
    beelden: (Object.keys(VERGELIJKBEELDEN) as Vergelijkbeeld[]).map((b) => ({ href: naar({ beeld: b, sorteer: '' }), label: VERGELIJKBEELDEN[b].titel, current: b === beeld })),
    dagkeuze: beeld === 'nu' || beeld === 'duur' ? (Object.keys(DAGEN) as Dagen[]).map((d): Koppeling => ({ href: naar({ dagen: d }), label: DAGEN[d].label, current: d === dagen })) : [],
    kanten: KANTEN.map((kant): Kantscherm => {
      const kaart = tweetal[kant];
      const gegevens: Tekengegevens = { ...gedeeld, beeld: maat.reeks, merken: merkenVan(kaart, beeld, dagen), pijlen: paden ? maakPijlmerken(kaart.paden, drukste) : [], klassen: klassen(maat.reeks, dagen) };
      return {
        kant, doek: `kaart-${kant}`, letter: kant.toUpperCase(), kop: kopVan(gekozen[kant]), kinderenNu: beeld !== 'nu' || kaart.kinderenNu === null ? '' : `${aantalTekst(kaart.kinderenNu)} ${kaart.kinderenNu === 1 ? 'kind' : 'kinderen'} nu`,
        href: adresVan(proces, { beeld: maat.tabel, dagen, via: stand.via, blad: stand.blad, sorteer: '', filter: stand[kant] }), gegevens: JSON.stringify(gegevens),
        leeg: kaart.elementen.filter(isPlek).every((e) => e.nu.kinderen === 0 && e.geeindigd.kinderen === 0),
      };
    }),
    wissel: naar({ a: stand.b, b: stand.a }), versheid: tweetal.b.versheid.tekst, actueel: tweetal.b.versheid.actueel,
    zonderPeriode: beeld === 'nu' && alleenTijdAnders(tweetal) ? naar({ beeld: 'klaar', sorteer: '' }) : '', zonderPaden: reden, geenVerschil: geenVerschil(beeld, reden),
    geenTermijnen: beeld === 'termijn' && tweetal.a.elementen.every((e) => e.termijnen.length === 0) && tweetal.a.elementen.some((e) => e.stappen.length > 0 && e.soort === 'userTask'),
    toelichting: [...new Set([...tweetal.a.toelichting, ...tweetal.b.toelichting])], uitleg, tekens,
    uitlegKanten: uitlegKanten(beeld),
    opvallend: opvallend(verschillen, beeld, tweetal.a.paden), tabelkop: `${maat.titel}: A, B en het verschil`,
    vast: tabel.vast, groepen: tabel.groepen, kolommen: sorteerkoppen(tabel.kolommen, tabel.kolom, tabel.dalend), rijen, gegevens: JSON.stringify(verschil),
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
