import { dagVan, type Datum } from '../domein/kalender/datum.ts';
import type { VastgelegdPad } from '../registratie/geschiedenis/paden.ts';
import { VERLOPEN } from '../scripts/demo/kinderen.ts';
import type { Scenario } from '../scripts/demo/scenario.ts';
import { geraakteStappen } from '../wat-veranderde/geraakt.ts';
import { watVeranderde } from '../wat-veranderde/wat-veranderde.ts';
import { ProefError, type Bestanden } from './bestanden.ts';
import { deelnemers, periode, type Deelnemers } from './deelnemers.ts';
import { geraakteProcessen, type Geraakt } from './geraakte-processen.ts';
import type { Opname } from './opname.ts';
import { deelIn, gevolgd } from './paden-naspelen.ts';
import { vatSamen } from './samenvatten.ts';
import { spreid } from './spreiden.ts';
import type { Speelveld } from './speelveld.ts';
import { stappenIn } from './stappen-in.ts';
import type { Padentelling, Uitslag } from './uitslag.ts';
import { kwamLangs, leesAanroepen, mogelijkeVerlopen } from './verlopen-kiezen.ts';

/** Wat er voor een proef nodig is. */
export interface Proef {
  readonly nu: Bestanden;
  readonly straks: Bestanden;
  readonly vandaag: Datum;
  /** Start een engine; pas als er iets te spelen is. */
  readonly open: () => Promise<Pick<Speelveld, 'speel' | 'stop'>>;
  /** De paden van vorig jaar, of een zin waarom zij er niet zijn. */
  readonly paden: () => Promise<readonly VastgelegdPad[] | string>;
  readonly meld?: (regel: string) => void;
  /** Alleen wat dit proces raakt. */
  readonly alleen?: string | undefined;
  readonly verlopen?: readonly Scenario[];
  /** Speelt elk verloop dat ergens langs kan komen, ook als het er veel zijn. */
  readonly alles?: boolean;
}

/**
 * Speelt wat er nu draait en wat er straks zou draaien met dezelfde verzonnen kinderen, en vergelijkt.
 * @returns niets als er in de bestanden niets veranderde
 * @throws ProefError als het gevraagde proces niet bestaat
 */
export async function proefdraaien({ nu, straks, vandaag, open, paden, meld = () => undefined, alleen, verlopen = VERLOPEN, alles = false }: Proef): Promise<Uitslag | undefined> {
  const bestanden = await watVeranderde(nu, straks);
  if (bestanden.length === 0) return undefined;
  const geraakt = beperk(await geraakteProcessen(nu, straks), alleen, straks);
  const mogelijk = mogelijkeVerlopen(verlopen, await leesAanroepen(nu, straks), geraakt);
  const gekozen = alles ? mogelijk : spreid(mogelijk, new Set((await geraakteStappen(nu, straks)).map(({ stap }) => stap)));
  const wie = deelnemers(gekozen, vandaag);
  const vast = { bestanden, processen: geraakt.overal ? [] : [...geraakt.processen], periode: periode(wie, dagVan), nietGespeeld: mogelijk.length - gekozen.length };
  if (gekozen.length === 0) return { ...vast, groepen: [], verlopen: [], langsNiets: 0, paden: 'Hier is niets aan te spelen: geen proces verandert.' };

  const vastgelegd = await paden();
  const veld = await open();
  try {
    meld(`${gekozen.length} verlopen worden gespeeld met wat er nu draait …`);
    const opNu = await veld.speel('nu', nu, wie);
    const langs = opNu.filter((opname) => kwamLangs(opname, geraakt));
    const nagespeeld = await speelPaden({ veld, nu, vandaag, vastgelegd, opNu, gekozen, geraakt, meld });
    meld(`${langs.length + nagespeeld.opnames.length} verlopen worden gespeeld met uw bestanden …`);
    const opStraks = await veld.speel('straks', straks, alleenDeze(wie, langs));
    const padenStraks = nagespeeld.wie ? await veld.speel('straks', straks, alleenDeze(nagespeeld.wie, nagespeeld.opnames)) : [];
    const paren = [...langs, ...nagespeeld.opnames].map((opname) => ({ nu: opname, straks: [...opStraks, ...padenStraks].find(({ naam }) => naam === opname.naam) as Opname }));
    return { ...vast, groepen: vatSamen(paren), verlopen: paren.map(({ nu: { naam } }) => naam), langsNiets: opNu.length - langs.length, paden: nagespeeld.telling };
  } finally {
    await veld.stop();
  }
}

function beperk(geraakt: Geraakt, alleen: string | undefined, straks: Bestanden): Geraakt {
  if (alleen === undefined) return geraakt;
  if (!straks.has(`bpmn/${alleen}.bpmn`)) throw new ProefError(`Er is geen proces "${alleen}": geef de naam van een bestand in bpmn/ zonder .bpmn, bijvoorbeeld kernteam.`);
  if (!geraakt.overal && !geraakt.processen.has(alleen)) throw new ProefError(`Aan het proces ${alleen} verandert niets. Wel aan: ${[...geraakt.processen].sort().join(', ') || 'geen enkel proces'}.`);
  return { processen: new Set([alleen]), overal: false };
}

const alleenDeze = (wie: Deelnemers, opnames: readonly Opname[]): Deelnemers => ({ ...wie, kinderen: wie.kinderen.filter(({ scenario }) => opnames.some(({ naam }) => naam === scenario.naam)) });

/** Speelt wat vorig jaar anders liep dan de scenario's, eerst met wat er nu draait: dan blijkt of het te volgen is. */
async function speelPaden({ veld, nu, vandaag, vastgelegd, opNu, gekozen, geraakt, meld }: {
  veld: Pick<Speelveld, 'speel'>; nu: Bestanden; vandaag: Datum; vastgelegd: readonly VastgelegdPad[] | string; opNu: readonly Opname[]; gekozen: readonly Scenario[]; geraakt: Geraakt; meld: (regel: string) => void;
}): Promise<{ opnames: readonly Opname[]; telling: Padentelling | string; wie?: Deelnemers }> {
  if (typeof vastgelegd === 'string') return { opnames: [], telling: vastgelegd };
  const gespeeld = opNu.flatMap((opname) => { const scenario = gekozen.find(({ naam }) => naam === opname.naam); return scenario ? [{ scenario, opname }] : []; });
  const { alsScenario, teSpelen, overgeslagen } = deelIn(vastgelegd, gespeeld, await stappenIn(nu));
  const telling = { gevonden: vastgelegd.length, alsScenario, overgeslagen };
  if (teSpelen.length === 0) return { opnames: [], telling: { ...telling, gespeeld: 0, nietGevolgd: 0 } };
  meld(`${teSpelen.length} paden van vorig jaar worden nagespeeld …`);
  const wie = { ...deelnemers(teSpelen.map(({ scenario }) => scenario), vandaag), merk: JSON.stringify([teSpelen.map(({ pad }) => pad), opNu.map(({ naam }) => naam)]) };
  const opnames = (await veld.speel('nu', nu, wie)).filter((opname) => gevolgd(opname, teSpelen.find(({ scenario }) => scenario.naam === opname.naam)!.pad));
  return { wie, opnames: opnames.filter((opname) => kwamLangs(opname, geraakt)), telling: { ...telling, gespeeld: opnames.length, nietGevolgd: teSpelen.length - opnames.length } };
}
