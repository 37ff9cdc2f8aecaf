import type { Job, Worker } from '../../workers/runtime/worker.ts';

/** Wat bij een opdracht hoort behalve haar variabelen. */
export type Extra = Partial<Job> & { headers?: Record<string, unknown>; job?: Job };

let last = 1000;
const next = (): string => String((last += 1));

/** Een opdracht zoals de engine haar zou geven; `elementInstanceKey` blijft gelijk bij een herhaalde levering. */
export const makeJob = (fields: Partial<Job> = {}): Job => ({
  key: `job-${next()}`, type: 'proef', elementId: 'KT_00', elementInstanceKey: `ei-${next()}`, processInstanceKey: `pi-${next()}`, bpmnProcessId: 'kernteam', processVersion: 1, attemptsLeft: 24,
  ...fields,
});

/** Voert een werker uit zoals de schil: keuren, use case, en één keer schrijven. */
export async function runWorker(worker: Worker, input: Record<string, unknown>, { headers = {}, job, ...fields }: Extra = {}): Promise<Record<string, unknown>> {
  return (await worker.run(input, headers, job ?? makeJob({ type: worker.type, ...fields }))) ?? {};
}
