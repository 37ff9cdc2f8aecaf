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

/** De opties waarmee een regel haar voorbeelden bekijkt. */
const OPTIES: Record<string, unknown> = {
  'element-id': { voorvoegsels: { voorbeeld: 'KT' } },
  stap: { voorvoegsels: { voorbeeld: 'KT' } },
  'stap-in-label': { routes: { voorbeeld: 'KT' } },
  'kleur-van-rol': {
    tabel: {
      groepen: { school: { label: 'School', fill: '#E1F0FF', stroke: '#0B4F9E' }, bestuur: { label: 'Bestuur', fill: '#F3E8FF', stroke: '#5B2A86' } },
      rollen: { 'ib-er': 'school', schoolbestuur: 'bestuur' },
    },
  },
};

/** Iedere regel: wat zij bij het foute voorbeeld zegt. Bij het goede voorbeeld zegt zij niets. */
const REGELS: Record<string, Bericht[]> = {
  'aanroep-gecontroleerd': [{ id: 'SE_start', message: 'Voeg bij end van deze startgebeurtenis de luisteraar aanroep-controleren toe' }],
  'aanroep-gesloten': [
    { id: 'KT_08c', message: 'Zet propagateAllChildVariables uit en noem de variabelen zelf' },
    { id: 'KT_08c', message: 'Zet propagateAllParentVariables uit en noem de variabelen zelf' },
    { id: 'KT_08c', message: 'Geef casusId mee aan het aangeroepen proces' },
    { id: 'KT_08c', message: 'Geef casusnummer mee aan het aangeroepen proces' },
    { id: 'KT_08c', message: 'Geef leerling mee aan het aangeroepen proces' },
  ],
  berichtsleutel: [{ id: 'msg_perspectief', message: 'Zet de sleutel van bericht perspectief-helder (Subscription correlation key) op =casusId: een bericht wordt onder geen andere sleutel gestuurd' }],
  'blad-leesbaar': [{ id: 'voorbeeld', message: 'Verdeel dit blad: het heeft 41 knopen, hoogstens 40' }],
  'eerste-termijn': [
    { id: 'KT_01a', message: 'Houd de eerste einddatum: uiterlijk uit het deelproces met de luisteraar termijn-berekenen, of uit uiterlijk_KT_01a' },
    { id: 'be_KT_01ae', message: 'Hang de bewaking aan het deelproces: op KT_01a begint zij bij elke verbetering opnieuw' },
  ],
  'eigen-fouten': [
    { id: 'be_KT_01av', message: 'Geef de fouten een eigen naam: fouten_KT_01a' },
    { id: 'KT_01a', message: 'Geef validatieFouten mee uit fouten_KT_01a' },
  ],
  'element-id': [
    { id: 'Activity_0x7k', message: 'Maak het id volgens de afspraak: de stap met lage streepjes, zoals KT_01a' },
    { id: 'pijl_naar_taak', message: 'Maak het id volgens de afspraak: flow_<van>_<naar>' },
  ],
  'feel-geldig': [
    { id: 'KT_05', message: 'In de uitvoer akkoord: dit is geen geldige FEEL; kijk naar haakjes, aanhalingstekens en woorden als then en else' },
    { id: 'flow_gw_KT_05_te_KT_05', message: 'Begin de voorwaarde (Condition expression) met =: zonder = is "akkoord != true" een gewone tekst' },
  ],
  'gebruikerstaak-volledig': [
    { id: 'KT_01a', message: 'Noem de groep: =[groepen.<rol>]' },
    { id: 'KT_01a', message: 'Zet de einddatum op =uiterlijk' },
    { id: 'KT_01a', message: 'Zet de prioriteit op =prioriteit' },
    { id: 'KT_01a', message: 'Geef formulier mee, gelijk aan het gekoppelde formulier' },
    { id: 'KT_01a', message: 'Geef taskContextDisplayName mee, zodat de takenlijst zegt om welk kind het gaat: =casusnummer + " · " + leerling.aanduiding' },
  ],
  'geen-vrije-tekst': [{ id: 'KT_01a', message: 'Laat het vrije veld oorzaken niet mee naar boven gaan' }],
  'groep-van-rol': [
    { id: 'KT_05', message: 'De taak gaat naar groepen.ibEr en de invoer rol zegt "schoolbestuur": maak ze gelijk, bijvoorbeeld =[groepen.schoolbestuur]' },
    { id: 'KT_05', message: 'De persoon personen.schoolbestuur hoort niet bij groepen.ibEr: kies de persoon van die groep, of laat het veld leeg' },
    { id: 'KT_06', message: 'groepen.schoolbestuurr bestaat niet: kies een rol uit de lijst van het sjabloon Gebruikerstaak routeboek. Bedoelde u schoolbestuur?' },
  ],
  'jobtype-bekend': [{ id: 'KT_02', message: 'Er is geen werker voor het type casus-bijwerkn. Bedoelde u casus-bijwerken?' }],
  'kleur-van-rol': [
    { id: 'KT_01a', message: 'Geef de taak de kleur van School: vulling #E1F0FF en rand #0B4F9E, voor bioc en color' },
    { id: 'KT_03', message: 'Geef de taak de kleur van School: vulling #E1F0FF en rand #0B4F9E, voor bioc en color' },
    { id: 'KT_05', message: 'Geef de rol burgemeester een groep in bpmn/rolkleuren.json' },
    { id: 'KT_06', message: 'Noem de rol in de invoer rol, of in de eigenschap rol als het aanroepende proces haar kiest' },
  ],
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
  retries: [
    { id: 'KT_02s', message: 'Zet retries van casus-bijwerken op 24' },
    { id: 'KT_07b', message: 'Zet retries van termijn-berekenen op 24' },
  ],
  samenkomst: [{ id: 'EE_klaar', message: 'Laat de wegen eerst samenkomen in een gateway' }],
  standaardweg: [{ id: 'gw_KT_05', message: 'Maak één uitgaande pijl de standaardweg (Default flow): past geen enkele voorwaarde, dan blijft de casus hier anders staan' }],
  stap: [
    { id: 'escalatie_bespreken', message: 'Schrijf de stap KT_07b zoals KT-08a of CA-02-1' },
    { id: 'escalatie_bespreken', message: 'Noem iedere stap één keer' },
    { id: 'av1_regelen', message: 'Noem in de eigenschap stap de stappen waarvoor dit is, bijvoorbeeld KT-08a GK-07a' },
    { id: 'aanbod_maken', message: 'Noem ook de stap van dit model, die begint met KT-' },
  ],
  'stap-in-label': [
    label('KT_07b', 'Begin het label met het nummer van de stap: 7'),
    label('KT_11', 'Begin het label met het nummer van de stap: 11–13'),
    label('KT_00e', 'Begin het label niet met een nummer: dit is geen genummerde stap'),
    label('SP_PLEK', 'Begin het label met het nummer van de stap: 16'),
  ],
  'stap-overslaan': [{ id: 'KT_02', message: 'Deze stap kan worden overgeslagen: er loopt een weg om haar heen naar "3 Regisseurs voorstellen". Laat die weg langs deze stap gaan, of eerder eindigen' }],
  'taak-bewaakt': [
    { id: 'KT_01a', message: 'Zonder einddatum en formulier herinnert niemand aan deze taak: neem het sjabloon Gebruikerstaak routeboek' },
    { id: 'KT_01a', message: 'Zet in taakherinnering.dmn wie er boven burgemeester staat' },
  ],
  'taakkoppen-bekend': [{ id: 'KT_02', message: 'Maak de melding N-99 of kies een bestaande naam' }],
  'termijn-bestaat': [{ id: 'KT_99z', message: 'Voeg in termijnen.dmn een rij toe voor KT-99z' }],
  'termijn-bij-taak': [
    { id: 'KT_01a', message: 'Zet een tekst bij de taak met haar termijn: 2 schooldagen' },
    { id: 'KT_01b', message: 'Bij de taak staat "3 schooldagen" en in termijnen.dmn "5 schooldagen": draai npm run termijnteksten' },
    { id: 'KT_14', message: 'Bij de taak staat "4 schoolweken", maar termijnen.dmn heeft geen rij: haal de tekst weg of noem de rij in de eigenschap termijn' },
    { id: 'klacht_bespreken', message: 'Bij de taak staat "2 schooldagen" en in termijnen.dmn "KT: 2 schooldagen, JG: 3 schooldagen": draai npm run termijnteksten' },
  ],
  'timer-uit-termijnen': [{ id: 'tm_KT_11', message: 'Gebruik een tijdstip uit termijnen.dmn, geen duur' }],
  'toelichting-met-bron': [
    { id: 'KT_02', message: 'Noem in de toelichting de bron: "Bron: routeboek r. …" of "Bron: voorstel"' },
    { id: 'gw_KT_02', message: 'Voeg een toelichting toe' },
  ],
  'variabele-bestaat': [
    { id: 'KT_01a', message: 'In de uitvoer gesprekOp: niets geeft gesprekDatun een waarde. Bedoelde u gesprekDatum? Kijk naar de spelling, of laat een eerdere stap haar schrijven' },
    { id: 'KT_03', message: 'In de invoer vanaf: regisseursInvoer.bestuur.naan bestaat niet; niets schrijft dat onderdeel. Bedoelde u naam? Kijk naar de spelling' },
  ],
  'variabele-op-weg': [
    { id: 'KT_05', message: 'In de invoer startDatum: regisseursInvoer is hier altijd leeg, want "Regisseurs voorstellen" schrijft haar pas later. Zet die stap ervoor' },
    { id: 'KT_03', message: 'In de invoer vanaf: gesprekOp is hier altijd leeg, want geen enkele eerdere stap schrijft haar. Zet de stap die dat deed terug, of haal dit weg' },
  ],
  'verwijzing-bestaat': [
    { id: 'KT_08c', message: 'Maak het proces av2 of kies een bestaande naam' },
    { id: 'KT_08c', message: 'Bind het proces av2 met "deployment"' },
  ],
  'waarde-bestaat': [{ id: 'KT_01a', message: 'Geen formulier of tabel geeft signaalType de waarde "onveiligheid". Kijk naar de spelling, of naar de keuzes van het formulier' }],
};

