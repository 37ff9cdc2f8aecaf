import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vitest from 'vitest';

/** De rule-tester van bpmnlint is voor mocha geschreven en verwacht deze drie als globale functies. */
Object.assign(globalThis, { describe: vitest.describe, it: vitest.it, beforeEach: vitest.beforeEach });

const eis = createRequire(import.meta.url);
const PLUGIN = join(import.meta.dirname, '../../lint/bpmnlint-plugin-routeboek');
const RuleTester = eis('bpmnlint/lib/testers/rule-tester') as { verify(naam: string, regel: unknown, gevallen: { valid: Geval[]; invalid: Geval[] }): void };
const { createModdle } = eis('bpmnlint/lib/testers/helper') as { createModdle(xml: string, uitbreidingen: unknown): Promise<unknown> };
const zeebe = eis('zeebe-bpmn-moddle/resources/zeebe.json') as unknown;

interface Bericht { id: string; message: string; path?: string[] }
interface Geval { moddleElement: Promise<unknown>; config?: unknown; report?: Bericht[] }

const model = (regel: string, soort: 'goed' | 'fout') =>
  createModdle(readFileSync(join(PLUGIN, 'docs/rules/examples', regel, `${soort}.bpmn`), 'utf8'), { zeebe });
const label = (id: string, message: string): Bericht => ({ id, message, path: ['name'] });

/** Iedere regel: wat zij bij het foute voorbeeld zegt. Bij het goede voorbeeld zegt zij niets. */
const REGELS: Record<string, Bericht[]> = {
  'aanroep-gesloten': [
    { id: 'KT_08c', message: 'Zet propagateAllChildVariables uit en noem de variabelen zelf' },
    { id: 'KT_08c', message: 'Zet propagateAllParentVariables uit en noem de variabelen zelf' },
    { id: 'KT_08c', message: 'Geef casusId mee aan het aangeroepen proces' },
  ],
  'eigen-fouten': [
    { id: 'be_KT_01av', message: 'Geef de fouten een eigen naam: fouten_KT_01a' },
    { id: 'KT_01a', message: 'Geef validatieFouten mee uit fouten_KT_01a' },
  ],
  'element-id': [
    { id: 'Activity_0x7k', message: 'Maak het id volgens de afspraak: de stap met lage streepjes, zoals KT_01a' },
    { id: 'Flow_artx7k', message: 'Maak het id volgens de afspraak: flow_SE_start_Activity_0x7k' },
    { id: 'Flow_x7kaar', message: 'Maak het id volgens de afspraak: flow_Activity_0x7k_EE_klaar' },
  ],
  'gebruikerstaak-volledig': [
    { id: 'KT_01a', message: 'Noem de groep: =[groepen.<rol>]' },
    { id: 'KT_01a', message: 'Zet de einddatum op =uiterlijk' },
    { id: 'KT_01a', message: 'Geef formulier mee, gelijk aan het gekoppelde formulier' },
  ],
  'geen-vrije-tekst': [{ id: 'KT_01a', message: 'Laat het vrije veld oorzaken niet mee naar boven gaan' }],
  'jobtype-bekend': [{ id: 'KT_02', message: 'Er is geen werker voor het type casus-bijwerkn' }],
  label: [
    label('gw_KT_02', 'Maak van het label een vraag'),
    label('gw_KT_02', 'Geef iedere uitgaande pijl een antwoord'),
    label('KT_03', 'Schrijf alleen het eerste woord en namen met een hoofdletter'),
    label('KT_03', 'Gebruik een werkwoord dat zegt wat er gebeurt'),
  ],
  luisteraars: [
    { id: 'KT_01a', message: 'Voeg bij start de luisteraar termijn-berekenen toe' },
    { id: 'KT_01a', message: 'Voeg bij end de luisteraar logboek-schrijven toe' },
  ],
  samenkomst: [{ id: 'EE_klaar', message: 'Laat de wegen eerst samenkomen in een gateway' }],
  'taakkoppen-bekend': [{ id: 'KT_02', message: 'Maak de melding N-99 of kies een bestaande naam' }],
  'termijn-bestaat': [{ id: 'KT_99z', message: 'Voeg in termijnen.dmn een rij toe voor KT-99z' }],
  'timer-uit-termijnen': [{ id: 'tm_KT_11', message: 'Gebruik een tijdstip uit termijnen.dmn, geen duur' }],
  'toelichting-met-bron': [
    { id: 'KT_02', message: 'Noem in de toelichting de bron: "Bron: routeboek r. …" of "Bron: voorstel"' },
    { id: 'gw_KT_02', message: 'Voeg een toelichting toe' },
  ],
  'verwijzing-bestaat': [
    { id: 'KT_08c', message: 'Maak het proces av2 of kies een bestaande naam' },
    { id: 'KT_08c', message: 'Bind het proces av2 met "deployment"' },
  ],
};

for (const [naam, report] of Object.entries(REGELS)) {
  RuleTester.verify(naam, eis(join(PLUGIN, 'rules', naam)), {
    valid: [{ moddleElement: model(naam, 'goed') }],
    invalid: [{ moddleElement: model(naam, 'fout'), report }],
  });
}

const luisteraars = eis(join(PLUGIN, 'rules/luisteraars')) as unknown;
RuleTester.verify('luisteraars met zonderLogboek', luisteraars, {
  valid: [{ moddleElement: model('luisteraars', 'goed'), config: { zonderLogboek: ['KT_01a'] } }],
  invalid: [{ moddleElement: model('luisteraars', 'fout'), config: { zonderLogboek: ['KT_01a'] }, report: REGELS['luisteraars']!.slice(0, 1) }],
});

vitest.describe('de plugin is compleet', () => {
  const files = (dir: string) => readdirSync(join(PLUGIN, dir)).map((b) => b.replace(/\.\w+$/, '')).sort();
  const namen = Object.keys(REGELS).sort();
  vitest.it('iedere regel is getoetst, uitgelegd en staat aan', () => {
    const { rules, configs } = eis(PLUGIN) as { rules: object; configs: { recommended: { rules: object } } };
    vitest.expect(files('rules')).toEqual(namen);
    vitest.expect(Object.keys(rules).sort()).toEqual(namen);
    vitest.expect(Object.keys(configs.recommended.rules).sort()).toEqual(namen);
    vitest.expect(files('docs/rules').filter((b) => b !== 'examples')).toEqual(namen);
  });
});
