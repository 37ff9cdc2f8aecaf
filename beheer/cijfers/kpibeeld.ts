import { maakOpname, type Cijferdeps } from '../../domein/cijfers/bron.ts';
import { leesCijfers } from '../../domein/cijfers/cijfers.ts';
import { KPIGROEPEN, type Kpi } from '../../domein/cijfers/kpi/kpi.ts';
import type { Kpiuitslag } from '../../domein/cijfers/kpi/lees.ts';
import type { Kpicijfer } from '../../domein/cijfers/kpi/tellen.ts';
import type { Datum } from '../../domein/kalender/datum.ts';
import { maandKort, maandTekst } from '../../domein/kalender/maand.ts';
import { leesVersheid } from '../../domein/geschiedenis/versheid.ts';
import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import type { Aantal } from '../../domein/kaart/onderdruk.ts';
import type { Toelichting } from '../export/tabel.ts';
import { aantalTekst, alsGetal, VERBORGEN, type Getal } from '../getal.ts';
import { maandgrafiek } from '../grafiek/maandgrafiek.ts';
import { overBlad } from './blad.ts';
import { AFGEROND, maakFilterkeuze, type Cijferfilter, type Filterkeuze } from './filter.ts';
import { bereik, doelTekst, hoofdwaarde, soortnaam } from './kpitekst.ts';

export interface Kpikaart {
  readonly id: string;
  readonly naam: string;
  /** Leeg als het niet te berekenen is; dan zegt `ontbreekt` waarom. */
  readonly ontbreekt: string;
  readonly waarde: string;
  readonly bedekt: boolean;
  readonly onder: string;
  readonly doel: string;
  readonly oordeel: '' | 'gehaald' | 'niet gehaald';
  readonly regels: readonly { readonly naam: string; readonly getal: Getal; readonly erbij: string }[];
  readonly grafiek: string;
  readonly koppen: readonly string[];
  readonly maanden: readonly { readonly naam: string; readonly cellen: readonly string[] }[];
  readonly uitleg: readonly { readonly kop: string; readonly tekst: string }[];
}
export interface Kpibeeld {
  readonly keuze: Filterkeuze;
  readonly over: readonly Toelichting[];
  readonly peildatum: Datum;
  /** Waar de pagina en de bestanden allebei uit komen: wat hierin staat is al onderdrukt. */
  readonly uitslagen: readonly Kpiuitslag[];
  readonly versheid: string;
  /** Waarom de getallen afgerond zijn; leeg als zij dat niet zijn, of door het filter. */
  readonly afgerond: string;
  readonly doelen: readonly Kpikaart[];
  readonly groepen: readonly { readonly naam: string; readonly kaarten: readonly Kpikaart[] }[];
}

/** De cijfers waar het samenwerkingsverband op stuurt, met wat niet gehaald is voorop. */
export async function maakKpibeeld(deps: Cijferdeps, filter: Cijferfilter): Promise<Kpibeeld> {
  const opname = await maakOpname(deps);
  const keuze = await maakFilterkeuze('/cijfers', opname.kinderen, filter, opname.peildatum);
  const versheid = (await leesVersheid(deps.db, deps.klok)).tekst;
  const cijfers = await leesCijfers(deps, opname, filter.zicht);
  const uitslagen = await cijfers.kpis(filter.schooljaar);
  const kaarten = uitslagen.map((uitslag) => ({ groep: uitslag.kpi.groep, kaart: maakKaart(uitslag) }));
  const rang = { 'niet gehaald': 0, gehaald: 1, '': 2 };
  return {
    keuze, over: overBlad(keuze, deps.klok.nu(), `wat uit de stappen van de route komt: ${versheid}; de rest rechtstreeks uit het register`, cijfers.afgerond), afgerond: cijfers.afgerond ? AFGEROND : '', peildatum: opname.peildatum, uitslagen, versheid,
    doelen: kaarten.map(({ kaart }) => kaart).filter(({ doel }) => doel !== '').sort((a, b) => rang[a.oordeel] - rang[b.oordeel]),
    groepen: Object.entries(KPIGROEPEN).map(([groep, naam]) => ({ naam, kaarten: kaarten.filter((k) => k.groep === groep).map(({ kaart }) => kaart) })),
  };
}

const hoofdletter = (tekst: string): string => `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}.`.replace(/\.\.$/, '.');

const LEEG = { waarde: '', bedekt: true, onder: '', doel: '', oordeel: '', regels: [], grafiek: '', koppen: [], maanden: [], uitleg: [] } as const;

