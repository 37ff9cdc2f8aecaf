import { leesStappenNu, type StapNu } from '../../registratie/cijfers/stappen-nu.ts';
import { groepeer } from '../groepeer.ts';
import { ROUTES, routeVan } from '../routes/index.ts';
import { leesBrugverblijven, BRUGSOORTEN, isErOp, type Brugsoort } from './brugplaatsen.ts';
import type { Cijferdeps, Opname } from './bron.ts';
import { openOp } from './casusverloop.ts';
import type { Kenmerken } from './kinderen.ts';
import { GROEPEN, groepVan, passeertDrieMaanden, passeertVierWeken, type Klokgroep } from './klokgroepen.ts';
import { nummersVan, nummerVan } from './nummers.ts';
import { standOp, type Kindstand } from './stand.ts';
import { LAAG, Samen } from './samen.ts';
import { maakTelling, type Maten, type Telling } from './telling.ts';
import { vanNu } from './eenheid.ts';

/** Een kind dat nu een casus heeft of thuis is. */
export interface Kindnu {
  readonly leerlingId: string;
  readonly kenmerken: Kenmerken;
  readonly stand: Kindstand;
  readonly groep: Klokgroep | null;
  readonly passeertVierWeken: boolean;
  readonly passeertDrieMaanden: boolean;
  /** Bij welke genummerde stappen het kind is, als `kernteam:7`, en waar daarvan een taak over de termijn is. */
  readonly nummers: ReadonlySet<string>;
  readonly teLaatBij: ReadonlySet<string>;
  /** Is er ergens in de casus een taak over haar termijn? */
  readonly overTermijn: boolean;
  readonly brug: Brugsoort | null;
}

/** Elk kind dat nu in beeld is, met waar het is en hoe lang het thuis is. */
export async function leesKinderenNu({ db, klok }: Cijferdeps, { peildatum, normen, kinderen }: Opname): Promise<Kindnu[]> {
  const [stappen, verblijven] = await Promise.all([leesStappenNu(db, klok.nu(), ROUTES.map((r) => r.proces)), leesBrugverblijven(db)]);
  const stappenVan = groepeer(stappen, (s) => s.casusId);
  const brugVan = new Map(verblijven.filter((v) => isErOp(v, peildatum)).map((v) => [v.casusId, v.soort]));
  return kinderen.flatMap((kind): Kindnu[] => {
    const stand = standOp(kind, peildatum);
    if (!stand.open && stand.thuisSinds === null) return [];
    const casus = kind.casussen.find(({ verloop }) => openOp(verloop, peildatum));
    const nu = casus ? (stappenVan.get(casus.casusId) ?? []) : [];
    const school = normen.thuis(kind.kenmerken.school);
    return [{
      leerlingId: kind.leerlingId, kenmerken: kind.kenmerken, stand, ...klokVan(stand.thuisSinds),
      nummers: new Set(nu.flatMap(sleutelVan)), teLaatBij: new Set(nu.filter((s) => s.teLaat).flatMap(sleutelVan)), overTermijn: nu.some((s) => s.teLaat),
      brug: casus ? (brugVan.get(casus.casusId) ?? null) : null,
    }];

    function klokVan(sinds: string | null): Pick<Kindnu, 'groep' | 'passeertVierWeken' | 'passeertDrieMaanden'> {
      if (sinds === null) return { groep: null, passeertVierWeken: false, passeertDrieMaanden: false };
      return { groep: groepVan(school, sinds, peildatum), passeertVierWeken: passeertVierWeken(school, sinds, peildatum), passeertDrieMaanden: passeertDrieMaanden(school, sinds, peildatum) };
    }
  });
}

/** De genummerde stap van de eigen route, als `kernteam:7`. */
function sleutelVan(stap: StapNu): string[] {
  const route = routeVan(stap.route ?? '');
  const nr = route && nummerVan(route, stap);
  return nr === undefined ? [] : [`${route!.proces}:${nr}`];
}

const IN_CASUS = 'open';
/** Wat er over nu te tellen is, ook per kenmerk. */
const PER_KENMERK: Maten<Kindnu> = {
  [IN_CASUS]: { telt: (k) => k.stand.open },
  thuiszitter: { telt: (k) => k.stand.status === 'thuiszitter' },
  drieMaanden: { telt: (k) => k.stand.langerDanDrieMaanden, van: 'thuiszitter' },
  thuis: { telt: (k) => k.groep !== null },
  dreigend: { telt: (k) => k.stand.status === 'dreigend', van: IN_CASUS },
  overTermijn: { telt: (k) => k.stand.open && k.overTermijn, van: IN_CASUS },
  ...Object.fromEntries([1, 2, 3].map((groep) => [`langer${groep}`, { telt: (k: Kindnu) => (k.groep ?? 0) >= groep, van: 'thuis' }])),
  ...Object.fromEntries(GROEPEN.map((groep) => [`groep${groep}`, { telt: (k: Kindnu) => k.groep === groep, van: 'thuis' }])),
  passeertVier: { telt: (k) => k.passeertVierWeken, van: 'thuis' },
  passeertDrie: { telt: (k) => k.passeertDrieMaanden, van: 'thuis' },
};
const IN_ROUTE: Maten<Kindnu> = Object.fromEntries(ROUTES.map(({ proces }) => [`route:${proces}`, { telt: (k: Kindnu) => k.stand.open && k.kenmerken.route === proces, van: IN_CASUS }]));
const OP_BRUG: Maten<Kindnu> = Object.fromEntries(BRUGSOORTEN.map((soort) => [`brug:${soort}`, { telt: (k: Kindnu) => k.brug === soort, van: IN_CASUS }]));

/** Telt wat er nu is: alle getallen over vandaag komen hiervandaan. De eerste ook per kenmerk, waar het kind in de route is alleen over iedereen. */
export async function telNu(kinderen: readonly Kindnu[], samen = new Samen()): Promise<Telling<Kindnu>> {
  const nummers = await Promise.all(ROUTES.map(async (route) => (await nummersVan(route)).map(({ nr }) => bijNummer(route.proces, nr))));
  const alleenSamen = (maten: Maten<Kindnu>): Maten<Kindnu> => Object.fromEntries(Object.entries(maten).map(([naam, maat]) => [naam, { ...maat, alleenSamen: true }]));
  const maten = { ...PER_KENMERK, ...alleenSamen({ ...IN_ROUTE, ...OP_BRUG, ...Object.assign({}, ...nummers.flat()) as Maten<Kindnu> }) };
  return maakTelling(kinderen, Object.fromEntries(Object.entries(maten).map(([naam, maat]) => [naam, { ...maat, laag: LAAG.nu }])), { samen, naam: 'nu', eenheid: ({ leerlingId }) => vanNu(leerlingId) });
}

function bijNummer(proces: string, nr: number): Maten<Kindnu> {
  const sleutel = `${proces}:${nr}`;
  return { [sleutel]: { telt: (k) => k.nummers.has(sleutel), van: `route:${proces}` }, [`${sleutel}:laat`]: { telt: (k) => k.teLaatBij.has(sleutel), van: sleutel } };
}
