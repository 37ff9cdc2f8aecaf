import { BRUGSOORTEN, type Brugsoort } from '../../domein/cijfers/brugplaatsen.ts';
import { maakOpname, type Cijferdeps, type Opname } from '../../domein/cijfers/bron.ts';
import { verschilTekst } from '../../domein/cijfers/aantal-tekst.ts';
import { leesCijfers, type Cijfers } from '../../domein/cijfers/cijfers.ts';
import { grensnamen } from '../../domein/cijfers/klokgroepen.ts';
import { vergelijkMaanden } from '../../domein/cijfers/maanden.ts';
import { maandTekst, maandVan, vorigeMaand } from '../../domein/kalender/maand.ts';
import { nummersVan } from '../../domein/cijfers/nummers.ts';
import type { Kindnu } from '../../domein/cijfers/nu.ts';
import { aantalPlaatsen } from '../../domein/cijfers/plaatsen.ts';
import type { Telling } from '../../domein/cijfers/telling.ts';
import { leesVersheid } from '../../domein/geschiedenis/versheid.ts';
import { procesnaam } from '../../domein/kaart/model.ts';
import { dagTekst } from '../../domein/kalender/datum.ts';
import { ROUTES } from '../../domein/routes/index.ts';
import { alsGetal, inWoorden, isMeerDanNul, procentTekst, type Getal } from '../getal.ts';
import { AFGEROND } from './filter.ts';
import { maakThuisdeel, type Regel, type Thuisdeel } from './thuisdeel.ts';

/** Eén getal waar een manager het eerst naar kijkt, met waar het vandaan komt. */
export interface Kerncijfer {
  readonly naam: string;
  readonly href: string;
  readonly getal: Getal;
  readonly erbij: string;
  /** Staat er iets wat niet zo hoort? */
  readonly mis: boolean;
}
export interface Stapcel {
  readonly nr: number;
  readonly naam: string;
  readonly href: string;
  readonly kinderen: Getal;
  readonly laat: Getal;
  readonly heeftLaat: boolean;
  readonly leeg: boolean;
  /** Hoe groot het deel over de termijn is. */
  readonly warmte: 'geen' | 'wat' | 'veel';
}
export interface Startbeeld {
  readonly dag: string;
  /** Waarom de getallen afgerond zijn; leeg als zij dat niet zijn. */
  readonly afgerond: string;
  readonly versheid: { readonly tekst: string; readonly actueel: boolean };
  readonly kern: readonly Kerncijfer[];
  readonly klok: Thuisdeel & { readonly langer: readonly Regel[] };
  readonly routes: readonly { readonly naam: string; readonly href: string; readonly open: Getal; readonly cellen: readonly Stapcel[] }[];
  readonly brug: readonly { readonly naam: string; readonly kinderen: Getal; readonly plaatsen: string }[];
  readonly maand: { readonly deze: string; readonly vorige: string; readonly rijen: readonly { naam: string; deze: Getal; vorige: Getal; verschil: string }[] };
}

/** De startpagina van wie cijfers ziet: waar staan kinderen nu, en waar duurt het te lang. */
export async function maakStartbeeld(deps: Cijferdeps): Promise<Startbeeld> {
  const opname = await maakOpname(deps);
  const [cijfers, versheid] = [await leesCijfers(deps, opname), await leesVersheid(deps.db, deps.klok)];
  const { nu } = cijfers;
  return {
    dag: dagTekst(opname.peildatum), versheid, afgerond: cijfers.afgerond ? AFGEROND : '',
    kern: await kerncijfers(nu), klok: { ...maakThuisdeel(opname.normen, nu), langer: grensnamen(opname.normen.thuis('')).map((naam, i) => ({ naam: `langer dan ${naam}`, getal: alsGetal(nu.toon(`langer${i + 1}`)) })) }, routes: await routes(nu), brug: await brugplaatsen(deps, nu), maand: maandDeel(opname, cijfers),
  };
}