function maakKaart({ kpi, norm, cijfer, gehaald }: Kpiuitslag): Kpikaart {
  const { id, naam } = kpi;
  if (cijfer === null) return { ...LEEG, id, naam, ontbreekt: kpi.ontbreekt ?? '', uitleg: [{ kop: 'Bron', tekst: kpi.bron }] };
  const { waarde, onder } = hoofdwaarde(kpi, cijfer);
  return {
    id, naam, ontbreekt: '', waarde, bedekt: waarde === VERBORGEN || waarde === '<5', onder: `${onder}${kpi.richting ? `; liefst ${kpi.richting}` : ''}`, doel: doelTekst(kpi, norm), oordeel: gehaald === null ? '' : gehaald ? 'gehaald' : 'niet gehaald',
    regels: regels(kpi, cijfer), ...verloop(kpi, cijfer),
    uitleg: [{ kop: 'Formule', tekst: kpi.formule }, { kop: 'Wie telt mee', tekst: kpi.populatie }, { kop: 'Waar het vandaan komt', tekst: kpi.herkomst }, { kop: 'Bron', tekst: kpi.bron }, ...(kpi.opmerking ? [{ kop: 'Let op', tekst: kpi.opmerking }] : [])].map((u) => ({ ...u, tekst: hoofdletter(u.tekst) })),
  };
}

function regels({ open, soorten = {}, eenheid = '', vorm }: Kpi, cijfer: Kpicijfer): Kpikaart['regels'] {
  const naam = (soort: string): string => soortnaam({ soorten }, soort);
  const duur = (k: Kengetal | null): string => (k === null ? '' : `mediaan ${k.mediaan} ${eenheid}${k.p90 === null ? '' : `, p90 ${k.p90}`}`);
  return [
    ...cijfer.soorten.map(({ soort, n, duur: k }) => ({ naam: naam(soort), getal: alsGetal(n), erbij: duur(k) })),
    ...(vorm === 'aandeel' && cijfer.duur ? [{ naam: 'hoeveel', getal: alsGetal(cijfer.noemer), erbij: duur(cijfer.duur) }] : []),
    ...(open === undefined ? [] : [{ naam: `ernaast: ${open}`, getal: alsGetal(cijfer.open), erbij: duur(cijfer.duurOpen) }]),
    ...cijfer.buiten.map(({ soort, n }) => ({ naam: `telt niet mee: ${naam(soort)}`, getal: alsGetal(n), erbij: '' })),
  ];
}

/** Het verloop per maand als kleine grafiek, met dezelfde getallen als tabel. */
function verloop({ id, naam, vorm, eenheid = '', zonderAantallen = false }: Kpi, { maanden }: Kpicijfer): Pick<Kpikaart, 'grafiek' | 'koppen' | 'maanden'> {
  if (maanden.length === 0) return { grafiek: '', koppen: [], maanden: [] };
  const punt = (m: Kpicijfer['maanden'][number]): Aantal | undefined => {
    if (vorm === 'aandeel') return m.noemer === 0 && !zonderAantallen ? undefined : m.aandeel === null ? null : Math.round(100 * m.aandeel);
    if (vorm === 'duur') return m.noemer === 0 ? undefined : m.mediaan;
    return vorm === 'aantal' ? m.teller : m.noemer;
  };
  const maat = vorm === 'aandeel' ? '%' : '';
  const waarden = maanden.map(punt);
  const tussen = maanden.map((m): readonly [number, number] | undefined => (m.aandeel === null && m.tussen ? [100 * m.tussen[0], 100 * m.tussen[1]] : undefined));
  const tekst = (w: Aantal | undefined, i: number): string => (tussen[i] ? bereik(maanden[i]!.tussen!) : w === undefined ? 'geen' : typeof w === 'number' ? `${w}${maat}` : aantalTekst(w));
  const grafiek = waarden.some((w, i) => tussen[i] !== undefined || (typeof w === 'number' && (w > 0 || vorm === 'aandeel'))) ? maandgrafiek({ id: id.toLowerCase(), soort: vorm === 'verdeling' ? 'kolom' : 'lijn', titel: `${naam}, per maand`, omschrijving: maanden.map((m, i) => `${maandTekst(m.maand)} ${tekst(waarden[i], i) === VERBORGEN ? 'niet getoond' : tekst(waarden[i], i)}`).join(', '), maanden: maanden.map((m) => maandKort(m.maand)), reeksen: [{ naam, waarden, tussen }], eenheid: maat, ...(vorm === 'aandeel' ? { hoogste: 100 } : {}) }) : '';
  const kop = { aandeel: 'percentage', aantal: 'aantal', duur: `mediaan, ${eenheid}`, verdeling: 'aantal' }[vorm];
  return { grafiek, koppen: ['maand', kop, ...(vorm === 'aandeel' && !zonderAantallen ? ['teller', 'geheel'] : vorm === 'duur' ? ['geheel'] : [])], maanden: maanden.map((m, i) => ({ naam: maandTekst(m.maand), cellen: [tekst(waarden[i], i), ...(vorm === 'aandeel' && !zonderAantallen ? [aantalTekst(m.teller), aantalTekst(m.noemer)] : vorm === 'duur' ? [aantalTekst(m.noemer)] : [])] })) };
}
