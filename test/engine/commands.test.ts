import { describe, expect, test } from 'vitest';
import { makeLimiter } from '../../engine/limiter.ts';
import { makeEngineClock } from '../../engine/engine-clock.ts';
import { makeUserTasks } from '../../engine/user-tasks.ts';
import { makeEngine } from '../../engine/commands.ts';
import { makeRest } from '../../engine/rest.ts';
import { startStandIn } from './helpers/webserver.ts';

let nu = 0;
const time = { ms: () => nu, wait: async (ms: number) => void (nu += ms), random: () => 0.5 };
const grpcFout = (code: number, message = `${code} fout`): Error => Object.assign(new Error(message), { code });

/** Een verbinding die per aanroep het volgende antwoord geeft. */
function engine(...responses: unknown[]) {
  const calls: unknown[] = [];
  const geef = async (request: unknown): Promise<unknown> => {
    calls.push(request);
    const response = responses.shift();
    if (response instanceof Error) throw response;
    return response;
  };
  const zeebe = { evaluateDecision: geef, publishMessage: geef, createProcessInstance: geef };
  return { calls, engine: makeEngine(zeebe as never, makeLimiter({ time }), time) };
}

describe('opdrachten aan de engine', () => {
  test('drukte is wachten: na twee weigeringen komt het antwoord gewoon', async () => {
    const { engine: e, calls: calls } = engine(grpcFout(8), grpcFout(8), { decisionOutput: '{"min":6}', failureMessage: '' });
    await expect(e.beslis('urenraming', {})).resolves.toEqual({ min: 6 });
    expect(calls).toHaveLength(3);
  });

  test('een engine die weg is wordt tien seconden lang opnieuw gevraagd, met steeds langere rust', async () => {
    const begin = nu;
    const { engine: e, calls: calls } = engine(...Array.from({ length: 99 }, () => grpcFout(14)));
    await expect(e.beslis('urenraming', {})).rejects.toMatchObject({ code: 14 });
    expect(nu - begin).toBeGreaterThan(5_000);
    expect(nu - begin).toBeLessThanOrEqual(10_000);
    expect(calls).toHaveLength(7);
  });

  test('een tabel zonder uitkomst is een fout die de tabel noemt', async () => {
    const { engine: e } = engine({ decisionOutput: 'null', failureMessage: 'no rule' });
    await expect(e.beslis('routekeuze', {})).rejects.toThrow(/routekeuze/);
  });

  test('hetzelfde bericht nog eens is goed', async () => {
    const message = { name: 'verzuim-gestopt', correlationKey: 'c', messageId: 'b', ttlMs: 1000, content: {} };
    await expect(engine(grpcFout(6)).engine.publish(message)).resolves.toBeUndefined();
    await expect(engine(grpcFout(3)).engine.publish(message)).rejects.toMatchObject({ code: 3 });
  });

  test('starten gebeurt alleen nog eens als de engine de opdracht zeker niet kreeg', async () => {
    const lost = engine(grpcFout(14, '14 UNAVAILABLE: No connection established. ECONNREFUSED'), { processInstanceKey: '7' });
    await expect(lost.engine.start('kernteam', {})).resolves.toBe('7');
    const onzeker = engine(grpcFout(4), { processInstanceKey: '7' });
    await expect(onzeker.engine.start('kernteam', {})).rejects.toMatchObject({ code: 4 });
    expect(onzeker.calls).toHaveLength(1);
  });
});

test('gebruikerstaken en klok gaan over REST, met sleutels als tekst', async () => {
  const server = await startStandIn(({ path }) => (path.includes('/13/') ? { status: 409, json: { title: 'INVALID_STATE', detail: 'geheim' } } : { status: 204 }));
  const rest = makeRest({ grpcAddress: '', restAddress: server.url });
  const tasks = makeUserTasks(rest);
  await tasks.complete('12', { a: 1 });
  await tasks.assign('12', 'jansen');
  await tasks.changePriority('12', 90);
  await makeEngineClock(rest).set(new Date(5));
  await makeEngineClock(rest).restore();
  expect(server.requests.map((v) => [v.method, v.path, v.content])).toEqual([
    ['POST', '/v2/user-tasks/12/completion', { variables: { a: 1 } }],
    ['POST', '/v2/user-tasks/12/assignment', { assignee: 'jansen', allowOverride: false }],
    ['PATCH', '/v2/user-tasks/12', { changeset: { priority: 90 } }],
    ['PUT', '/v2/clock', { timestamp: 5 }],
    ['POST', '/v2/clock/reset', ''],
  ]);
  await expect(tasks.assign('13', 'x')).rejects.toMatchObject({ status: 409, titel: 'INVALID_STATE', message: expect.not.stringContaining('geheim') });
  await server.stop();
});
