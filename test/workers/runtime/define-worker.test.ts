import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ContractError } from '../../../domein/errors.ts';
import { defineWorker, writeOnce } from '../../../workers/runtime/define-worker.ts';
import { DATABASES, openTestDatabase, type TestDatabase } from '../../helpers/databases.ts';
import { makeJob, runWorker } from '../../helpers/run-worker.ts';

const klok = { nu: () => new Date('2025-11-03T10:00:00Z') };
const nowhere = { register: undefined as never, klok };

describe('wat een werker ophaalt', () => {
  it('zijn de namen van de velden in zijn schema', () => {
    const worker = defineWorker(nowhere, { type: 'proef', input: z.object({ casusId: z.string(), afronding: z.looseObject({ reden: z.string() }).nullish() }), handle: async () => undefined });
    expect(worker.fetch).toEqual(['casusId', 'afronding']);
  });
  it('staat erbij als het schema het niet zegt: een losse vorm, een record of alles', () => {
    const handle = async (): Promise<void> => undefined;
    expect(defineWorker(nowhere, { type: 'proef', input: z.looseObject({ a: z.string() }), fetch: 'alles', handle }).fetch).toBeUndefined();
    expect(defineWorker(nowhere, { type: 'proef', input: z.record(z.string(), z.unknown()), fetch: ['a'], handle }).fetch).toEqual(['a']);
    // @ts-expect-error zonder lijst weet niemand wat er opgehaald moet worden
    expect(() => defineWorker(nowhere, { type: 'proef', input: z.looseObject({ a: z.string() }), handle })).toThrow('De werker proef moet zelf zeggen');
    // @ts-expect-error zonder lijst weet niemand wat er opgehaald moet worden
    expect(() => defineWorker(nowhere, { type: 'proef', input: z.unknown(), handle })).toThrow('De werker proef moet zelf zeggen');
  });
});

it('invoer en koppen zijn gekeurd voordat de use case begint', async () => {
  let begun = false;
  const worker = defineWorker(nowhere, { type: 'proef', input: z.object({ n: z.number() }), headers: z.object({ route: z.string() }), handle: async () => void (begun = true) });
  await expect(runWorker(worker, { n: 'x' }, { headers: { route: 'a' } })).rejects.toThrow(new ContractError('Het veld "n" moet een getal zijn.'));
  await expect(runWorker(worker, { n: 1 })).rejects.toThrow('De kop "route" ontbreekt.');
  expect(begun).toBe(false);
});

describe.each(DATABASES)('één keer schrijven op %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => { database = await openTestDatabase(kind); }, 60_000);
  beforeEach(() => database.clear());
  afterAll(() => database.close());

  const counting = (fail: () => boolean = () => false) => {
    const count = { read: 0, written: 0 };
    const worker = defineWorker({ register: database.register, klok }, {
      type: 'proef', input: z.object({}),
      handle: async () => {
        count.read++;
        return writeOnce(async () => {
          count.written++;
          if (fail()) throw new Error('stuk');
          return { nummer: count.written };
        });
      },
    });
    return { worker, count };
  };

  it('dezelfde job nog eens, ook tegelijk: één keer geschreven en elke keer dezelfde uitkomst', async () => {
    const { worker, count } = counting();
    const job = makeJob({ type: 'proef' });
    const outcomes = await Promise.all([1, 2, 3].map(() => runWorker(worker, {}, { job })));
    expect(outcomes).toEqual([{ nummer: 1 }, { nummer: 1 }, { nummer: 1 }]);
    expect(count).toEqual({ read: 3, written: 1 });
  });

  it('een andere stap schrijft zelf', async () => {
    const { worker } = counting();
    expect([await runWorker(worker, {}), await runWorker(worker, {})]).toEqual([{ nummer: 1 }, { nummer: 2 }]);
  });

  it('mislukt het schrijven, dan mag de volgende poging het overdoen', async () => {
    let broken = true;
    const { worker } = counting(() => broken);
    const job = makeJob({ type: 'proef' });
    await expect(runWorker(worker, {}, { job })).rejects.toThrow('stuk');
    broken = false;
    expect(await runWorker(worker, {}, { job })).toEqual({ nummer: 2 });
  });
});
