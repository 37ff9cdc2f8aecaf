import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Verzoek {
  readonly methode: string;
  readonly pad: string;
  readonly koppen: IncomingMessage['headers'];
  readonly inhoud: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- de test bekijkt vrij
}
export type Antwoord = { status?: number; json?: unknown; xml?: string; koppen?: Record<string, string> };

/** Een stand-in voor een server van Camunda; onthoudt alle verzoeken. */
export async function startStandIn(antwoord: (verzoek: Verzoek) => Antwoord): Promise<{ url: string; verzoeken: Verzoek[]; stop(): Promise<void> }> {
  const verzoeken: Verzoek[] = [];
  const server = createServer(async (vraag, uit) => {
    const stukken: Buffer[] = [];
    for await (const stuk of vraag) stukken.push(stuk as Buffer);
    const tekst = Buffer.concat(stukken).toString();
    const verzoek = { methode: vraag.method ?? '', pad: vraag.url ?? '', koppen: vraag.headers, inhoud: vraag.headers['content-type']?.includes('json') && tekst ? JSON.parse(tekst) : tekst };
    verzoeken.push(verzoek);
    const { status = 200, json, xml, koppen = {} } = antwoord(verzoek);
    uit.writeHead(status, { 'content-type': xml === undefined ? 'application/json' : 'text/xml', ...koppen }).end(xml ?? (json === undefined ? '' : JSON.stringify(json)));
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, verzoeken,
    stop: () => new Promise((klaar) => { server.close(() => klaar()); server.closeAllConnections(); }),
  };
}
