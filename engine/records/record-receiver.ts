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

const BEWAARD = new Set([
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
export async function startRecordontvanger(volg?: (record: EngineRecord) => void): Promise<{ url: string; stop(): Promise<void> }> {
  const records: EngineRecord[] = [];
  const wachtenden = new Set<() => void>();

  const server = createServer((vraag, antwoord) => {
    const url = new URL(vraag.url ?? '/', 'http://localhost');
    antwoord.setHeader('X-Elastic-Product', 'Elasticsearch');
    antwoord.setHeader('Content-Type', 'application/json');
    if (url.pathname === '/records') {
      const vanaf = Number(url.searchParams.get('vanaf') ?? 0);
      const geef = () => antwoord.end(JSON.stringify({ volgende: records.length, records: records.slice(vanaf) }));
      if (records.length > vanaf) return geef();
      const wek = () => {
        clearTimeout(klaar);
        wachtenden.delete(wek);
        geef();
      };
      const klaar = setTimeout(wek, 1000);
      wachtenden.add(wek);
      return;
    }
    if (!url.pathname.endsWith('/_bulk')) {
      vraag.resume();
      vraag.on('end', () => antwoord.end(JSON.stringify({ acknowledged: true, version: { number: '8.13.0' } })));
      return;
    }
    let regelNummer = 0;
    let aantal = 0;
    createInterface({ input: vraag })
      .on('line', (regel) => {
        if (regelNummer++ % 2 === 0 || regel === '') return;
        aantal += 1;
        const record = JSON.parse(regel) as EngineRecord;
        if (!BEWAARD.has(record.valueType) || record.recordType !== 'EVENT') return;
        if (volg) volg(record);
        else records.push(record);
      })
      .on('close', () => {
        antwoord.end(JSON.stringify({ errors: false, items: Array.from({ length: aantal }, () => ({ index: { status: 201 } })) }));
        for (const wek of [...wachtenden]) wek();
      });
  });
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((klaar) => {
        server.close(() => klaar());
        server.closeAllConnections();
      }),
  };
}