async function kerncijfers(nu: Telling<Kindnu>): Promise<Kerncijfer[]> {
  const over = nu.aandeel('overTermijn');
  const perRoute = await Promise.all(ROUTES.map(async ({ proces }) => `${(await procesnaam(proces)).toLowerCase()}: ${inWoorden(nu.toon(`route:${proces}`))}`));
  return [
    { naam: 'kinderen in een route', href: '/kaart/casus', getal: alsGetal(nu.toon('open')), erbij: perRoute.join(', '), mis: false },
    { naam: 'thuiszitters', href: '/cijfers/klok', getal: alsGetal(nu.toon('thuiszitter')), erbij: `${inWoorden(nu.toon('dreigend'))} kinderen zijn dreigend thuiszitter`, mis: false },
    { naam: 'langer dan drie maanden thuis', href: '/cijfers/klok', getal: alsGetal(nu.toon('drieMaanden')), erbij: 'de afspraak in de regio is nul', mis: isMeerDanNul(nu.toon('drieMaanden')) },
    { naam: 'kinderen met een taak over de termijn', href: '/kaart/casus?beeld=termijn', getal: alsGetal(nu.toon('overTermijn')), erbij: over === null ? 'van alle kinderen in een route' : `${procentTekst(over)} van alle kinderen in een route`, mis: (over ?? 0) >= VEEL },
  ];
}
/** Vanaf dit deel over de termijn kleurt een cijfer rood. */
const VEEL = 0.5;

async function routes(nu: Telling<Kindnu>): Promise<Startbeeld['routes']> {
  return Promise.all(ROUTES.map(async (route) => ({
    naam: await procesnaam(route.proces), href: `/kaart/${route.proces}`, open: alsGetal(nu.toon(`route:${route.proces}`)),
    cellen: (await nummersVan(route)).map(({ nr, naam, proces }): Stapcel => {
      const sleutel = `${route.proces}:${nr}`;
      const [kinderen, laat, deel] = [nu.toon(sleutel), nu.toon(`${sleutel}:laat`), nu.aandeel(`${sleutel}:laat`)];
      return {
        nr, naam, href: `/kaart/${proces}`, kinderen: alsGetal(kinderen), laat: alsGetal(laat), leeg: kinderen === 0, heeftLaat: kinderen !== 0 && laat !== 0 && kinderen !== '<5',
        warmte: (deel ?? 0) >= VEEL ? 'veel' : isMeerDanNul(laat) && kinderen !== '<5' ? 'wat' : 'geen',
      };
    }),
  })));
}

const BRUGNAAM: Record<Brugsoort, string> = { sbo: 'SBO (De Kameleon en De Steenen Kamer)', 'kdc-asvz': 'KDC-ASVZ', goal: 'GOAL', 'eigen-school': 'Eigen school' };
async function brugplaatsen(deps: Cijferdeps, nu: Telling<Kindnu>): Promise<Startbeeld['brug']> {
  return Promise.all(BRUGSOORTEN.map(async (soort) => {
    const plaatsen = await aantalPlaatsen(deps.beslissen, soort);
    return { naam: BRUGNAAM[soort], kinderen: alsGetal(nu.toon(`brug:${soort}`)), plaatsen: plaatsen === null ? 'geen vast aantal' : String(plaatsen) };
  }));
}

function maandDeel(opname: Opname, cijfers: Cijfers): Startbeeld['maand'] {
  const deze = maandVan(opname.peildatum);
  return {
    deze: `${maandTekst(deze)} (tot nu toe)`, vorige: maandTekst(vorigeMaand(deze)),
    rijen: vergelijkMaanden(cijfers, deze).map((cijfer) => ({ naam: cijfer.naam, deze: alsGetal(cijfer.deze), vorige: alsGetal(cijfer.vorige), verschil: verschilTekst(cijfer.deze, cijfer.vorige) })),
  };
}
