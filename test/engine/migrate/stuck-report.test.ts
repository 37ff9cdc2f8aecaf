import { expect, test } from 'vitest';
import type { Round, StuckCasus } from '../../../engine/migrate/carry-round.ts';
import { lookAgain } from '../../../engine/migrate/look-again.ts';
import { mergeOutcomes } from '../../../engine/migrate/carry-round.ts';
import { stuckOutcomes, stuckReport } from '../../../engine/migrate/stuck-report.ts';
import { readStuck, type Stuck } from '../../../engine/migrate/stuck.ts';
import type { Incident } from '../../../engine/reads/reads.ts';

const incident = (key: string, instance: string, since = '2026-11-12T08:14:00Z'): Incident => ({ key, processInstance: instance, kind: 'EXTRACT_VALUE_ERROR', message: 'Expected "Milan"', since });
const vast = (key: string, instance: string, casusnummer: string | null = null): StuckCasus => ({ incident: incident(key, instance), place: { processId: 'route', elementId: 'a', casusnummer }, casus: `r${instance}`, step: "de stap 'Bellen' (a)" });
const ronde = (deel: Partial<Round>): Round => ({ outcomes: [], stuck: [], treated: new Set(), restarted: new Set(), ...deel });
const uitleg = (): string => 'Het model rekent hier met een gegeven dat ontbreekt of niet klopt.';

test('per stap: sinds wanneer, en wat ervan werd; wat de engine zelf zegt staat er niet bij', () => {
  const stuck = [vast('1', '1', '2026-0147'), vast('2', '2'), vast('3', '3')];
  const nu: Stuck[] = [{ incident: incident('9', '3'), place: { processId: 'route', elementId: 'a', casusnummer: null } }];
  const outcomes = [{ casus: 'r3', wat: 'blijft' as const, reasons: ["de stap 'Bellen' (a) bestaat niet meer"] }];
  const regels = stuckReport(stuckOutcomes([ronde({ stuck, restarted: new Set(['1']) })], outcomes, nu, uitleg), new Map([['r2', '2026-0148']]));
  expect(regels).toEqual([
    '2 stappen stonden stil en gaan nu verder:',
    "- 2026-0147, sinds 12 november 2026 om 09:14 bij de stap 'Bellen' (a): de taak is opnieuw klaargezet, met de rol, het formulier en de termijn van nu.",
    "- 2026-0148, sinds 12 november 2026 om 09:14 bij de stap 'Bellen' (a): de stap is opnieuw geprobeerd en gelukt.",
    '1 stap staat nog stil:',
    "- casus met procesinstantie r3, sinds 12 november 2026 om 09:14 bij de stap 'Bellen' (a): Het model rekent hier met een gegeven dat ontbreekt of niet klopt. Zij kan niet mee naar de nieuwe versie: de stap 'Bellen' (a) bestaat niet meer.",
    'Verbeter dit en draai npm run uitrollen nog eens; wie stilstaat gaat dan vanzelf verder. De pagina Incidenten zegt wat er per stap te doen is.',
  ]);
});

test('stond er niets stil, dan staat er niets', () => {
  expect(stuckReport([])).toEqual([]);
});

test('wie in de eerste ronde bleef en in de tweede meeging, is mee', () => {
  const blijft = { casus: '1', wat: 'blijft' as const, reasons: ['nog niet'] };
  const mee = (casus: string) => ({ casus, wat: 'mee' as const, reasons: [] });
  expect(mergeOutcomes([ronde({ outcomes: [blijft, mee('2')] }), ronde({ outcomes: [mee('1')] })])).toEqual([mee('2'), mee('1')]);
  expect(mergeOutcomes([ronde({ outcomes: [blijft] })])).toEqual([blijft]);
});

test('het oudste incident staat voorop, met zijn plek', async () => {
  const reads = { incidents: async () => [incident('2', '2', '2026-11-12T09:00:00Z'), incident('1', '1', '2026-11-11T09:00:00Z')], placeOf: async ({ key }: Incident) => ({ processId: 'route', elementId: `e${key}`, casusnummer: null }) };
  expect((await readStuck(reads)).map(({ place }) => place.elementId)).toEqual(['e1', 'e2']);
});

test('na een ronde wordt gewacht tot de behandelde incidenten weg zijn, en hoogstens een kwart minuut', async () => {
  let tijd = 0;
  const time = { ms: () => tijd, wait: async (ms: number) => { tijd += ms; }, random: () => 0 };
  const na = (ms: number) => ({ incidents: async () => (tijd < ms ? [incident('1', '1')] : [incident('2', '2')]), placeOf: async () => ({ processId: null, elementId: null, casusnummer: null }) });
  expect((await lookAgain({ reads: na(1_500), time }, ronde({ treated: new Set(['1']) }))).map((s) => s.incident.key)).toEqual(['2']);
  expect(tijd).toBe(3_500);
  tijd = 0;
  expect((await lookAgain({ reads: na(Infinity), time }, ronde({ treated: new Set(['1']) }))).map((s) => s.incident.key)).toEqual(['1']);
  expect(tijd).toBe(17_000);
  tijd = 0;
  await lookAgain({ reads: na(0), time }, ronde({}));
  expect(tijd, 'er is niets gedaan').toBe(0);
});
