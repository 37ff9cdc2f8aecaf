import { describe, expect, it } from 'vitest';
import { alsRegel } from '../../scripts/lint/bevinding.ts';
import { lintBeslistabellen } from '../../scripts/lint/beslistabellen.ts';
import { controleerTypen, lintCode } from '../../scripts/lint/code.ts';
import { lintFormulieren } from '../../scripts/lint/formulieren.ts';
import { lintModel, lintModellen, regelsVoor } from '../../scripts/lint/modellen.ts';
import { lintTaken } from '../../scripts/lint/taken.ts';
import { lintTekeningen } from '../../scripts/lint/tekeningen.ts';
import { lintWaarden } from '../../scripts/lint/waarden.ts';

/** Dezelfde delen als `npm run lint`, zodat ook `npm test` rood wordt. */
describe('lint zonder één opmerking', () => {
  it.each([
    ['modellen', lintModellen],
    ['taken', () => lintTaken()],
    ['beslistabellen', lintBeslistabellen],
    ['formulieren', lintFormulieren],
    ['waarden', () => lintWaarden()],
    ['tekeningen', () => lintTekeningen()],
    ['code', lintCode],
    ['typen', controleerTypen],
  ] as const)('%s', { timeout: 180_000 }, async (_naam, lint) => {
    expect((await lint()).map(alsRegel)).toEqual([]);
  });
});

describe('de lint kijkt echt', () => {
  const model = (inhoud: string) => `<?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="x" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
      <bpmn:process id="p" name="Proef" isExecutable="true">${inhoud}</bpmn:process>
    </bpmn:definitions>`;
  const taakluisteraar = `<bpmn:userTask id="KT_01a" name="Met ouders spreken"><bpmn:extensionElements><zeebe:userTask /><zeebe:taskListeners><zeebe:taskListener eventType="completing" type="logboek-schrijven" /></zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>`;

  it('wat alleen op 8.9 kan, is op 8.6 een fout', async () => {
    const regels = async (versie: '8-6' | '8-9') => (await lintModel(model(taakluisteraar), 'p.bpmn', regelsVoor(versie))).map((b) => b.regel);
    expect(await regels('8-6')).toContain('camunda-compat/no-task-listeners');
    expect(await regels('8-9')).not.toContain('camunda-compat/no-task-listeners');
  });
});
