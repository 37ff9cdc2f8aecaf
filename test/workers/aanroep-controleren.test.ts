import { expect, test } from 'vitest';
import { makeAanroepControleren } from '../../workers/aanroep-controleren.ts';
import { fakeEngine } from '../helpers/fake-engine.ts';
import { runWorker, useWorkbench } from '../helpers/worker.ts';

const bank = useWorkbench();

test('met een casus gaat het proces verder; met de hand gestart eindigt het, en het log zegt waarom', async () => {
  const engine = fakeEngine();
  const regels: string[] = [];
  const worker = makeAanroepControleren({ ...bank.deps(engine), log: { warn: (_velden: unknown, zin: string) => void regels.push(zin) } as never });
  await runWorker(worker, { casusId: crypto.randomUUID() }, { processInstanceKey: '1' });
  expect([engine.beeindigd, regels]).toEqual([[], []]);
  await runWorker(worker, {}, { processInstanceKey: '2' });
  expect(engine.beeindigd).toEqual(['2']);
  expect(regels).toEqual([expect.stringMatching(/met de hand gestart zonder casus/)]);
});

test('een model dat zonder casus aanroept is een incident', async () => {
  await expect(runWorker(makeAanroepControleren(bank.deps()), {}, { processInstanceKey: 'aangeroepen-3' })).rejects.toMatchObject({ kind: 'contract', message: expect.stringContaining('casusId') });
});
