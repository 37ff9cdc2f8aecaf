import { makeRandom, type Random } from '../../demo/random.ts';
import { kind, trigger, type Flow, type Node } from './model.ts';

/** Hoe vaak een pijl wordt gekozen; wat hier niet staat volgt de standaardpijl van het model. */
const FLOW: Record<string, number> = {
  flow_gw_aanmelding_gw_stand: 0, flow_gw_heropend_heropening_melden: 0.05, flow_gw_eerste_verzuim_eerste_verzuim: 0.8,
  flow_gw_KT_01_te_KT_01: 0.16, flow_gw_GK_01_te_GK_01: 0.16,
  flow_gw_KT_08_ee_KT_08: 0.4, flow_gw_GK_07_ee_GK_07: 0.35,
  flow_gw_KT_14_ee_KT_14: 0.14, flow_gw_KT_14_KT_16: 0.34, flow_gw_KT_14_dzm_KT_16z: 0.05,
  flow_gw_GK_13_ee_GK_13: 0.14, flow_gw_GK_13_GK_15: 0.3, flow_gw_GK_13_dzm_GK_15z: 0.05,
  flow_gw_gestopt_EE_gestopt: 0.05, flow_gw_stand_gw_einde: 0.45, flow_gw_nog_een_ronde_gw_ronde: 0.62, flow_gw_vooroverleg_SP_VOOROVERLEG: 0.7,
  flow_gw_GK_00c_GK_00c: 0.4, flow_gw_KT_07_eerste_KT_07x: 0, flow_gw_GK_06_eerste_GK_06x: 0, flow_gw_gesprek_gevoerd_EE_al_gevoerd: 0,
  flow_gw_opties_SP_KEUZE: 0.75, flow_gw_KT_06_leerplicht_KT_06n: 0.9, flow_gw_GK_05_leerplicht_GK_05n: 0.9,
};
/** De kans dat een randgebeurtenis komt, en na hoeveel dagen ongeveer; anders volgt zij uit haar soort. */
const BOUNDARY: Record<string, readonly [chance: number, days: number]> = {
  BE_ESCALATIE: [0.62, 9], BE_GESTOPT: [0.16, 40], BE_UITGESCHREVEN: [0.04, 60], BE_ONTHEFFING: [0.02, 80], BE_ADMINISTRATIEF: [0.02, 10],
  be_leerplicht: [0.3, 20], be_jeugdarts: [0.3, 18], be_cce: [0.1, 45], be_impasse: [0.05, 70], be_vrijstelling: [0.05, 60], be_ouders: [0.12, 25], be_schorsing: [0.05, 30], be_aot: [0.15, 30],
  be_nergens: [0.02, 50], be_route_wisselt: [0, 0], be_invoer: [0.04, 0], be_vervalt: [0, 0], be_terugval: [0.05, 3], TM_KT_13b: [1, 28], TM_GK_12b: [1, 28],
};
const KIND: Record<string, readonly [chance: number, days: number]> = { Error: [0.05, 0], Timer: [0.15, 8], Message: [0.06, 30] };
const EVENT_SUBPROCESS: Record<string, readonly [chance: number, days: number]> = { ES_VERZUIM: [0.9, 6], ES_VEILIGHEID: [0.04, 25], ES_SCHOOL: [0.02, 50], ES_WOONGEMEENTE: [0.03, 60], ES_CONSULT: [0.25, 20], ES_MEEKIJKEN: [0.5, 35], ES_BESLUIT: [0, 0] };
/** Stappen die in dit samenwerkingsverband vlot of juist traag gaan, als deel van hun termijn. */
const PACE: Record<string, number> = { gesprek_ouders: 0.5, KT_05: 2.4, KT_06: 0.8, onderwijs_of_zorg: 2.1, brugplaats_verkennen: 2, brugplaats_kiezen: 1.2, escalatiegesprek: 0.75, vooroverleg: 0.9, week_opgeven: 0.6, belemmeringen_analyseren: 1.05, onderwijsaanbod: 0.9, CA_06_2: 0.9, verzuim_vastleggen: 0.6 };

const DAY = 86_400_000;

/** Al het toeval van één casus; `slow` zegt hoe traag er op deze school wordt gewerkt. */
export class Chances {
  private readonly random: Random;
  constructor(seed: string, private readonly slow: number) {
    this.random = makeRandom(seed);
  }
  /** Rond een middelste waarde, met een lange staart naar boven. */
  private around(middle: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.random.getal())) * Math.cos(2 * Math.PI * this.random.getal());
    return middle * Math.exp(0.55 * normal);
  }
  choose(node: Node): Flow {
    const flows = node.outgoing ?? [];
    let dice = this.random.getal();
    const known = flows.filter((f) => FLOW[f.id] !== undefined);
    for (const flow of known) if ((dice -= FLOW[flow.id]!) < 0) return flow;
    const rest = flows.filter((f) => !known.includes(f) && f.id !== node.default?.id);
    const usual = node.default ?? rest.at(-1) ?? flows[0]!;
    return known.length === 0 && node.default && rest.length > 0 && this.random.getal() < 0.22 ? this.random.kies(rest) : usual;
  }
  oneOf = <T>(list: readonly T[]): T => this.random.kies(list);
  /** Komt deze randgebeurtenis, of dit deelproces dat een gebeurtenis begint? @returns na hoeveel milliseconden, of niets */
  happens(node: Node): number | undefined {
    const [chance, days] = (node.attachedToRef ? BOUNDARY[node.id] ?? KIND[trigger(node)] : EVENT_SUBPROCESS[node.id] ?? [0.1, 15]) ?? [0, 0];
    if (this.random.getal() >= chance) return undefined;
    return trigger(node) === 'Timer' && BOUNDARY[node.id] ? days * DAY : Math.round(this.around(days) * DAY);
  }
  /** Hoe lang een element duurt. @param norm de termijn in kalenderdagen, als die er is */
  lasts(node: Node, norm: number | undefined): number {
    switch (kind(node)) {
      case 'UserTask': return Math.round(Math.max(0.05, this.around(0.62 * (PACE[node.id] ?? 1) * this.slow * (norm ?? 4))) * DAY);
      case 'ServiceTask': case 'BusinessRuleTask': case 'SendTask': return 2_000;
      case 'IntermediateCatchEvent': case 'EventBasedGateway': return Math.round((trigger(node) === 'Message' ? this.around(9) : 7) * DAY);
      case 'ReceiveTask': return Math.round(this.around(8) * DAY);
      default: return 0;
    }
  }
}
