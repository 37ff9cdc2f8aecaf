import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly content: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- de test bekijkt vrij
}
export type Answer = { status?: number; json?: unknown; xml?: string; headers?: Record<string, string> };

/** Een stand-in voor een server van Camunda; onthoudt alle verzoeken. */
export async function startStandIn(response: (request: RecordedRequest) => Answer): Promise<{ url: string; requests: RecordedRequest[]; stop(): Promise<void> }> {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (request, uit) => {
    const stukken: Buffer[] = [];
    for await (const stuk of request) stukken.push(stuk as Buffer);
    const text = Buffer.concat(stukken).toString();
    const verzoek = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, content: request.headers['content-type']?.includes('json') && text ? JSON.parse(text) : text };
    requests.push(verzoek);
    const { status = 200, json, xml, headers = {} } = response(verzoek);
    uit.writeHead(status, { 'content-type': xml === undefined ? 'application/json' : 'text/xml', ...headers }).end(xml ?? (json === undefined ? '' : JSON.stringify(json)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests,
    stop: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}
