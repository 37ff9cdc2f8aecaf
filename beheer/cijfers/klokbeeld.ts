import { maakOpname, type Cijferdeps, type Opname } from '../../domein/cijfers/bron.ts';
import { leesCijfers, type Cijfers } from '../../domein/cijfers/cijfers.ts';
import { kpi04 } from '../../domein/cijfers/kpi/thuiszitten.ts';
import { inMaand, type Maandmaat, type Schooljaarcijfers } from '../../domein/cijfers/jaar.ts';
import { maandKort, maandTekst } from '../../domein/kalender/maand.ts';
import type { Kindnu } from '../../domein/cijfers/nu.ts';
import type { Telling } from '../../domein/cijfers/telling.ts';
import type { Kengetal } from '../../domein/kaart/cijfers.ts';
import { dagTekst, type Datum } from '../../domein/kalender/datum.ts';
import { schooljaarVan } from '../../domein/kalender/schoolkalender.ts';
import type { Toelichting } from '../export/tabel.ts';
import { alsGetal, inWoorden, isMeerDanNul, procentTekst, VERBORGEN, type Getal } from '../getal.ts';
import { maandgrafiek } from '../grafiek/maandgrafiek.ts';
import { redenTekst } from '../redenen.ts';
import { overBlad } from './blad.ts';
import { AFGEROND, maakFilterkeuze, type Cijferfilter, type Filterkeuze } from './filter.ts';
import type { Kerncijfer } from './startbeeld.ts';
import { maakThuisdeel, type Regel, type Thuisdeel } from './thuisdeel.ts';

interface Rij { readonly naam: string; readonly getallen: readonly Getal[] }
/** Een grafiek met dezelfde getallen als tabel. */
export interface Verloop {
  readonly grafiek: string;
  readonly koppen: readonly string[];
  readonly rijen: readonly Rij[];
}
export interface Klokbeeld {
  readonly keuze: Filterkeuze;
  readonly over: readonly Toelichting[];
  readonly peildatum: Datum;
  readonly dag: string;
  readonly schooljaar: string;
  readonly kern: readonly Kerncijfer[];
  readonly thuis: Thuisdeel;
  readonly duur: readonly { naam: string; kengetal: Kengetal | null; mediaan: string; p90: string }[];
  /** Waarom de getallen afgerond zijn; leeg als zij dat niet zijn, of door het filter. */
  readonly afgerond: string;
  /** Per maand; leeg als er een kenmerk gekozen is. */
  readonly stand: Verloop | null;
  readonly stroom: Verloop | null;
  readonly redenen: readonly { kop: string; totaal: Getal; rijen: readonly Regel[] }[];
  readonly terugval: { readonly eindigde: Getal; readonly venster: Getal; readonly terug: Getal; readonly deel: string; readonly naam: string };
}

/** De klok van het kind: hoe lang kinderen thuis zijn, wie erbij kwam en afging, en wie terugviel (routeboek r. 1137–1138, 1231–1250). */
export async function maakKlokbeeld(deps: Cijferdeps, filter: Cijferfilter): Promise<Klokbeeld> {
  const opname = await maakOpname(deps);
  const keuze = await maakFilterkeuze('/cijfers/klok', opname.kinderen, filter, opname.peildatum);
  const cijfers = await leesCijfers(deps, opname, filter.zicht);
  const { nu } = cijfers;
  const jaar = cijfers.jaar(filter.schooljaar);
  return {
    keuze, over: overBlad(keuze, deps.klok.nu(), 'rechtstreeks uit het register', cijfers.afgerond), afgerond: cijfers.afgerond ? AFGEROND : '', peildatum: opname.peildatum, dag: dagTekst(opname.peildatum), schooljaar: filter.schooljaar,
    kern: kern(nu), thuis: maakThuisdeel(opname.normen, nu),
    duur: await duren(cijfers, opname, filter), ...perMaand(jaar, filter), redenen: redenen(jaar), terugval: terugval(cijfers, opname, filter),
  };
}

function kern(nu: Telling<Kindnu>): Kerncijfer[] {
  const cijfer = (maat: string, naam: string, erbij: string, mis = false): Kerncijfer => ({ naam, href: '', getal: alsGetal(nu.toon(maat)), erbij, mis });
  return [
    cijfer('thuis', 'kinderen thuis', 'meer dan drie dagen per week, of op geen school ingeschreven'),
    cijfer('thuiszitter', 'thuiszitters', 'langer dan vier weken thuis, of op geen school ingeschreven'),
    cijfer('drieMaanden', 'langer dan drie maanden thuis', 'de afspraak in de regio is nul', isMeerDanNul(nu.toon('drieMaanden'))),
    cijfer('dreigend', 'dreigend thuiszitters', 'met een casus die loopt, en geen thuiszitter'),
  ];
}

