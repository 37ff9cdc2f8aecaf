import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeWebappsSession } from '../../engine/reads/webapps-session.ts';
import { makeRest } from '../../engine/rest.ts';

let server: Server | undefined;
afterEach(() => { server?.closeAllConnections(); server?.close(); });

/** Een server die een bewaarde verbinding sluit op het moment dat er een tweede vraag over komt. */
async function serverThatDropsKeptConnections(): Promise<string> {
  const seen = new WeakSet<Socket>();
  server = createServer((request, response) => {
    if (seen.has(request.socket)) return void request.socket.destroy();
    seen.add(request.socket);
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end('{"goed":true}');
  });
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('een verbinding die de engine sluit terwijl er een nieuwe vraag op vertrekt', () => {
  it('breekt geen opdracht over REST af', async () => {
    const rest = makeRest({ grpcAddress: '', restAddress: await serverThatDropsKeptConnections() });
    for (let n = 0; n < 5; n++) expect(await rest('POST', '/v2/user-tasks/search', { n })).toEqual({ goed: true });
  });

  it('breekt geen vraag aan Tasklist of Operate af', async () => {
    const ask = makeWebappsSession(await serverThatDropsKeptConnections(), { user: 'demo', password: 'demo' });
    for (let n = 0; n < 5; n++) expect(await ask('/v1/tasks/search', { n })).toEqual({ goed: true });
  });
});
