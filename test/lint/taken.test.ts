import { expect, it } from 'vitest';
import { taakEenmalig } from '../../nakijken/samenhang/taken.ts';
import { vindt } from '../nakijken/proefproject.ts';

const model = (naam: string, taken: string) => `<?xml version="1.0" encoding="UTF-8"?>
  <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="x">
    <bpmn:process id="${naam}" isExecutable="true"><bpmn:subProcess id="SP_X">${taken}</bpmn:subProcess></bpmn:process>
  </bpmn:definitions>`;
const taak = (id: string, naam: string, formulier: string) =>
  `<bpmn:userTask id="${id}" name="${naam}"><bpmn:extensionElements><zeebe:formDefinition formId="${formulier}" /></bpmn:extensionElements></bpmn:userTask>`;

it('een taak met hetzelfde formulier en dezelfde naam staat in één model', async () => {
  const gesprek = taak('KT_01a', 'Gesprek voeren', 'gesprek-ouders');
  expect((await vindt(taakEenmalig, {
    'bpmn/een.bpmn': model('een', gesprek + taak('KT_02', 'Stand doorgeven', 'verzuimstand')),
    'bpmn/twee.bpmn': model('twee', taak('GK_01a', 'Gesprek voeren', 'gesprek-ouders') + taak('GK_02', 'Stand nog eens doorgeven', 'verzuimstand')),
  })).map(({ bestand, plaats, tekst }) => [bestand, plaats, tekst])).toEqual([
    ['bpmn/een.bpmn', 'KT_01a "Gesprek voeren"', 'De taak "Gesprek voeren" staat ook in bpmn/twee.bpmn: roep één gedeeld model aan'],
    ['bpmn/twee.bpmn', 'GK_01a "Gesprek voeren"', 'De taak "Gesprek voeren" staat ook in bpmn/een.bpmn: roep één gedeeld model aan'],
  ]);
});

it('binnen één model mag een taak terugkomen', async () => {
  expect(await vindt(taakEenmalig, { 'bpmn/een.bpmn': model('een', taak('KT_01a', 'Gesprek voeren', 'gesprek-ouders') + taak('KT_01b', 'Gesprek voeren', 'gesprek-ouders')) })).toEqual([]);
});
