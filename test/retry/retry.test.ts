import { expect, it } from 'vitest';
import { retry } from '../../retry/retry.ts';
import type { Time } from '../../retry/time.ts';

const away = Object.assign(new Error('weg'), { code: 'ECONNREFUSED' });
const backoff = { firstMs: 100, maxMs: 400, jitter: 0 };

/** Een tijd die springt in plaats van wacht. */
function jumpTime(): Time & { waited: number[] } {
  let now = 0;
  const waited: number[] = [];
  return { waited, ms: () => now, random: () => 0.5, wait: async (ms) => { waited.push(ms); now += ms; } };
}

it('herhaalt tot het lukt, met steeds langere rust', async () => {
  const time = jumpTime();
  let attempts = 0;
  await expect(retry(async () => { if (++attempts < 6) throw away; return attempts; }, { time, backoff, patienceMs: 10_000 })).resolves.toBe(6);
  expect(time.waited).toEqual([100, 200, 400, 400, 400]);
});

it('geeft het op als het geduld om is', async () => {
  const time = jumpTime();
  await expect(retry(() => Promise.reject(away), { time, backoff, patienceMs: 1_000 })).rejects.toBe(away);
  expect(time.ms()).toBe(700);
});

it('een fout die niet overgaat komt meteen terug', async () => {
  const time = jumpTime();
  await expect(retry(() => Promise.reject(new Error('stuk')), { time, backoff, patienceMs: 1_000 })).rejects.toThrow('stuk');
  expect(time.waited).toEqual([]);
});

it('afgebroken tijdens het wachten: er begint geen poging meer', async () => {
  const abort = new AbortController();
  let attempts = 0;
  const time = { ...jumpTime(), wait: async () => abort.abort(new Error('gestopt')) };
  await expect(retry(async () => { attempts++; throw away; }, { time, backoff, patienceMs: 1_000, signal: abort.signal })).rejects.toThrow('gestopt');
  expect(attempts).toBe(1);
});
