import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Application } from '../../application.ts';
import { run, type Circumstances } from '../../lifecycle.ts';

let screen: string;
beforeEach(() => {
  screen = '';
  for (const method of ['log', 'error'] as const) vi.spyOn(console, method).mockImplementation((text: unknown) => { screen += `${String(text)}\n`; });
});
afterEach(() => void vi.restoreAllMocks());

/** Een proces waar een test signalen en fouten in zet. */
function rig(start?: (given: Circumstances, app: Application) => Promise<void>, stop: () => Promise<void> = async () => undefined) {
  const codes: number[] = [];
  const logged: unknown[] = [];
  let stopped = 0;
  let drop: (error: Error) => void = () => undefined;
  const app = {
    failed: new Promise<Error>((resolve) => { drop = resolve; }),
    log: { info: () => undefined, warn: () => undefined, error: (fields: unknown) => void logged.push(fields) },
    stop: () => { stopped += 1; return stop(); },
  } as unknown as Application;
  const watched = Object.assign(new EventEmitter(), { exit: (code: number) => void codes.push(code) });
  void run(async (given) => {
    if (start) return start(given, app);
    given.keep(app);
  }, { watched, deadlineMs: 200 });
  return { watched, codes, logged, drop, stopped: () => stopped, ended: () => vi.waitFor(() => expect(codes.length).toBeGreaterThan(0), { timeout: 5_000 }) };
}
const running = async (): Promise<void> => { await Promise.resolve(); await new Promise((next) => setImmediate(next)); };

describe('het einde van het proces', () => {
  test('een signaal: alles wordt gestopt, code 0', async () => {
    const one = rig();
    await running();
    one.watched.emit('SIGTERM');
    one.watched.emit('SIGINT');
    await one.ended();
    expect([one.codes, one.stopped()]).toEqual([[0], 1]);
    expect(screen).toContain('Routeboek is gestopt.');
  });

  test.each(['unhandledRejection', 'uncaughtException'])('%s: gelogd, alles gestopt, code 1 en één zin zonder gegevens', async (kind) => {
    const one = rig();
    await running();
    one.watched.emit(kind, new TypeError('naam van een kind'));
    await one.ended();
    expect([one.codes, one.stopped(), one.logged.length]).toEqual([[1], 1, 1]);
    expect(screen.trim()).toBe('Er ging iets mis dat het programma niet verwachtte (TypeError): alles wordt gestopt. De plaats staat in het technische log.');
  });

  test('een fout die niemand ving tijdens het stoppen na een signaal: toch code 1', async () => {
    const one = rig(undefined, async () => void one.watched.emit('unhandledRejection', new Error('x')));
    await running();
    one.watched.emit('SIGINT');
    await one.ended();
    expect([one.codes, one.logged.length]).toEqual([[1], 1]);
  });

  test('een onderdeel dat wegvalt: zijn reden, code 1', async () => {
    const one = rig();
    await running();
    one.drop(new Error('De broker is onverwacht gestopt.'));
    await one.ended();
    expect([one.codes, one.stopped()]).toEqual([[1], 1]);
    expect(screen.trim()).toBe('De broker is onverwacht gestopt.\nAlles wordt gestopt.');
  });

  test('afbreken tijdens het starten laat de start zelf opruimen: code 0 bij een signaal, 1 bij een fout', async () => {
    for (const [kind, code] of [['SIGINT', 0], ['uncaughtException', 1]] as const) {
      let cleaned = false;
      const one = rig(({ signal }) => new Promise((_, reject) => { signal.addEventListener('abort', () => { cleaned = true; reject(signal.reason as Error); }); }));
      await running();
      one.watched.emit(kind, new Error('x'));
      await one.ended();
      expect([one.codes, cleaned]).toEqual([[code], true]);
    }
  });

  test('afvoeren dat mislukt of hangt houdt het proces niet levend', async () => {
    const failing = rig(undefined, () => Promise.reject(new Error('x')));
    await running();
    failing.watched.emit('SIGTERM');
    await failing.ended();
    expect(failing.codes).toEqual([0]);
    const hanging = rig(undefined, () => new Promise(() => undefined));
    await running();
    hanging.watched.emit('SIGTERM');
    await hanging.ended();
    expect(hanging.codes).toEqual([1]);
  });
});
