import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lintMessages } from '../../scripts/lint/messages.ts';
import { lintReaders } from '../../scripts/lint/readers.ts';
import { lintWaits } from '../../scripts/lint/waits.ts';

/** Een klein project met deze bestanden. */
function project(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'samenhang-'));
  for (const [naam, inhoud] of Object.entries(files)) {
    mkdirSync(dirname(join(root, naam)), { recursive: true });
    writeFileSync(join(root, naam), inhoud);
  }
  return root;
}
const form = (...keys: string[]) => JSON.stringify({ components: keys.map((key) => ({ type: 'radio', key })) });
const model = (inhoud: string, erbij = '') => `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x"><bpmn:process id="p">${inhoud}</bpmn:process>${erbij}</bpmn:definitions>`;
const plaatsen = (bevindingen: readonly { bestand: string; plaats: string }[]) => bevindingen.map(({ bestand, plaats }) => `${bestand} ${plaats}`);

test('een antwoord dat niemand leest wordt genoemd; doorlaten onder dezelfde naam is nog geen lezen', () => {
  const doorlaten = '<zeebe:output source="={gevraagd: gevraagd, gebruikt: gebruikt}" target="antwoord" />';
  expect(plaatsen(lintReaders(project({ 'forms/vraag.form': form('gevraagd', 'gebruikt', 'uitleg'), 'bpmn/een.bpmn': `${doorlaten}<x>=antwoord.gebruikt = "ja"</x>`, 'koppelingen/N-01.md': '{{uitleg}}' })))).toEqual(['vraag.form gevraagd']);
});

test('een veld met dezelfde naam in een ander formulier leest het antwoord niet; een taak die het hele formulier toont wel', () => {
  const twee = { 'forms/vraag.form': form('gevraagd'), 'forms/ander.form': form('gevraagd') };
  expect(plaatsen(lintReaders(project(twee)))).toEqual(['ander.form gevraagd', 'vraag.form gevraagd']);
  expect(plaatsen(lintReaders(project({ ...twee, 'bpmn/een.bpmn': '<zeebe:input source="=[&#34;vraag&#34;]" target="toon" />' })))).toEqual(['ander.form gevraagd']);
});

const SIGNAAL = JSON.stringify({ components: [{ key: 'signaalType', values: [{ label: 'x', value: 'onveiligheid' }] }] }, null, 2);
const bericht = (naam: string) => `<bpmn:message id="msg_${naam}" name="${naam}" />`;
const wacht = (naam: string) => `<bpmn:intermediateCatchEvent id="mc_${naam}"><bpmn:messageEventDefinition messageRef="msg_${naam}" /></bpmn:intermediateCatchEvent>`;
const stuurt = (naam: string) => `<zeebe:header key="bericht" value="${naam}" />`;

test('een bericht zonder afzender, zonder opvanger of zonder gebeurtenis wordt genoemd', () => {
  const root = (xml: string) => project({ 'forms/casus-signaal.form': SIGNAAL, 'bpmn/een.bpmn': xml });
  const veilig = wacht('vermoeden-onveiligheid') + bericht('vermoeden-onveiligheid');
  expect(plaatsen(lintMessages(root(veilig)))).toEqual([]);
  expect(plaatsen(lintMessages(root(`${veilig}${wacht('stil')}${bericht('stil')}`))), 'niemand stuurt het').toEqual(['een.bpmn stil']);
  expect(plaatsen(lintMessages(root(`${veilig}${stuurt('stil')}`))), 'niemand vangt het op').toEqual(['een.bpmn stil']);
  expect(plaatsen(lintMessages(root(`${veilig}${stuurt('stil')}${bericht('stil')}`))), 'geen gebeurtenis wacht erop').toEqual(['een.bpmn stil']);
  expect(plaatsen(lintMessages(root(''))), 'ook een keuze op het signaalformulier').toEqual(['casus-signaal.form vermoeden-onveiligheid']);
});

test('wie op een bericht wacht, wacht ook op een tijd', async () => {
  const keuze = (tijd: boolean) => model(`<bpmn:eventBasedGateway id="eg"><bpmn:outgoing>f1</bpmn:outgoing>${tijd ? '<bpmn:outgoing>f2</bpmn:outgoing>' : ''}</bpmn:eventBasedGateway>
    <bpmn:intermediateCatchEvent id="mc"><bpmn:incoming>f1</bpmn:incoming><bpmn:messageEventDefinition id="m" /></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="tm"><bpmn:incoming>f2</bpmn:incoming><bpmn:timerEventDefinition id="t" /></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="eg" targetRef="mc" />${tijd ? '<bpmn:sequenceFlow id="f2" sourceRef="eg" targetRef="tm" />' : ''}`);
  const los = model('<bpmn:intermediateCatchEvent id="mc"><bpmn:messageEventDefinition id="m" /></bpmn:intermediateCatchEvent>');
  expect(plaatsen(await lintWaits(project({ 'goed.bpmn': keuze(true) })))).toEqual([]);
  expect(plaatsen(await lintWaits(project({ 'fout.bpmn': keuze(false) })))).toEqual(['fout.bpmn eg', 'fout.bpmn mc']);
  expect(plaatsen(await lintWaits(project({ 'los.bpmn': los })))).toEqual(['los.bpmn mc']);
});
