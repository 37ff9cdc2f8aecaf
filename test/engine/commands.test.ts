import { describe, expect, test } from 'vitest';
import { maakBegrenzer } from '../../engine/limiter.ts';
import { maakEngineklok } from '../../engine/engine-clock.ts';
import { maakGebruikerstaken } from '../../engine/user-tasks.ts';
import { maakEngine } from '../../engine/commands.ts';
import { maakRest } from '../../engine/rest.ts';
import { startStandIn } from './helpers/webserver.ts';

const tijd = { ms: () => 0, wacht: async () => undefined, toeval: () => 0.5 };
const grpcFout = (code: number, boodschap = `${code} fout`): Error => Object.assign(new Error(boodschap), { code });

/** Een verbinding die per aanroep het volgende antwoord geeft. */
function engine(...antwoorden: unknown[]) {
  const aanroepen: unknown[] = [];
  const geef = async (verzoek: unknown): Promise<unknown> => {
    aanroepen.push(verzoek);
    const antwoord = antwoorden.shift();
    if (antwoord instanceof Error) throw antwoord;
    return antwoord;
  };
  const zeebe = { evaluateDecision: geef, publishMessage: geef, createProcessInstance: geef };
  return { aanroepen, engine: maakEngine(zeebe as never, maakBegrenzer({ tijd }), tijd) };
}

describe('opdrachten aan de engine', () => {
  test('drukte is wachten: na twee weigeringen komt het antwoord gewoon', async () => {
    const { engine: e, aanroepen } = engine(grpcFout(8), grpcFout(8), { decisionOutput: '{"min":6}', failureMessage: '' });
    await expect(e.beslis('urenraming', {})).resolves.toEqual({ min: 6 });
    expect(aanroepen).toHaveLength(3);
  });

  test('een engine die weg is krijgt een eindig aantal pogingen', async () => {
    const { engine: e, aanroepen } = engine(...Array.from({ length: 9 }, () => grpcFout(14)));
    await expect(e.beslis('urenraming', {})).rejects.toMatchObject({ code: 14 });
    expect(aanroepen).toHaveLength(5);
  });

  test('een tabel zonder uitkomst is een fout die de tabel noemt', async () => {
    const { engine: e } = engine({ decisionOutput: 'null', failureMessage: 'no rule' });
    await expect(e.beslis('routekeuze', {})).rejects.toThrow(/routekeuze/);
  });

  test('hetzelfde bericht nog eens is goed', async () => {
    const bericht = { naam: 'verzuim-gestopt', correlatie: 'c', berichtId: 'b', ttlMs: 1000, inhoud: {} };
    await expect(engine(grpcFout(6)).engine.publiceer(bericht)).resolves.toBeUndefined();
    await expect(engine(grpcFout(3)).engine.publiceer(bericht)).rejects.toMatchObject({ code: 3 });
  });

  test('starten gebeurt alleen nog eens als de engine de opdracht zeker niet kreeg', async () => {
    const weg = engine(grpcFout(14, '14 UNAVAILABLE: No connection established. ECONNREFUSED'), { processInstanceKey: '7' });
    await expect(weg.engine.start('kernteam', {})).resolves.toBe('7');
    const onzeker = engine(grpcFout(4), { processInstanceKey: '7' });
    await expect(onzeker.engine.start('kernteam', {})).rejects.toMatchObject({ code: 4 });
    expect(onzeker.aanroepen).toHaveLength(1);
  });
});

test('gebruikerstaken en klok gaan over REST, met sleutels als tekst', async () => {
  const server = await startStandIn(({ pad }) => (pad.includes('/13/') ? { status: 409, json: { title: 'INVALID_STATE', detail: 'geheim' } } : { status: 204 }));
  const rest = maakRest({ grpcAdres: '', restAdres: server.url });
  const taken = maakGebruikerstaken(rest);
  await taken.voltooi('12', { a: 1 });
  await taken.wijsToe('12', 'jansen');
  await maakEngineklok(rest).zet(new Date(5));
  await maakEngineklok(rest).herstel();
  expect(server.verzoeken.map((v) => [v.methode, v.pad, v.inhoud])).toEqual([
    ['POST', '/v2/user-tasks/12/completion', { variables: { a: 1 } }],
    ['POST', '/v2/user-tasks/12/assignment', { assignee: 'jansen', allowOverride: false }],
    ['PUT', '/v2/clock', { timestamp: 5 }],
    ['POST', '/v2/clock/reset', ''],
  ]);
  await expect(taken.wijsToe('13', 'x')).rejects.toMatchObject({ status: 409, titel: 'INVALID_STATE', message: expect.not.stringContaining('geheim') });
  await server.stop();
});
