import { leesDuren } from '../../registratie/kaart/duren.ts';
import { KENMERKEN, kenmerkVan, type Kaartfilter } from '../../registratie/kaart/filter.ts';
import { leesInhoud } from '../../registratie/kaart/inhoud.ts';
import { leesKindsommen } from '../../registratie/kaart/kindsommen.ts';
import { leesOngestoord } from '../../registratie/kaart/ongestoord.ts';
import { leesOpen } from '../../registratie/kaart/open.ts';
import type { Connection } from '../../registratie/register.ts';
import { kalenderdagen, makeSchooldagenTot } from '../geschiedenis/dagen.ts';
import { leesVersheid } from '../geschiedenis/versheid.ts';
import { dagVan, isoMoment, leesMoment } from '../kalender/datum.ts';
import { schoolkalenders, type Kalenders } from '../kalender/schoolkalender.ts';
import type { Klok } from '../klok.ts';
import { modelstappen } from '../stappen/modelstappen.ts';
import { beeldVan } from './beeld.ts';
import { leesTekeningen, neemBesluiten, overTermijnOp } from './besluiten.ts';
import type { Kaart } from './kaart.ts';
import { maakKaart } from './maak-kaart.ts';
import { leesKaartmodel } from './model.ts';
import type { Normen } from './normen.ts';
import { telInhoudNu, telInProces, telNu } from './nu.ts';
import { plek } from './telling.ts';
import { toelichtingBij } from './toelichting.ts';
import { familieVan } from './toon-kenmerk.ts';

export interface KaartDeps {
  readonly db: Connection;
  readonly klok: Klok;
  readonly normen: Normen;
  readonly kalenders?: Kalenders;
}

/** Zo lang gaat "nu" over hetzelfde moment: wie in die tijd twee filters vraagt, ziet niet het verschil van wie er net over zijn termijn ging. */
const PEIL_MS = 5 * 60_000;

/**
 * De cijfers van een proces. Wat gelezen en besloten is blijft bewaard tot er iets verandert (beeld.ts).
 * @param filter zoals beheer/kaartfilter.ts het geeft
 * @returns niets als er geen proces met deze naam is
 * @throws TypeError als het filter meer samen vraagt dan er samen gevraagd mag worden
 */
export async function leesKaart({ db, klok, normen, kalenders = schoolkalenders() }: KaartDeps, proces: string, filter: Kaartfilter): Promise<Kaart | undefined> {
  keur(filter);
  const model = await leesKaartmodel(proces);
  if (model === undefined) return undefined;
  const peil = new Date(Math.floor(klok.nu().getTime() / PEIL_MS) * PEIL_MS);
  const kenmerk = kenmerkVan(filter);
  const vraag = `${proces} ${JSON.stringify(Object.entries(filter).filter(([, waarde]) => waarde !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
  const { beeld, maanden, familie, open, duren, inhoud } = await leesOngestoord(db, async (tx, wijziging) => {
    const beeld = beeldVan(db, wijziging);
    const soort = kenmerk && familieVan(kenmerk.soort)[0];
    return {
      beeld,
      maanden: await beeld.lees('maanden', () => leesKindsommen(tx, 'maand')),
      familie: soort === undefined ? [] : await beeld.lees(`familie ${soort} ${filter.schooljaar!}`, () => leesKindsommen(tx, soort, filter.schooljaar)),
      open: await beeld.lees('open', () => leesOpen(tx)),
      duren: await beeld.lees(`duren ${vraag}`, () => leesDuren(tx, proces, filter)),
      inhoud: await beeld.lees(`inhoud ${vraag}`, () => leesInhoud(tx, proces, filter)),
    };
  });
  const tekeningen = await leesTekeningen();
  const stappen = new Map(await Promise.all(model.elementen.map(async ({ id }): Promise<[string, readonly string[]]> => [id, (await modelstappen(proces, id)).stappen])));
  const norm = await normen([...stappen.values()].flat());
  const [versheid, kaart] = [await leesVersheid(db, klok), beeld.besluit(`kaart ${peil.toISOString()} ${JSON.stringify([...norm])} ${vraag}`, () => {
    const besluiten = neemBesluiten(beeld, tekeningen, filter, peil, maanden, familie, open);
    const over = overTermijnOp(peil);
    const dag = dagVan(peil);
    const nu = telNu(open, proces, filter, over);
    return maakKaart({
      model, duren, inhoud, nu, gezien: [...duren.keys(), ...nu.keys()], gefilterd: kenmerk !== undefined || filter.route !== undefined, metPaden: kenmerk === undefined,
      geeindigd: (element) => besluiten.geeindigd(plek(proces, element)), nuOpen: kenmerk === undefined || tekeningen.opNiveau.has(proces),
      magNu: (maat, element) => besluiten.nu.mag(maat, element === undefined ? proces : plek(proces, element), filter),
      kinderenNu: telInProces(open, proces, filter), inhoudNu: telInhoudNu(open, proces, filter, over), stappen: (id) => stappen.get(id) ?? [], normen: norm,
      kalenderdagen: (begin) => kalenderdagen(begin, dag), schooldagen: makeSchooldagenTot(kalenders(filter.school), dag),
    });
  })];
  return {
    proces, naam: model.naam, filter, gemetenOp: isoMoment(leesMoment(peil.toISOString())!), versheid, toelichting: toelichtingBij(filter, tekeningen.opNiveau.has(proces)), ...kaart,
  };
}

function keur(filter: Kaartfilter): void {
  const smal = [...KENMERKEN.filter((k) => filter[k] !== undefined), ...(filter.route === undefined ? [] : ['route'])];
  if (KENMERKEN.filter((k) => filter[k] !== undefined).length > 1 || (smal.length > 0 && (filter.schooljaar === undefined || filter.van !== undefined || filter.tot !== undefined))) {
    throw new TypeError(`Dit filter mag niet samen (${Object.keys(filter).join(', ')}): lees het met beheer/kaartfilter.ts.`);
  }
}
