import { momentText } from '../moment.ts';
import type { Incident } from '../reads/reads.ts';
import type { Round, StuckCasus } from './carry-round.ts';
import type { MigrateOutcome } from './migrate-running.ts';
import type { Stuck } from './stuck.ts';

/** Hoe het een stap verging die stilstond. */
export interface StuckOutcome {
  /** Sleutel van de procesinstantie van de route. */
  readonly casus: string;
  readonly casusnummer: string | null;
  readonly step: string;
  /** ISO-moment waarop zij stil kwam te staan. */
  readonly since: string;
  /** `klaargezet`: de taak begon opnieuw; `verder`: de stap lukte nu wel; `staat`: zij staat nog. */
  readonly became: 'klaargezet' | 'verder' | 'staat';
  /** Waarom zij nog staat; leeg als zij verder is. */
  readonly reasons: readonly string[];
}

/**
 * Vergelijkt wie stilstond met wat er nu stilstaat.
 * @param now alles wat nu stilstaat
 */
export function stuckOutcomes(rounds: readonly Round[], outcomes: readonly MigrateOutcome[], now: readonly Stuck[], explain: (incident: Incident) => string): StuckOutcome[] {
  const before = rounds[0]!.stuck;
  const same = (a: Stuck, b: Stuck): boolean => a.incident.processInstance === b.incident.processInstance && a.place.elementId === b.place.elementId;
  const asOutcome = (s: StuckCasus): StuckOutcome => {
    const still = now.find((n) => same(n, s));
    const stays = outcomes.find((o) => o.casus === s.casus && o.wat !== 'mee')?.reasons ?? [];
    return {
      casus: s.casus, casusnummer: s.place.casusnummer, step: s.step, since: s.incident.since,
      became: still ? 'staat' : rounds.some(({ restarted }) => restarted.has(s.incident.processInstance)) ? 'klaargezet' : 'verder',
      reasons: still ? [explain(still.incident), ...stays.map((reason) => `Zij kan niet mee naar de nieuwe versie: ${reason}.`)] : [],
    };
  };
  const unique = before.filter((s, i) => before.findIndex((other) => same(other, s)) === i);
  return unique.map(asOutcome);
}

const DONE = { klaargezet: 'de taak is opnieuw klaargezet, met de rol, het formulier en de termijn van nu', verder: 'de stap is opnieuw geprobeerd en gelukt' };

/**
 * Zegt in het Nederlands wie stilstond, sinds wanneer, en hoe dat afliep.
 * @param names casusnummers bij procesinstanties; wie er niet in staat wordt genoemd met de sleutel die Operate toont
 */
export function stuckReport(outcomes: readonly StuckOutcome[], names?: ReadonlyMap<string, string>): string[] {
  const name = ({ casus, casusnummer }: StuckOutcome): string => names?.get(casus) ?? casusnummer ?? `casus met procesinstantie ${casus}`;
  const line = (u: StuckOutcome, rest: string): string => `- ${name(u)}, sinds ${momentText(u.since)} bij ${u.step}: ${rest}`;
  const further = outcomes.filter(({ became }) => became !== 'staat');
  const still = outcomes.filter(({ became }) => became === 'staat');
  return [
    ...(further.length > 0 ? [further.length === 1 ? '1 stap stond stil en gaat nu verder:' : `${further.length} stappen stonden stil en gaan nu verder:`] : []),
    ...further.map((u) => line(u, `${DONE[u.became as keyof typeof DONE]}.`)),
    ...(still.length > 0 ? [still.length === 1 ? '1 stap staat nog stil:' : `${still.length} stappen staan nog stil:`] : []),
    ...still.map((u) => line(u, u.reasons.join(' '))),
    ...(still.length > 0 ? ['Verbeter dit en draai npm run uitrollen nog eens; wie stilstaat gaat dan vanzelf verder. De pagina Incidenten zegt wat er per stap te doen is.'] : []),
  ];
}
