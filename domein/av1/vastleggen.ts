import { leesAv1, openAv1, vergrendelRobots, zetAv1, type Av1Aanvraag, type Av1Einde, type Toewijzing } from '../../registratie/av1.ts';
import { once } from '../../registratie/once.ts';
import type { Tx } from '../../registratie/register.ts';
import { maakBekend, type Publiceren } from '../berichten/aanbieden.ts';
import type { Dependencies } from '../dependencies.ts';
import { PermanentError } from '../errors.ts';
import { schrijfSysteemregel, type Aanleiding } from '../logboek/systeemregel.ts';
import type { Av1Moment } from './momenten.ts';
import { aantalRobots, telRobots, wijsToe } from './robots.ts';

type Deps = Dependencies & { readonly engine: Publiceren };

export interface Av1Gebeurtenis {
  readonly casusId: string;
  readonly instantie: string;
  readonly moment: Av1Moment;
  /** Waarom het ophoudt; alleen bij `beeindigd`. */
  readonly reden?: Av1Einde | undefined;
}
interface Vastgelegd {
  readonly uitvoer: Record<string, unknown>;
  /** Wat er in het logboek komt; niets als er niets veranderde. */
  readonly regel?: { actie: string; uitkomst: string } | undefined;
  readonly toegewezen?: readonly Toewijzing[];
}

/**
 * Legt vast wat er met een AV1-robot of KlasseContact gebeurt, en geeft een robot die vrijkomt aan wie het langst wacht
 * (routeboek r. 572–587). De stap mag herhaald worden: de robot gaat één keer weg en wie hem krijgt hoort het zeker.
 * @returns wat het model nodig heeft: `loopt`, `robotVrij`, `robotUit` of de telling
 */
export async function legAv1Vast(deps: Deps, { casusId, instantie, moment, reden }: Av1Gebeurtenis, job: Aanleiding): Promise<Record<string, unknown>> {
  const { register, engine, klok } = deps;
  const totaal = await aantalRobots(engine);
  if (moment === 'geteld') return telRobots(register.db, totaal);
  const op = klok.nu();
  const { uitvoer, toegewezen } = await register.transaction((tx) => once(tx, `av1-vastleggen:${job.elementInstanceKey}`, op, async () => {
    await vergrendelRobots(tx);
    const gedaan = await DOE[moment](tx, { casusId, instantie, reden, op, totaal });
    if (gedaan.regel) await schrijfSysteemregel(tx, job, { casusId, op, ...gedaan.regel });
    return { uitvoer: gedaan.uitvoer, toegewezen: gedaan.toegewezen ?? [] };
  }));
  // Na de transactie, en bij een herhaling nog eens: wie een robot kreeg mag dat niet missen.
  for (const wie of toegewezen) if (wie.instantie !== instantie) await maakBekend(deps, { casusId: wie.casusId, bericht: 'robot-vrij', inhoud: {} }, `${wie.instantie}:${wie.robot}:${job.elementInstanceKey}`);
  return uitvoer;
}

interface Gegeven {
  readonly casusId: string;
  readonly instantie: string;
  readonly reden: Av1Einde | undefined;
  readonly op: Date;
  readonly totaal: number;
}
type Doe = (tx: Tx, gegeven: Gegeven) => Promise<Vastgelegd>;

const aangevraagd: Doe = async (tx, { casusId, instantie, op }) => {
  const eerste = await openAv1(tx, { instantie, casusId, op });
  return { uitvoer: { loopt: !eerste }, regel: eerste ? undefined : { actie: 'AV1 opnieuw gevraagd', uitkomst: 'Er loopt al een aanvraag voor deze leerling; er komt geen tweede.' } };
};

/** Wie een robot wil gaat achteraan staan en krijgt er een als hij aan de beurt is; wie er al een heeft, houdt hem. */
const toewijzen: Doe = async (tx, { instantie, op, totaal }) => {
  const nu = await haal(tx, instantie);
  if (nu.robot !== null) return { uitvoer: { robotVrij: true } };
  await zetAv1(tx, instantie, { stand: 'WACHT', wachtSinds: nu.wachtSinds ?? op });
  const toegewezen = await wijsToe(tx, totaal);
  const robot = toegewezen.find((wie) => wie.instantie === instantie)?.robot;
  if (robot !== undefined) return { uitvoer: { robotVrij: true }, toegewezen, regel: { actie: 'AV1 gereserveerd', uitkomst: `Robot ${robot} staat klaar voor deze leerling.` } };
  return { uitvoer: { robotVrij: false }, toegewezen, regel: { actie: 'Geen AV1 vrij', uitkomst: 'Alle robots zijn in gebruik; de leerling houdt zijn plaats in de rij.' } };
};

