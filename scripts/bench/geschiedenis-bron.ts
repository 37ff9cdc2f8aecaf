import type { BronInstantie, Geschiedenisbron, Visit } from '../../domein/geschiedenis/bron.ts';
import { makeRandom } from '../demo/random.ts';

const UUR = 3_600_000;
const BEGIN = Date.parse('2025-08-25T07:00:00Z');
const JAAR = 330 * 24 * UUR;
const BLAD = 1_000;

export interface Proefcasus { readonly nummer: number; readonly instantie: string; readonly route: string; readonly geopendOp: Date; readonly gesloten: boolean }

/**
 * Een engine met een jaar geschiedenis, zonder engine: per casus een frame, een route, drie fasen en samen veertig bezoeken.
 * Een op de zes casussen loopt nog, met een taak die openstaat.
 */
export function maakBron(casussen: number, elementen: Record<string, readonly { id: string; taak: boolean }[]>): { bron: Geschiedenisbron; casussen: Proefcasus[]; bezoeken: number } {
  const { onder: kies } = makeRandom('geschiedenis');
  const instanties: BronInstantie[] = [];
  const bezoeken: Visit[] = [];
  const lijst: Proefcasus[] = [];
  const modellen = Object.keys(elementen).flatMap((processId, i) => [1, 2, 3, 4].map((version) => ({ key: String(1 + i * 4 + version), processId, version })));
  let teller = 1n;
  const sleutel = (): string => String((1n << 51n) + teller++);
  for (let nummer = 0; nummer < casussen; nummer++) {
    const begin = BEGIN + Math.floor((nummer / casussen) * JAAR);
    const versie = 1 + Math.floor((4 * nummer) / casussen);
    const route = kies(2) ? 'kernteam' : 'geen-kernteam';
    const open = kies(6) === 0;
    const start = (processId: string, op: number, ouder?: Visit): BronInstantie => {
      const nieuw = { key: sleutel(), processId, start: new Date(op), parent: ouder?.instance ?? null, parentVisit: ouder?.key ?? null };
      instanties.push(nieuw);
      return nieuw;
    };
    const bezoek = (instantie: BronInstantie, elementId: string, type: string, op: number, tot: number | null): Visit => {
      const nieuw: Visit = { key: sleutel(), elementId, type, instance: instantie.key, definition: modellen.find((m) => m.processId === instantie.processId && m.version === versie)!.key, start: new Date(op), end: tot === null ? null : new Date(tot), state: tot === null ? 'ACTIVE' : kies(12) ? 'COMPLETED' : 'TERMINATED' };
      bezoeken.push(nieuw);
      return nieuw;
    };
    const frame = start('casus', begin);
    lijst.push({ nummer, instantie: frame.key, route, geopendOp: new Date(begin), gesloten: !open });
    const duur = (30 + kies(60)) * 24 * UUR;
    const einde = open ? null : begin + duur;
    const roep = bezoek(frame, 'route_doorlopen', 'CALL_ACTIVITY', begin, einde);
    const routeInstantie = start(route, begin, roep);
    let op = begin;
    const fasen = ['leerling-bespreken', 'escalatie-bespreken', 'vier-weken'];
    for (const [i, fase] of fasen.entries()) {
      const laatste = open && i === fasen.length - 1;
      const roeper = bezoek(routeInstantie, elementen[route]![i]!.id, 'CALL_ACTIVITY', op, laatste ? null : op + Math.floor(duur / 3));
      const instantie = start(fase, op, roeper);
      let nu = op;
      for (let stap = 0; stap < 11; stap++) {
        const element = elementen[fase]![(stap * 7 + kies(3)) % elementen[fase]!.length]!;
        const lang = element.taak ? kies(9 * 24) * UUR : 0;
        bezoek(instantie, element.id, element.taak ? 'USER_TASK' : 'SERVICE_TASK', nu, laatste && stap === 10 ? null : nu + lang);
        nu += lang;
      }
      for (let stap = 0; stap < 1; stap++) bezoek(routeInstantie, elementen[route]![3 + stap]!.id, 'EXCLUSIVE_GATEWAY', nu, nu);
      op += Math.floor(duur / 3);
    }
  }
  const opBegin = <T extends { start: Date }>(rijen: T[]): T[] => rijen.sort((a, b) => a.start.getTime() - b.start.getTime());
  opBegin(instanties);
  opBegin(bezoeken);
  async function* delen<T extends { start: Date }>(rijen: readonly T[], past: (rij: T) => boolean): AsyncGenerator<T[]> {
    const gekozen = rijen.filter(past);
    for (let i = 0; i < gekozen.length; i += BLAD) yield gekozen.slice(i, i + BLAD);
  }
  const opInstantie = new Map(instanties.map((i) => [i.key, i]));
  return {
    casussen: lijst, bezoeken: bezoeken.length,
    bron: {
      visitsStarted: (from) => delen(bezoeken, (b) => b.start >= from),
      visitsEnded: (from, until) => delen(bezoeken, (b) => b.end !== null && b.end >= from && b.end < until),
      visitsOpen: () => delen(bezoeken, (b) => b.state === 'ACTIVE'),
      visitsOf: async (instance) => bezoeken.filter((b) => b.instance === instance),
      instancesStarted: (from) => delen(instanties, (i) => i.start >= from),
      instancesByKey: async (keys) => keys.flatMap((k) => opInstantie.get(k) ?? []),
      definitions: async () => modellen,
      casusOf: async () => new Map(),
    },
  };
}
