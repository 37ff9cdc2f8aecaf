import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** De actieregel van een bulk: `{"index":{"_index":"zeebe-record_job_8.6.0_2025-12-03",…}}`. */
const DAGINDEX = /("_index":"zeebe-record_[a-z-]+_[0-9.]+_\d{4}-\d{2})-\d{2}"/;

/** Zet elk record van een bulk in de index van zijn maand; de records zelf blijven gelijk. */
export const bundel = (bulk: string): string =>
  bulk.split('\n').map((regel, i) => (i % 2 === 0 ? regel.replace(DAGINDEX, '$1"') : regel)).join('\n');

/**
 * Een doorgeefluik tussen de exporter en OpenSearch. De exporter van 8.6.0 maakt per soort record en per dag een index en kan
 * niet anders; na een schooljaar zijn dat er een kleine drieduizend. Met tweeduizend begint OpenSearch er bij een herstart
 * anderhalve minuut over te doen en is haar geheugen vol. Per maand zijn het er hooguit tweehonderd. Tasklist en Operate lezen
 * over alle indexen heen en merken het verschil niet.
 */
export async function startMaandbundel(doelPoort: number): Promise<{ url: string; stop(): void }> {
  const geefDoor = (vraag: IncomingMessage, antwoord: ServerResponse, inhoud: Buffer): void => {
    const { 'content-length': _lengte, 'transfer-encoding': _vorm, ...koppen } = vraag.headers;
    const door = request({ host: '127.0.0.1', port: doelPoort, method: vraag.method, path: vraag.url, headers: { ...koppen, 'content-length': inhoud.length } }, (terug) => {
      antwoord.writeHead(terug.statusCode ?? 502, terug.headers);
      terug.pipe(antwoord);
    });
    // OpenSearch start nog, of stopt al: de exporter probeert het zelf opnieuw.
    door.on('error', () => { antwoord.destroy(); });
    door.end(inhoud);
  };
  const server = createServer((vraag, antwoord) => {
    const delen: Buffer[] = [];
    vraag.on('data', (deel: Buffer) => delen.push(deel));
    vraag.on('end', () => {
      const inhoud = Buffer.concat(delen);
      geefDoor(vraag, antwoord, vraag.url?.includes('_bulk') ? Buffer.from(bundel(inhoud.toString())) : inhoud);
    });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
