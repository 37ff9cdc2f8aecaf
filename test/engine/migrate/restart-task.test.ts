import { expect, test } from 'vitest';
import { WAITING } from '../../../engine/migrate/between-model.ts';
import type { Migrate } from '../../../engine/migrate/migrate-command.ts';
import { migrateRunning, type MigrateOutcome } from '../../../engine/migrate/migrate-running.ts';
import type { RepairCommands } from '../../../engine/migrate/repair-commands.ts';
import { makeRestart } from '../../../engine/migrate/restart-task.ts';
import type { Stuck } from '../../../engine/migrate/stuck.ts';
import type { InstanceReads, TaskReads } from '../../../engine/reads/reads.ts';
import { machineTime } from '../../../retry/time.ts';

const model = (groep: string) => `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t" id="d"><bpmn:process id="route"><bpmn:userTask id="a" name="Bellen"><bpmn:extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="${groep}"/></bpmn:extensionElements></bpmn:userTask></bpmn:process></bpmn:definitions>`;

/** De engine, voor zover het om één casus gaat die bij haar taak stilstaat; `valtUit` is de opdracht waarbij zij wegvalt. */
class Engine {
  definitie = 'route-1';
  staat: { id: string; key: string; soort: 'niet klaargezet' | 'open' | 'wachtplek' } = { id: 'a', key: '10', soort: 'niet klaargezet' };
  readonly modellen = new Map([['route-1', model('fout')], ['route-2', model('goed')]]);
  begonnen = 0;
  /** De taak van de wachtplek; 8.6.0 laat haar openstaan als haar onderdeel stopt. */
  taak: { key: string; id: string } | undefined;
  opdrachten = 0;
  constructor(public valtUit?: number) {}

  private opdracht(): void {
    if (++this.opdrachten === this.valtUit) throw new Error('14 UNAVAILABLE');
  }
  migrate: Migrate = async (_i, definition, mappings) => {
    this.opdracht();
    const doel = mappings.find(({ sourceElementId }) => sourceElementId === this.staat.id)?.targetElementId;
    const zeebe = (this.modellen.get(definition) ?? '').includes(`id="${doel}" name`) && !new RegExp(`id="${doel}" name="[^"]*" ?/>`).test(this.modellen.get(definition)!);
    if (!doel || zeebe === (this.staat.soort === 'niet klaargezet')) return { geweigerd: 'de engine weigert', taskNotOpen: true };
    this.definitie = definition;
    this.staat = { ...this.staat, id: doel };
    if (this.taak) this.taak = { ...this.taak, id: doel };
    return undefined;
  };
  commands: RepairCommands = {
    deploy: async ({ name, content }) => { const key = `${name}-1`; this.modellen.set(key, content.toString()); return key; },
    remove: async (definition) => { this.modellen.delete(definition); },
    modify: async (_i, stop, [begin]) => {
      this.opdracht();
      expect(stop).toEqual([this.staat.key]);
      const echt = this.definitie === 'route-2';
      if (echt) this.begonnen += 1;
      this.staat = { id: begin!, key: String(Number(this.staat.key) + 10), soort: echt ? 'open' : 'wachtplek' };
      if (!echt) this.taak = { key: String(Number(this.staat.key) + 1), id: begin! };
    },
    discard: async (task) => {
      this.opdracht();
      expect([task, this.staat.soort]).toEqual([this.taak!.key, 'open']);
      this.taak = undefined;
    },
    retry: async () => undefined,
  };
  reads: InstanceReads & TaskReads = {
    openTasks: async () => (this.taak ? [{ key: this.taak.key, elementInstanceKey: '', elementId: this.taak.id, name: '', casusId: null, uiterlijk: null, assignee: null, groepen: [WAITING], processInstance: '1' }] : []),
    instances: async () => [{ key: '1', processId: this.definitie.includes('herstel') ? 'route-herstel' : 'route', version: this.definitie === 'route-2' ? 2 : 1, definition: this.definitie, parent: null }],
    activeElements: async () => [this.staat.id], elementKeys: async (_i, id) => (id === this.staat.id ? [this.staat.key] : []), model: async (definition) => this.modellen.get(definition)!,
  };
}

const stuck = (kind: string): Stuck => ({ incident: { key: '5', processInstance: '1', kind, message: '', since: '2026-11-12T08:14:00Z' }, place: { processId: 'route', elementId: 'a', casusnummer: null } });
async function rol(engine: Engine, vast: readonly Stuck[]): Promise<MigrateOutcome[]> {
  const { reads, commands, migrate } = engine;
  const { restart, finishOpen, cleanUp } = makeRestart({ reads, commands, migrate, stuck: vast, time: { ...machineTime, wait: async () => undefined } });
  await finishOpen();
  const outcomes = await migrateRunning({ reads, migrate, restart, deployed: [{ kind: 'proces', id: 'route', version: 2, key: 'route-2' }], files: [{ name: 'route.bpmn', content: Buffer.from(model('goed')) }] });
  await cleanUp();
  return outcomes;
}

test('een taak die niet kon worden klaargezet begint één keer opnieuw op het nieuwe model, en het tussenmodel is daarna weg', async () => {
  const engine = new Engine();
  expect(await rol(engine, [stuck('EXTRACT_VALUE_ERROR')])).toEqual([{ casus: '1', wat: 'mee', reasons: [] }]);
  expect([engine.definitie, engine.staat.id, engine.staat.soort, engine.begonnen]).toEqual(['route-2', 'a', 'open', 1]);
  expect([...engine.modellen.keys()]).toEqual(['route-1', 'route-2']);
  expect(await rol(engine, [])).toEqual([]);
  expect([engine.begonnen, engine.taak]).toEqual([1, undefined]);
});

test.each([1, 2, 3, 4, 5, 6])('valt de engine bij opdracht %i weg, dan maakt een volgende uitrol het af', async (valtUit) => {
  const engine = new Engine(valtUit);
  const eerste = await rol(engine, [stuck('FORM_NOT_FOUND')]).catch(() => []);
  expect(eerste).toMatchObject([{ wat: 'blijft' }]);
  expect(engine.valtUit).toBe(engine.opdrachten);
  const nogVast = engine.staat.soort === 'niet klaargezet' ? [stuck('FORM_NOT_FOUND')] : [];
  await rol(engine, nogVast);
  expect([engine.definitie, engine.staat.id, engine.staat.soort, engine.begonnen, engine.taak]).toEqual(['route-2', 'a', 'open', 1, undefined]);
});

test.each([
  ['IO_MAPPING_ERROR', undefined, 'haar taak kan al zijn ingevuld en wordt daarom niet opnieuw klaargezet; laat de beheerder haar in Operate met Modify verder brengen'],
  ['EXECUTION_LISTENER_NO_RETRIES', '4', 'de engine weigert'],
])('bij %s kan de taak al zijn ingevuld: die begint niet opnieuw', async (kind, job, reden) => {
  const engine = new Engine();
  const { incident, place } = stuck(kind);
  expect(await rol(engine, [{ incident: { ...incident, ...(job ? { job } : {}) }, place }])).toEqual([{ casus: '1', wat: 'blijft', reasons: [reden] }]);
  expect([engine.begonnen, engine.definitie]).toEqual([0, 'route-1']);
});