const geplaatst: Doe = async (tx, { instantie, op }) => {
  const { robot } = await haal(tx, instantie);
  await zetAv1(tx, instantie, { stand: 'UIT', gestartOp: op });
  return { uitvoer: {}, regel: { actie: 'AV1 geplaatst', uitkomst: `Robot ${robot} is in gebruik.` } };
};

/** KlasseContact in plaats van een robot: wat voor dit kind klaarstond, gaat naar wie wacht. */
const klassecontact: Doe = async (tx, { instantie, op, totaal }) => {
  await zetAv1(tx, instantie, { stand: 'KLASSECONTACT', robot: null, wachtSinds: null, gestartOp: op });
  return { uitvoer: {}, toegewezen: await wijsToe(tx, totaal), regel: { actie: 'KlasseContact begonnen', uitkomst: 'De leerling volgt lessen op afstand met KlasseContact.' } };
};

/** Het houdt op, hoe dan ook. Een robot die bij het kind is komt terug; een die klaarstond is meteen voor een ander. */
const beeindigd: Doe = async (tx, { instantie, reden = 'ROUTE_BEEINDIGD', op, totaal }) => {
  const nu = await haal(tx, instantie);
  if (nu.stand === 'UIT') {
    await zetAv1(tx, instantie, { stand: 'INNEMEN', eindeReden: reden });
    return { uitvoer: { robotUit: true }, regel: { actie: 'AV1 beëindigd', uitkomst: `Robot ${nu.robot} moet terugkomen.` } };
  }
  await zetAv1(tx, instantie, { stand: 'AFGESLOTEN', robot: null, wachtSinds: null, eindeReden: reden, afgeslotenOp: op });
  const uitkomst = nu.stand === 'KLASSECONTACT' ? 'KlasseContact is gestopt.' : 'De aanvraag is gesloten; er was geen robot bij de leerling.';
  return { uitvoer: { robotUit: false }, toegewezen: await wijsToe(tx, totaal), regel: { actie: 'AV1 beëindigd', uitkomst } };
};

const stuk: Doe = async (tx, { instantie }) => {
  const { robot } = await haal(tx, instantie);
  await zetAv1(tx, instantie, { stand: 'HERSTEL' });
  return { uitvoer: {}, regel: { actie: 'AV1 stuk', uitkomst: `Robot ${robot} is terug en moet hersteld worden; hij gaat nog naar niemand.` } };
};

const ingenomen: Doe = async (tx, { instantie, op, totaal }) => {
  const { robot } = await haal(tx, instantie);
  await zetAv1(tx, instantie, { stand: 'AFGESLOTEN', robot: null, afgeslotenOp: op });
  return { uitvoer: {}, toegewezen: await wijsToe(tx, totaal), regel: { actie: 'AV1 terug', uitkomst: `Robot ${robot} is weer vrij.` } };
};

/** Een robot die niet meer terugkomt houdt zijn nummer bezet, tot de proceseigenaar een nieuwe in de tabel zet. */
const buitenGebruik: Doe = async (tx, { instantie, op }) => {
  const { robot } = await haal(tx, instantie);
  await zetAv1(tx, instantie, { stand: 'BUITEN_GEBRUIK', afgeslotenOp: op });
  return { uitvoer: {}, regel: { actie: 'AV1 buiten gebruik', uitkomst: `Robot ${robot} wordt niet meer uitgeleend.` } };
};

const DOE: Record<Exclude<Av1Moment, 'geteld'>, Doe> = { aangevraagd, toewijzen, geplaatst, klassecontact, beeindigd, stuk, ingenomen, 'buiten-gebruik': buitenGebruik };

async function haal(tx: Tx, instantie: string): Promise<Av1Aanvraag> {
  const aanvraag = await leesAv1(tx, instantie);
  if (!aanvraag) throw new PermanentError('Deze aanvraag van een AV1 staat niet in het register. Kijk of het proces av1 met de stap "Aanvraag openen" begon.');
  return aanvraag;
}
