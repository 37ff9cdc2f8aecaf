import { expect, test } from 'vitest';
import { EngineView } from '../../engine/records/engine-view.ts';
import { waitForQuiescence } from '../../engine/records/quiescence.ts';

/** Een engine waarvan één opdracht bij een weggevallen vraag ligt, tot haar slot op de klok voorbij is. */
function engineMetVerlorenOpdracht(lockSeconds: number) {
  const view = new EngineView();
  let nu = 0;
  const record = (valueType: string, intent: string, value: Record<string, unknown>) =>
    view.apply({ key: 1, position: 1, timestamp: 0, valueType, intent, recordType: 'EVENT', value: { processInstanceKey: '1', ...value } });
  record('JOB', 'CREATED', { type: 'logboek-schrijven', elementId: 'KT_01' });
  return {
    view,
    klok: {
      nu: () => new Date(nu),
      async tick(seconds = 1) {
        nu += seconds * 1000;
        if (nu >= lockSeconds * 1000) record('JOB', 'COMPLETED', { type: 'logboek-schrijven', elementId: 'KT_01' });
      },
    },
    publish: async (name: string) => record('MESSAGE', 'PUBLISHED', { name }),
  };
}

test('een opdracht die bij een weggevallen vraag ligt, komt vrij door de klok in grotere stappen te zetten', async () => {
  const engine = engineMetVerlorenOpdracht(300);
  await waitForQuiescence({ ...engine, standstillMs: 5 });
  expect(engine.view.openJobs.size).toBe(0);
  expect(engine.klok.nu().getTime() / 1000).toBeLessThan(600);
});

test('komt er geen rust, dan noemt de fout de opdracht die openstaat', async () => {
  const engine = engineMetVerlorenOpdracht(Infinity);
  await expect(waitForQuiescence({ ...engine, standstillMs: 5, budgetMs: 50 })).rejects.toThrow('open opdrachten: logboek-schrijven (KT_01)');
});