const dagen = (kengetal: Kengetal | null): Omit<Klokbeeld['duur'][number], 'naam'> => ({ kengetal, mediaan: kengetal ? `${kengetal.mediaan} dagen` : VERBORGEN, p90: kengetal?.p90 != null ? `${kengetal.p90} dagen` : VERBORGEN });
/** Hetzelfde cijfer als KPI-04 op de pagina Cijfers. */
async function duren(cijfers: Cijfers, opname: Opname, filter: Cijferfilter): Promise<Klokbeeld['duur']> {
  const { cijfer = null } = (await cijfers.kpis(filter.schooljaar)).find(({ kpi }) => kpi.id === kpi04.id) ?? {};
  return [
    { naam: `blijvend aanbod begonnen in ${filter.schooljaar}`, ...dagen(cijfer?.duur ?? null) },
    ...(filter.schooljaar === schooljaarVan(opname.peildatum) ? [{ naam: 'nu thuiszitter, tot vandaag', ...dagen(cijfer?.duurOpen ?? null) }] : []),
  ];
}

function perMaand(jaar: Schooljaarcijfers, { zicht }: Cijferfilter): Pick<Klokbeeld, 'stand' | 'stroom'> {
  if (zicht !== null) return { stand: null, stroom: null };
  return {
    stand: verloop(jaar, { id: 'stand', soort: 'lijn', titel: `Thuiszitters aan het eind van elke maand, schooljaar ${jaar.schooljaar}` }, [['standThuiszitter', 'thuiszitters'], ['standDrieMaanden', 'langer dan drie maanden']]),
    stroom: verloop(jaar, { id: 'stroom', soort: 'kolom', titel: `Thuiszitter geworden en geen thuiszitter meer, per maand, schooljaar ${jaar.schooljaar}` }, [['thuiszitter', 'thuiszitter geworden'], ['geenThuiszitter', 'geen thuiszitter meer']]),
  };
}

function verloop({ maanden, telling }: Schooljaarcijfers, grafiek: { id: string; soort: 'lijn' | 'kolom'; titel: string }, reeksen: readonly (readonly [Maandmaat, string])[]): Verloop {
  const waarden = reeksen.map(([maat, naam]) => ({ naam, waarden: maanden.map((maand) => telling.toon(inMaand(maat, maand))) }));
  const omschrijving = waarden.map(({ naam, waarden: w }) => `${naam}: ${maanden.map((maand, i) => `${maandTekst(maand)} ${inWoorden(w[i] ?? null)}`).join(', ')}`).join('. ');
  return {
    grafiek: maandgrafiek({ ...grafiek, omschrijving, maanden: maanden.map(maandKort), reeksen: waarden }), koppen: ['maand', ...waarden.map(({ naam }) => naam)],
    rijen: maanden.map((maand, i) => ({ naam: maandTekst(maand), getallen: waarden.map(({ waarden: w }) => alsGetal(w[i] ?? null)) })),
  };
}

const redenen = ({ telling, redenen: voorkomend }: Schooljaarcijfers): Klokbeeld['redenen'] => (['thuiszitter', 'geenThuiszitter'] as const).map((soort) => ({
  kop: soort === 'thuiszitter' ? 'Waardoor zij thuiszitter werden' : 'Waardoor zij het niet meer zijn', totaal: alsGetal(telling.toon(soort)),
  rijen: voorkomend[soort].map((reden) => ({ naam: redenTekst(reden), getal: alsGetal(telling.toon(`${soort}:${reden}`)) })),
}));

function terugval(cijfers: Cijfers, opname: Opname, { schooljaar }: Cijferfilter): Klokbeeld['terugval'] {
  const telling = cijfers.terugval(schooljaar);
  const deel = telling.aandeel('terug');
  return { eindigde: alsGetal(telling.toon('eindigde')), venster: alsGetal(telling.toon('venster')), terug: alsGetal(telling.toon('terug')), deel: deel === null ? '' : ` (${procentTekst(deel)})`, naam: opname.normen.terugvalNaam };
}
