import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** De actieregel van een bulk: `{"index":{"_index":"zeebe-record_job_8.6.0_2025-12-03",…}}`. */
const DAY_INDEX = /("_index":"zeebe-record_[a-z-]+_[0-9.]+_\d{4}-\d{2})-\d{2}"/;

/** Zet elk record van een bulk in de index van zijn maand; de records zelf blijven gelijk. */
export const bundle = (bulk: string): string =>
  bulk.split('\n').map((line, i) => (i % 2 === 0 ? line.replace(DAY_INDEX, '$1"') : line)).join('\n');

/**
 * Een doorgeefluik tussen de exporter en OpenSearch. De exporter van 8.6.0 maakt per soort record en per dag een index en kan
 * niet anders; na een schooljaar zijn dat er een kleine drieduizend. Met tweeduizend begint OpenSearch er bij een herstart
 * anderhalve minuut over te doen en is haar geheugen vol. Per maand zijn het er hooguit tweehonderd. Tasklist en Operate lezen
 * over alle indexen heen en merken het verschil niet.
 */
export async function startMonthlyIndex(targetPort: number): Promise<{ url: string; stop(): void }> {
  const geefDoor = (vraag: IncomingMessage, response: ServerResponse, content: Buffer): void => {
    const { 'content-length': _lengte, 'transfer-encoding': _vorm, ...headers } = vraag.headers;
    const door = request({ host: '127.0.0.1', port: targetPort, method: vraag.method, path: vraag.url, headers: { ...headers, 'content-length': content.length } }, (back) => {
      response.writeHead(back.statusCode ?? 502, back.headers);
      back.pipe(response);
    });
    // OpenSearch start nog, of stopt al: de exporter probeert het zelf opnieuw.
    door.on('error', () => { response.destroy(); });
    door.end(content);
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const content = Buffer.concat(parts);
      geefDoor(request, response, request.url?.includes('_bulk') ? Buffer.from(bundle(content.toString())) : content);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
