import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { leesBestanden } from '../../nakijken/bestanden.ts';
import { alsRegel } from '../../nakijken/bevinding.ts';
import { kijkNa } from '../../nakijken/kijk-na.ts';
import { lintModel, regelsVan, regelsVoor } from '../../nakijken/modellen/bpmnlint.ts';
import { leesModel, type Modelbestand } from '../../nakijken/modellen/lezen.ts';
import { kijkIn } from '../../nakijken/modellen/plugin.ts';
import { leesProject } from '../../nakijken/project.ts';
import { controleerTypen, lintCode } from '../../scripts/lint/code.ts';
import { lintTekeningen } from '../../scripts/lint/tekeningen.ts';

/** Dezelfde delen als `npm run lint`, zodat ook `npm test` rood wordt. */
describe('lint zonder één opmerking', () => {
  it.each([
    ['alles van de proceseigenaar', async () => kijkNa(await leesBestanden())],
    ['tekeningen', () => lintTekeningen()],
    ['code', lintCode],
    ['typen', controleerTypen],
  ] as const)('%s', { timeout: 180_000 }, async (_naam, lint) => {
    expect((await lint()).map(alsRegel)).toEqual([]);
  });

  it('de modellen ook met elke regel van Camunda 8.9: het nakijken gebruikt daarvan alleen wat 8.6 niet al strenger zegt', { timeout: 180_000 }, async () => {
    const { project } = await leesProject(await leesBestanden());
    const gevonden = await kijkIn(project.teksten, async () => {
      const regels = [];
      for (const model of project.modellen) regels.push(...lintModel(model, await regelsVan('8-9')));
      return regels;
    });
    expect(gevonden.map(alsRegel)).toEqual([]);
  });
});

describe('de lint kijkt echt', () => {
  const lees = async (inhoud: string): Promise<Modelbestand> => {
    const gelezen = await leesModel('bpmn/p.bpmn', `<?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="d" targetNamespace="x" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
      <bpmn:process id="p" name="Proef" isExecutable="true">${inhoud}</bpmn:process>
    </bpmn:definitions>`);
    if (!('model' in gelezen)) throw new Error(JSON.stringify(gelezen));
    return gelezen.model;
  };
  const taakluisteraar = `<bpmn:userTask id="KT_01a" name="Met ouders spreken"><bpmn:extensionElements><zeebe:userTask /><zeebe:taskListeners><zeebe:taskListener eventType="completing" type="logboek-schrijven" /></zeebe:taskListeners></bpmn:extensionElements></bpmn:userTask>`;
  const opmerkelijk = `${taakluisteraar}<bpmn:exclusiveGateway id="g"><bpmn:outgoing>a</bpmn:outgoing><bpmn:outgoing>b</bpmn:outgoing></bpmn:exclusiveGateway><bpmn:task id="x" /><bpmn:task id="y" /><bpmn:sequenceFlow id="a" sourceRef="g" targetRef="x" /><bpmn:sequenceFlow id="b" sourceRef="g" targetRef="y" /><bpmn:serviceTask id="s" /><bpmn:businessRuleTask id="r" />`;

  it('wat alleen op 8.9 kan, is op 8.6 een fout', async () => {
    const regels = async (versie: '8-6' | '8-9') => lintModel(await lees(taakluisteraar), await regelsVan(versie)).map((b) => b.regel);
    expect(await regels('8-6')).toContain('camunda-compat/no-task-listeners');
    expect(await regels('8-9')).not.toContain('camunda-compat/no-task-listeners');
  });

  it('één keer door het model lopen geeft dezelfde opmerkingen als bpmnlint zelf', async () => {
    const eis = createRequire(import.meta.url);
    const { Linter } = eis('bpmnlint') as { Linter: new (opties: unknown) => { lint(wortel: unknown): Promise<Record<string, { id: string }[]>> } };
    const NodeResolver = eis('bpmnlint/lib/resolver/node-resolver') as new (opties: unknown) => unknown;
    const model = await lees(opmerkelijk);
    const zelf = await new Linter({ config: regelsVoor('8-9'), resolver: new NodeResolver({ require: eis }) }).lint(model.wortel);
    const verwacht = Object.entries(zelf).flatMap(([regel, meldingen]) => meldingen.map(({ id }) => `${regel} ${id}`)).sort();
    expect(verwacht.length).toBeGreaterThan(10);
    expect(lintModel(model, await regelsVan('8-9')).map(({ regel, plaats }) => `${regel} ${plaats.split(' ')[0]}`).sort()).toEqual(verwacht);
  });
});
