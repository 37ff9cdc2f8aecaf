import { rolVanGroep } from '../domein/casus/rollen.ts';
import { stapVanRoute } from '../domein/stappen/stap-van-route.ts';
import type { EngineView, ViewedTask } from '../engine/records/engine-view.ts';
import { leesCasusEinde } from '../registratie/casus-einde-lezen.ts';
import { leesPostVanCasus } from '../registratie/post-van-casus.ts';
import type { Register } from '../registratie/register.ts';
import type { Stap } from '../scripts/demo/models.ts';
import type { Player } from '../scripts/demo/player.ts';
import { elementsleutel, type Opname, type Plek, type Taakopname } from './opname.ts';

/** Een keuze, een begin en een pijl zeggen een lezer niets: dat doen de stappen ertussen. */
const TELT = /TASK$|^CALL_ACTIVITY$|^SUB_PROCESS$|^EVENT_SUB_PROCESS$|^INTERMEDIATE_|^BOUNDARY_EVENT$/;

/** Waaruit een opname gemaakt wordt. */
export interface Bron {
  readonly view: EngineView;
  readonly register: Register;
  readonly stappen: ReadonlyMap<string, Stap>;
  readonly namen: ReadonlyMap<string, string>;
}

/** Een taak zoals zij openging; daarna verdwijnt zij uit het beeld van de engine. */
export interface GezieneTaak {
  readonly taak: ViewedTask;
  readonly op: Date;
}

/** Maakt van wat er gebeurde de opname van één kind. @param fout waarom het kind niet verder kon */
export async function maakOpname({ view, register, stappen, namen }: Bron, speler: Player, gezien: readonly GezieneTaak[], fout: string | undefined): Promise<Opname> {
  const route = (view.variable('route', speler.instantie) ?? view.variableBelow('route', speler.instantie)) as string | null | undefined;
  const bezoeken = view.visits.filter(({ wat, instance }) => wat === 'ELEMENT_ACTIVATED' && view.root(instance) === speler.instantie);
  const procesVan = new Map(bezoeken.map(({ instance, proces }) => [instance, proces]));
  const taken = gezien.map(({ taak, op }): Taakopname => ({
    proces: procesVan.get(taak.instance) ?? '', element: taak.elementId, stap: stapVanRoute(stappen.get(taak.elementId)?.stappen ?? [], route) ?? taak.elementId, naam: stappen.get(taak.elementId)?.naam ?? taak.elementId,
    rollen: [...new Set(taak.groepen.map((groep) => rolVanGroep(groep) ?? groep))].sort(), op: op.toISOString(), uiterlijk: taak.uiterlijk === '' ? '' : new Date(taak.uiterlijk).toISOString(),
  }));
  const plekken = new Map<string, Plek>();
  for (const { proces, elementId: element, kind: soort } of bezoeken) {
    const sleutel = elementsleutel({ proces, element });
    if (TELT.test(soort) && !plekken.has(sleutel)) plekken.set(sleutel, { proces, element, soort, naam: namen.get(sleutel) ?? '' });
  }
  const { casusId } = speler;
  const mails = casusId === undefined ? [] : await leesPostVanCasus(register.db, casusId);
  return {
    naam: speler.kind.scenario.naam, taken, pad: [...plekken.values()], afloop: fout ?? (await afloopVan(register, casusId)),
    mails: mails.map(({ melding, aanRol, aangemaaktOp, onderwerp, tekst }) => ({ melding, aanRol, op: aangemaaktOp.toISOString(), tekst: `${onderwerp}\n${tekst}` })),
  };
}

async function afloopVan(register: Register, casusId: string | undefined): Promise<string> {
  const casus = casusId === undefined ? undefined : await leesCasusEinde(register.db, casusId);
  if (casus === undefined) return 'er is geen casus geopend';
  return casus.status === 'afgesloten' ? `afgesloten (${casus.reden ?? 'zonder reden'})` : 'loopt nog';
}
