import { expect, test } from 'vitest';
import { berichtCompleet } from '../../nakijken/samenhang/berichten.ts';
import { antwoordGelezen } from '../../nakijken/samenhang/lezers.ts';
import { onderdeelGelezen } from '../../nakijken/samenhang/onderdelen.ts';
import { wachtBewaakt } from '../../nakijken/samenhang/wachten.ts';
import { vindt } from '../nakijken/proefproject.ts';

const form = (...keys: string[]) => JSON.stringify({ components: keys.map((key) => ({ type: 'radio', key })) });
const model = (inhoud: string, erbij = '') => `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x"><bpmn:process id="p">${inhoud}</bpmn:process>${erbij}</bpmn:definitions>`;
const taak = (mapping: string) => `<bpmn:userTask id="t"><bpmn:extensionElements><zeebe:ioMapping>${mapping}</zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>`;
const plaatsen = (bevindingen: readonly { bestand: string; plaats: string }[]) => bevindingen.map(({ bestand, plaats }) => `${bestand} ${plaats}`);

test('errata §1 read nowhere: een antwoord dat niemand leest wordt genoemd; doorlaten onder dezelfde naam is nog geen lezen', async () => {
  const doorlaten = taak('<zeebe:input source="=antwoord.gebruikt" target="x" /><zeebe:output source="={gevraagd: gevraagd, gebruikt: gebruikt}" target="antwoord" />');
  expect(plaatsen(await vindt(antwoordGelezen, { 'forms/vraag.form': form('gevraagd', 'gebruikt', 'uitleg'), 'bpmn/een.bpmn': model(doorlaten), 'koppelingen/mail/meldingen/N-01.md': '{{uitleg}}' }))).toEqual(['forms/vraag.form veld gevraagd']);
});

test('een veld met dezelfde naam in een ander formulier leest het antwoord niet; een taak die het hele formulier toont wel', async () => {
  const twee = { 'forms/vraag.form': form('gevraagd'), 'forms/ander.form': form('gevraagd') };
  expect(plaatsen(await vindt(antwoordGelezen, twee))).toEqual(['forms/vraag.form veld gevraagd', 'forms/ander.form veld gevraagd']);
  expect(plaatsen(await vindt(antwoordGelezen, { ...twee, 'bpmn/een.bpmn': model(taak('<zeebe:input source="=[&#34;vraag&#34;]" target="toon" />')) }))).toEqual(['forms/ander.form veld gevraagd']);
});

test('een onderdeel dat een taak het proces in laat gaan en dat niemand leest wordt genoemd, ook als mensen het formulier elders zien', async () => {
  const uitvoer = taak('<zeebe:input source="=[&#34;ot&#34;]" target="toon" /><zeebe:output source="={gelezen: gelezen, indicatie: if doel = &#34;X, y: z&#34; then indicatie = &#34;ja&#34; else null, inMail: {diep: 1}}" target="ot" />');
  const bestanden = { 'bpmn/een.bpmn': model(`<bpmn:documentation>Uit: ot.indicatie.</bpmn:documentation>${uitvoer}`), 'bpmn/twee.bpmn': model(taak('<zeebe:input source="=ot.gelezen" target="x" />')), 'koppelingen/mail/meldingen/N-01.md': '{{inMail}}' };
  expect((await vindt(onderdeelGelezen, bestanden)).map(({ bestand, plaats, tekst }) => [bestand, plaats, tekst.split(':')[0]])).toEqual([['bpmn/een.bpmn', 't', 'Niemand leest ot.indicatie']]);
});

const SIGNAAL = JSON.stringify({ components: [{ key: 'signaalType', values: [{ label: 'x', value: 'onveiligheid' }] }] });
const bericht = (naam: string) => `<bpmn:message id="msg_${naam}" name="${naam}" />`;
const wacht = (naam: string) => `<bpmn:intermediateCatchEvent id="mc_${naam}"><bpmn:messageEventDefinition messageRef="msg_${naam}" /></bpmn:intermediateCatchEvent>`;
const stuurt = (naam: string) => `<bpmn:serviceTask id="s_${naam}"><bpmn:extensionElements><zeebe:taskHeaders><zeebe:header key="bericht" value="${naam}" /></zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>`;

test('een bericht zonder afzender, zonder opvanger of zonder gebeurtenis wordt genoemd', async () => {
  const bij = async (inhoud: string, erbij = '') => plaatsen(await vindt(berichtCompleet, { 'forms/casus-signaal.form': SIGNAAL, 'bpmn/een.bpmn': model(inhoud, erbij) }));
  const [veilig, naam] = [wacht('vermoeden-onveiligheid'), bericht('vermoeden-onveiligheid')];
  expect(await bij(veilig, naam)).toEqual([]);
  expect(await bij(veilig + wacht('stil'), naam + bericht('stil')), 'niemand stuurt het').toEqual(['bpmn/een.bpmn bericht stil']);
  expect(await bij(veilig + stuurt('stil'), naam), 'niemand vangt het op').toEqual(['bpmn/een.bpmn bericht stil']);
  expect(await bij(veilig + stuurt('stil'), naam + bericht('stil')), 'geen gebeurtenis wacht erop').toEqual(['bpmn/een.bpmn bericht stil']);
  expect(await bij(''), 'ook een keuze op het signaalformulier').toEqual(['forms/casus-signaal.form bericht vermoeden-onveiligheid']);
});

test('wie op een bericht wacht, wacht ook op een tijd', async () => {
  const keuze = (tijd: boolean) => model(`<bpmn:eventBasedGateway id="eg"><bpmn:outgoing>f1</bpmn:outgoing>${tijd ? '<bpmn:outgoing>f2</bpmn:outgoing>' : ''}</bpmn:eventBasedGateway>
    <bpmn:intermediateCatchEvent id="mc"><bpmn:incoming>f1</bpmn:incoming><bpmn:messageEventDefinition id="m" /></bpmn:intermediateCatchEvent>
    ${tijd ? '<bpmn:intermediateCatchEvent id="tm"><bpmn:incoming>f2</bpmn:incoming><bpmn:timerEventDefinition id="t" /></bpmn:intermediateCatchEvent>' : ''}
    <bpmn:sequenceFlow id="f1" sourceRef="eg" targetRef="mc" />${tijd ? '<bpmn:sequenceFlow id="f2" sourceRef="eg" targetRef="tm" />' : ''}`);
  const los = model('<bpmn:intermediateCatchEvent id="mc"><bpmn:messageEventDefinition id="m" /></bpmn:intermediateCatchEvent>');
  expect(plaatsen(await vindt(wachtBewaakt, { 'bpmn/goed.bpmn': keuze(true) }))).toEqual([]);
  expect(plaatsen(await vindt(wachtBewaakt, { 'bpmn/fout.bpmn': keuze(false) }))).toEqual(['bpmn/fout.bpmn eg', 'bpmn/fout.bpmn mc']);
  expect(plaatsen(await vindt(wachtBewaakt, { 'bpmn/los.bpmn': los }))).toEqual(['bpmn/los.bpmn mc']);
});
