import { describe, expect, test } from 'vitest';
import { naVergissing } from './proefproject.ts';

type Wijziging = (tekst: string) => string;
interface Veld { key?: string; values?: { value: unknown }[]; components?: Veld[] }

/** Een formulier waarvan de velden met deze sleutel veranderd zijn, zoals Modeler het bewaart. */
const veld = (sleutel: string, verander: (veld: Veld) => void): Wijziging => (tekst) => {
  const schema = JSON.parse(tekst) as Veld;
  const loop = (velden: Veld[] = []): void => velden.forEach((v) => { if (v.key === sleutel) verander(v); loop(v.components); });
  loop(schema.components);
  return JSON.stringify(schema, null, 2);
};
const vervang = (wat: string | RegExp, door: string): Wijziging => (tekst) => tekst.replace(wat, door);

/** Haalt een stap weg en verbindt wat ervoor komt met wat erna komt, zoals Modeler doet. */
const zonderStap = (id: string): Wijziging => (tekst) => {
  let xml = tekst.replace(new RegExp(`<bpmn:callActivity id="${id}"[\\s\\S]*?</bpmn:callActivity>`), '');
  const uit = new RegExp(`<bpmn:sequenceFlow id="([^"]+)"[^>]*sourceRef="${id}" targetRef="([^"]+)"[\\s\\S]*?(/>|</bpmn:sequenceFlow>)`).exec(xml)!;
  const toelichting = new RegExp(`<bpmn:association id="([^"]+)"[^>]*"${id}"[^>]*/>`).exec(xml);
  const in_ = [...xml.matchAll(new RegExp(`<bpmn:sequenceFlow id="([^"]+)"[^>]*targetRef="${id}"`, 'g'))].map((m) => m[1]);
  xml = xml.replace(uit[0], '').replaceAll(`targetRef="${id}"`, `targetRef="${uit[2]}"`).replace(`<bpmn:incoming>${uit[1]}</bpmn:incoming>`, in_.map((p) => `<bpmn:incoming>${p}</bpmn:incoming>`).join(''));
  for (const weg of [id, uit[1], ...(toelichting ? [toelichting[1]] : [])]) xml = xml.replace(new RegExp(`<bpmndi:BPMN(Shape|Edge) id="[^"]*" bpmnElement="${weg}"[\\s\\S]*?</bpmndi:BPMN\\1>`), '');
  return toelichting ? xml.replace(toelichting[0], '') : xml;
};

const GESPREK = 'forms/gesprek-ouders.form';
const BESPREKEN = 'bpmn/leerling-bespreken.bpmn';
const MAIL = 'koppelingen/mail/meldingen/N-02.md';

