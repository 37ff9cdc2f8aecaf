import type { VastgelegdPad } from '../registratie/geschiedenis/paden.ts';
import type { Stap } from '../scripts/demo/models.ts';
import type { Antwoord, Scenario } from '../scripts/demo/scenario.ts';
import { elementsleutel, type Opname } from './opname.ts';
import { routeVan } from './verlopen-kiezen.ts';

/** Meer paden apart spelen past niet in twee minuten. */
const HOOGSTENS = 6;

/** Een scenario met hoe het met wat er nu draait verliep. */
export interface Gespeeld {
  readonly scenario: Scenario;
  readonly opname: Opname;
}

/** Een pad dat geen scenario is, met het scenario dat eruit is samengesteld. */
export interface TeSpelen {
  readonly pad: VastgelegdPad;
  readonly scenario: Scenario;
}

/** Hoe de vastgelegde paden bij de scenario's liggen. */
export interface Indeling {
  readonly alsScenario: number;
  readonly teSpelen: readonly TeSpelen[];
  readonly overgeslagen: number;
}

const takenVan = (opname: Opname): ReadonlySet<string> => new Set(opname.taken.map(elementsleutel));
const zelfde = (taken: ReadonlySet<string>, pad: readonly string[]): boolean => taken.size === pad.length && pad.every((taak) => taken.has(taak));
/** Welk deel van alles samen zij delen: 1 als zij gelijk zijn. */
const gelijkenis = (taken: ReadonlySet<string>, pad: readonly string[]): number => { const samen = pad.filter((taak) => taken.has(taak)).length; return samen / (taken.size + pad.length - samen); };

/** Ging dit kind langs precies deze taken? */
export const gevolgd = (opname: Opname, { taken }: VastgelegdPad): boolean => zelfde(takenVan(opname), taken);

/**
 * Zoekt bij elk vastgelegd pad het scenario dat er het meest op lijkt, en neemt voor elke stap het antwoord van het scenario dat van
 * daar naar een taak van dit pad ging. Of dat lukt, blijkt pas bij het spelen.
 * @param stappen de stap bij elk element, zoals een scenario haar noemt
 */
export function deelIn(paden: readonly VastgelegdPad[], gespeeld: readonly Gespeeld[], stappen: ReadonlyMap<string, Pick<Stap, 'stap'>>): Indeling {
  const over = paden.filter(({ route, taken }) => !gespeeld.some(({ scenario, opname }) => routeVan(scenario) === route && zelfde(takenVan(opname), taken)));
  const teSpelen = over.slice(0, HOOGSTENS).flatMap((pad, i): TeSpelen[] => {
    const opRoute = gespeeld.filter(({ scenario }) => routeVan(scenario) === pad.route).sort((a, b) => gelijkenis(takenVan(b.opname), pad.taken) - gelijkenis(takenVan(a.opname), pad.taken));
    const [basis] = opRoute;
    if (!basis) return [];
    return [{ pad, scenario: { ...basis.scenario, naam: `casussen van vorig jaar, pad ${i + 1}`, antwoorden: { ...basis.scenario.antwoorden, ...antwoorden(pad, opRoute, stappen) } } }];
  });
  return { alsScenario: paden.length - over.length, teSpelen, overgeslagen: over.length - teSpelen.length };
}

/** Per taak van het pad het antwoord van het meest gelijkende scenario dat er zelf een geeft en daarna langs een taak van dit pad ging. */
function antwoorden(pad: VastgelegdPad, opRoute: readonly Gespeeld[], stappen: ReadonlyMap<string, Pick<Stap, 'stap'>>): Record<string, Antwoord> {
  const uit: Record<string, Antwoord> = {};
  for (const taak of pad.taken) {
    const element = taak.split(' ')[1] as string;
    const stap = stappen.get(element)?.stap ?? element;
    const leidt = opRoute.find(({ scenario, opname }) => scenario.antwoorden?.[stap] !== undefined && volgde(opname, taak).some((volgende) => pad.taken.includes(volgende)));
    if (leidt) uit[stap] = leidt.scenario.antwoorden![stap]!;
  }
  return uit;
}

/** De taak die na deze kwam, elke keer dat zij kwam. */
function volgde({ taken }: Opname, taak: string): string[] {
  const rij = taken.map(elementsleutel);
  return rij.flatMap((id, i) => (id === taak && rij[i + 1] !== undefined ? [rij[i + 1]!] : []));
}
