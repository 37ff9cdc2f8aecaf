import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Een gebeurtenis zoals Zeebe haar als JSON schrijft; alleen wat hier gelezen wordt. */
export interface EngineRecord {
  readonly key: number;
  readonly position: number;
  readonly timestamp: number;
  readonly valueType: string;
  readonly intent: string;
  readonly recordType: string;
  readonly value: Record<string, unknown>;
}

/** Zoveel records in één antwoord. */
const PAGE = 20_000;

/**
 * Een klein HTTP-doel voor `RecordExporter.java` van de broker: neemt elk record in ontvangst en geeft ze door aan wie volgt (de procestests, de demo).
 * Zo is meteen te zien wat de engine deed, zonder zoekindex. `GET /records?vanaf=N` wacht tot er iets nieuws is.
 * @param volg krijgt elk record meteen; dan wordt er niets bewaard
 */
export async function startRecordReceiver(volg?: (record: EngineRecord) => void): Promise<{ url: string; stop(): Promise<void> }> {
  const records: EngineRecord[] = [];
  let last = -1;
  /** Kwam het antwoord op een verzoek niet aan, dan stuurt de exporter dezelfde regels nog eens. */
  const once = (record: EngineRecord): void => {
    if (record.position <= last) return;
    last = record.position;
    if (volg) volg(record);
    else records.push(record);
  };
  const wachtenden = new Set<() => void>();

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      response.setHeader('content-type', 'application/json');
      const vanaf = Number(url.searchParams.get('vanaf') ?? 0);
      const geef = () => response.end(JSON.stringify({ volgende: Math.min(records.length, vanaf + PAGE), records: records.slice(vanaf, vanaf + PAGE) }));
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
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => { body += part; }).on('end', () => {
      for (const line of body.split('\n')) once(JSON.parse(line) as EngineRecord);
      response.writeHead(204).end();
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