/** Elke vergissing geeft één opmerking: in het bestand waar zij is gemaakt, in gewone woorden, zo nodig met wat er bedoeld was. */
const EEN: readonly [naam: string, bestand: string, wijziging: Wijziging, plaats: RegExp, tekst: RegExp][] = [
  ['een veld hernoemd dat een model en de demo lezen', GESPREK, veld('verzuimGestopt', (v) => { v.key = 'verzuimgestopt'; }), /^veld verzuimGestopt$/, /gelezen door bpmn\/leerling-bespreken\.bpmn \(gesprek_ouders "Met ouders spreken", uitvoer gesprekOuders\) en de demo.*Heet het nu verzuimgestopt\?/],
  ['een veld met een heel andere sleutel', GESPREK, veld('verzuimGestopt', (v) => { v.key = 'isHetKlaar'; }), /^veld verzuimGestopt$/, /Zet de vraag of haar sleutel \(Key\) terug/],
  ['een vraag van de aanmelding hernoemd', 'forms/start-verzuimroute.form', veld('leerlingWoongemeente', (v) => { v.key = 'woongemeente'; }), /^veld leerlingWoongemeente$/, /de aanmelding \(domein/],
  ['een datum die de cijfers lezen', 'forms/jgz-oproep.form', veld('verschenen', (v) => { v.key = 'isVerschenen'; }), /^veld verschenen$/, /de cijfers \(domein\/cijfers\/kpi\/hulp\.ts\)/],
  ['de waarde van een getypt getal hernoemd', 'forms/inspectie-antwoord.form', veld('urenBesteed', (v) => { v.key = 'uren'; }), /^veld urenBesteed$/, /het logboek, als de waarde van urenBesteedGetypt/],
  ['een getypt veld hernoemd', 'forms/inspectie-antwoord.form', veld('urenBesteedGetypt', (v) => { v.key = 'urenBesteedGetypd'; }), /^veld urenBesteed/, /urenBesteedGetypt bestaat niet.*Bedoelde u urenBesteedGetypd\?/],
  ['een keuze weg waar een tabel op rekent', 'forms/meldcode-weging.form', veld('acuutOfStructureel', (v) => { v.values = v.values!.filter(({ value }) => value !== 'nee'); }), /^veld acuutOfStructureel/, /De keuze "nee" is hier niet te kiezen, en bpmn\/meldcode-afweging\.dmn \(regel 2/],
  ['een keuze met een andere waarde', GESPREK, veld('verzuimGestopt', (v) => { v.values![0]!.value = 'JA'; }), /^veld verzuimGestopt/, /De keuze "ja" is hier niet te kiezen.*rekenen daarop/],
  ['een keuze met een andere waarde, met een teken dat ook iets anders kan betekenen', GESPREK, veld('verzuimGestopt', (v) => { v.values![0]!.value = 'ja ('; }), /^veld verzuimGestopt/, /De keuze "ja" is hier niet te kiezen.*rekenen daarop/],
  ['een keuze die de aanmelding niet kent', 'forms/start-verzuimroute.form', veld('leerlingGroep', (v) => { v.values!.push({ value: '9' }); }), /^veld leerlingGroep/, /De keuze "9" kent de programmatuur niet/],
  ['een tikfout in Hide if', GESPREK, vervang('=verzuimGestopt != \\"ja\\"', '=verzuimGestpt != \\"ja\\"'), /^veld datumVolledigTerugGetypt/, /verzuimGestpt bestaat niet.*Bedoelde u verzuimGestopt\?/],
  ['een aanhalingsteken te weinig in Hide if', GESPREK, vervang('=verzuimGestopt != \\"ja\\"', '=verzuimGestopt != \\"ja'), /^veld datumVolledigTerugGetypt/, /de voorwaarde om te verbergen \(Hide if\): dit is geen geldige FEEL/],
  ['een {{#loop}} die niet sluit', 'forms/bespreking-team.form', vervang('{{#loop verzuimSignalen}}<li>{{this}}</li>{{/loop}}', '{{#loop verzuimSignalen}}<li>{{this}}</li>'), /Field_verzuimSignalen/, /sluit elke \{\{ met \}\}/],
  ['een plaatshouder die niet bestaat', MAIL, vervang('{{schoolNaam}}', '{{schoolnaam}}'), /^regel 7$/, /\{\{schoolnaam\}\} bestaat niet\. Bedoelde u schoolNaam\?/],
  ['een naam in het onderwerp', MAIL, vervang(/onderwerp: ".*"/, 'onderwerp: "Voor {{contactNaam}}, casus {{casusnummer}}"'), /^kop, onderwerp$/, /mag alleen \{\{casusnummer\}\} staan, en niet \{\{contactNaam\}\}/],
  ['een leeg onderwerp', MAIL, vervang(/onderwerp: ".*"/, 'onderwerp: ""'), /^kop, onderwerp$/, /Vul in: een regel tekst/],
  ['een rol die niet bestaat in een mail', MAIL, vervang('[schoolbestuur]', '[schoolbestur]'), /^kop, aan$/, /De rol "schoolbestur" bestaat niet\. Bedoelde u schoolbestuur\?/],
  ['een route die niet bestaat in een mail', 'koppelingen/mail/meldingen/N-13.md', vervang('  geen-kernteam:', '  geen-kerteam:'), /^kop, aan$/, /De route "geen-kerteam" bestaat niet\. Bedoelde u geen-kernteam\?/],
  ['een {{#if}} die niet sluit', MAIL, vervang('{{schoolNaam}}', '{{#if leerplichtig}}{{schoolNaam}}'), /^regel \d+$/, /sluit elke \{\{#if naam\}\} met/],
  ['een gegeven dat geen stap meegeeft', 'koppelingen/mail/meldingen/N-10.md', (t) => t.replaceAll('gesprekDatum', 'gesprekdatum'), /^kop, gegevens$/, /"gesprekdatum" mee\. Bedoelde u gesprekDatum\?/],
  ['een verkeerde eenheid', 'bpmn/termijnen.dmn', (t) => t.slice(0, t.indexOf('<rule')) + t.slice(t.indexOf('<rule')).replace('"schooldagen"', '"schooldgen"'), /^regel 1, kolom "Eenheid"$/, /Bedoelde u schooldagen\?/],
  ['een adres zonder @', 'bpmn/contactadressen.dmn', vervang(/"([^"@]+)@([^"]+)"/, '"$1.$2"'), /^regel 1, kolom "E-mailadres"$/, /is geen e-mailadres/],
  ['een rol die niet bestaat bij een taak', BESPREKEN, vervang('groepen.ibEr', 'groepen.ibER'), /^gesprek_ouders/, /groepen\.ibER bestaat niet.*Bedoelde u ibEr\?/],
  ['een melding zonder tekst', BESPREKEN, vervang('key="meldingen" value="N-01"', 'key="meldingen" value="N-99"'), /^team_inlichten/, /Maak de melding N-99/],
  ['een rij van de termijnen die er niet is', 'bpmn/av1.bpmn', vervang('AV-06w&#34;', 'AV-06ww&#34;'), /^AV_06w "/, /In termijnen\.dmn staat geen rij AV-06ww\. Bedoelde u AV-06w\?/],
  ['een bericht hernoemd', 'bpmn/kernteam.bpmn', vervang('name="perspectief-helder"', 'name="perspectief-helders"'), /^bericht perspectief-helders$/, /Niemand stuurt dit bericht\. Bedoelde u perspectief-helder\?/],
];

describe('een vergissing van de proceseigenaar is één zin, bij wat hij veranderde', () => {
  test.each(EEN)('%s', { timeout: 60_000 }, async (_naam, bestand, wijziging, plaats, tekst) => {
    const gevonden = await naVergissing({ [bestand]: wijziging });
    // De aanmelding heeft een verbeterformulier dat van haar wordt gemaakt; dat is dan ook niet bij.
    expect(gevonden.filter((b) => b.bestand === bestand).map(({ plaats: p, tekst: t }) => [p, t])).toEqual([[expect.stringMatching(plaats), expect.stringMatching(tekst)]]);
    expect(gevonden.filter((b) => b.bestand !== bestand && !b.bestand.includes('verbeteren')).map(({ bestand: b, tekst: t }) => [b, t])).toEqual([]);
  });
});

test('een pijl weg en een stap weg blijven niet stil', { timeout: 60_000 }, async () => {
  const zonderPijl: Wijziging = (xml) => {
    const [pijl, id] = /<bpmn:sequenceFlow id="([^"]+)" sourceRef="KT_02"[^>]*\/>/.exec(xml) as unknown as [string, string];
    return xml.replace(pijl, '').replace(`<bpmn:outgoing>${id}</bpmn:outgoing>`, '').replace(`<bpmn:incoming>${id}</bpmn:incoming>`, '').replace(new RegExp(`<bpmndi:BPMNEdge id="[^"]*" bpmnElement="${id}"[\\s\\S]*?</bpmndi:BPMNEdge>`), '');
  };
  expect((await naVergissing({ 'bpmn/kernteam.bpmn': zonderPijl })).map((b) => b.tekst)).toEqual([expect.stringContaining('Hier houdt de weg zomaar op'), expect.stringContaining('Naar dit onderdeel loopt geen pijl')]);
  expect((await naVergissing({ 'bpmn/kernteam.bpmn': zonderStap('KT_02') })).map((b) => `${b.plaats} ${b.tekst}`)).toContainEqual(expect.stringContaining('KT-02'));
});