for (const [naam, report] of Object.entries(REGELS)) {
  RuleTester.verify(naam, eis(join(PLUGIN, 'rules', naam)), {
    valid: [{ moddleElement: model(naam, 'goed'), config: OPTIES[naam] }],
    invalid: [{ moddleElement: model(naam, 'fout'), config: OPTIES[naam], report }],
  });
}

// Een model dat niet bij de opties staat, is het raam of een gedeelde fase.
RuleTester.verify('element-id in een gedeelde fase', eis(join(PLUGIN, 'rules/element-id')), {
  valid: [{ moddleElement: model('stap', 'goed') }],
  invalid: [{ moddleElement: model('element-id', 'goed'), report: [{ id: 'KT_02', message: 'Noem in een gedeeld model geen stap van een route in het id; die staat in de eigenschap stap' }] }],
});
RuleTester.verify('stap-in-label in een gedeelde fase', eis(join(PLUGIN, 'rules/stap-in-label')), {
  valid: [{ moddleElement: model('stap', 'goed') }],
  invalid: [{
    moddleElement: model('stap-in-label', 'goed'),
    report: ['KT_07b', 'KT_11', 'SP_PLEK'].map((id) => label(id, 'Begin het label niet met een nummer: dit is geen genummerde stap')),
  }],
});

