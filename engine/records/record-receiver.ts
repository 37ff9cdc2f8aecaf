import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import type { AddressInfo } from 'node:net';

/** Een record zoals de Elasticsearch-exporter van Zeebe het stuurt; alleen wat hier gelezen wordt. */
export interface EngineRecord {
  readonly key: number;
  readonly position: number;
  readonly timestamp: number;
  readonly valueType: string;
  readonly intent: string;
  readonly recordType: string;
  readonly rejectionReason?: string;
  readonly value: Record<string, unknown>;
}

const STORED = new Set([
  'PROCESS_INSTANCE',
  'USER_TASK',
  'VARIABLE',
  'INCIDENT',
  'JOB',
  'TIMER',
  'MESSAGE',
  'PROCESS_MESSAGE_SUBSCRIPTION',
]);

/**
 * Een klein HTTP-doel voor de exporter van de broker: neemt elk record in ontvangst en geeft ze door aan wie volgt (de procestests, de demo).
 * Zo is binnen een seconde te zien wat de engine deed, zonder zoekindex. `GET /records?vanaf=N` wacht tot er iets nieuws is.
 * @param volg krijgt elk record meteen; dan wordt er niets bewaard
 */
export async function startRecordReceiver(volg?: (record: EngineRecord) => void): Promise<{ url: string; stop(): Promise<void> }> {
  const records: EngineRecord[] = [];
  const wachtenden = new Set<() => void>();

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('X-Elastic-Product', 'Elasticsearch');
    response.setHeader('Content-Type', 'application/json');
    if (url.pathname === '/records') {
      const vanaf = Number(url.searchParams.get('vanaf') ?? 0);
      const geef = () => response.end(JSON.stringify({ volgende: records.length, records: records.slice(vanaf) }));
      if (records.length > vanaf) return geef();
      const wek = () => {
        clearTimeout(done);
        wachtenden.delete(wek);
        geef();
      };
      const done = setTimeout(wek, 1000);
      wachtenden.add(wek);
      return;
    }
    if (!url.pathname.endsWith('/_bulk')) {
      request.resume();
      request.on('end', () => response.end(JSON.stringify({ acknowledged: true, version: { number: '8.13.0' } })));
      return;
    }
    let regelNummer = 0;
    let count = 0;
    createInterface({ input: request })
      .on('line', (line) => {
        if (regelNummer++ % 2 === 0 || line === '') return;
        count += 1;
        const record = JSON.parse(line) as EngineRecord;
        if (!STORED.has(record.valueType) || record.recordType !== 'EVENT') return;
        if (volg) volg(record);
        else records.push(record);
      })
      .on('close', () => {
        response.end(JSON.stringify({ errors: false, items: Array.from({ length: count }, () => ({ index: { status: 201 } })) }));
        for (const wek of [...wachtenden]) wek();
      });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