/** Een model zonder tekening. */
const kaal = (inhoud: string) => createModdle(`<?xml version="1.0" encoding="UTF-8"?>
  <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x">
    <bpmn:process id="voorbeeld" isExecutable="true">${inhoud}</bpmn:process>
  </bpmn:definitions>`, { zeebe });
const blad = (id: string, aantal: number, meer = '') =>
  `<bpmn:subProcess id="${id}">${Array.from({ length: aantal }, (_, i) => `<bpmn:task id="${id}_${i}" />`).join('')}${meer}</bpmn:subProcess>`;
RuleTester.verify('blad-leesbaar over bladen heen', eis(join(PLUGIN, 'rules/blad-leesbaar')), {
  valid: [{ moddleElement: kaal(blad('SP_A', 39) + blad('SP_B', 38, blad('SP_C', 40))) }],
  invalid: [
    { moddleElement: kaal(blad('SP_A', 39) + blad('SP_B', 39, blad('SP_C', 40))), report: [{ id: 'voorbeeld', message: 'Verdeel het model voorbeeld: het heeft 121 knopen, hoogstens 120' }] },
    { moddleElement: kaal(blad('SP_A', 1, blad('SP_B', 1, blad('SP_C', 1, blad('SP_D', 1))))), report: [{ id: 'SP_C', message: 'Zet deelprocessen hoogstens 2 diep in elkaar' }] },
  ],
});

const metControle = (tekst: string) => kaal(`
  <bpmn:subProcess id="SP_GESPREK"><bpmn:userTask id="KT_01a"><bpmn:extensionElements>
    <zeebe:properties><zeebe:property name="stap" value="KT-01a" /></zeebe:properties>
  </bpmn:extensionElements></bpmn:userTask></bpmn:subProcess>
  <bpmn:textAnnotation id="tekst"><bpmn:text>${tekst}</bpmn:text></bpmn:textAnnotation>
  <bpmn:association id="lijn" sourceRef="SP_GESPREK" targetRef="tekst" />`);
RuleTester.verify('termijn-bij-taak bij het deelproces om de taak en haar controle', eis(join(PLUGIN, 'rules/termijn-bij-taak')), {
  valid: [{ moddleElement: metControle('2 schooldagen') }],
  invalid: [{ moddleElement: metControle('9 schooldagen'), report: [{ id: 'KT_01a', message: 'Bij de taak staat "9 schooldagen" en in termijnen.dmn "2 schooldagen": draai npm run termijnteksten' }] }],
});

const volledig = eis(join(PLUGIN, 'rules/gebruikerstaak-volledig')) as unknown;
RuleTester.verify('gebruikerstaak-volledig met voorDeCasus', volledig, {
  valid: [{ moddleElement: model('gebruikerstaak-volledig', 'goed'), config: { voorDeCasus: ['KT_01a'] } }],
  invalid: [{ moddleElement: model('gebruikerstaak-volledig', 'fout'), config: { voorDeCasus: ['KT_01a'] }, report: REGELS['gebruikerstaak-volledig']!.slice(0, -1) }],
});

const luisteraars = eis(join(PLUGIN, 'rules/luisteraars')) as unknown;
RuleTester.verify('luisteraars met eigenLog (errata §2.3): in dat model geen logboekregel van de casus', luisteraars, {
  valid: [{ moddleElement: model('luisteraars', 'goed'), config: { eigenLog: { meldcode: 'meldcode-vastleggen' } } }],
  invalid: [{ moddleElement: model('luisteraars', 'goed'), config: { eigenLog: { voorbeeld: 'meldcode-vastleggen' } }, report: [
    { id: 'KT_01a', message: 'Niets van dit model komt in het logboek van de casus: gebruik meldcode-vastleggen' },
    { id: 'KT_01a', message: 'Voeg bij end de luisteraar meldcode-vastleggen toe' },
  ] }],
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
