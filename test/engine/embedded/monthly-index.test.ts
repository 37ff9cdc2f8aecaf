import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttp } from 'node:http';
import { expect, test } from 'vitest';
import { bundle, startMonthlyIndex } from '../../../engine/embedded/monthly-index.ts';

const actie = (dag: string): string => `{"index":{"_index":"zeebe-record_user-task_8.6.0_${dag}","_id":"1-7","routing":"1"}}`;
const record = '{"value":{"tekst":"\\"_index\\":\\"zeebe-record_job_8.6.0_2025-12-03\\""},"timestamp":1764748800000}';

test('elk record komt in de index van zijn maand en verandert zelf niet', () => {
  expect(bundle(`${actie('2025-12-03')}\n${record}\n${actie('2026-03-09')}\n${record}\n`)).toBe(`${actie('2025-12')}\n${record}\n${actie('2026-03')}\n${record}\n`);
});

test('een bulk gaat gebundeld door en het antwoord komt ongewijzigd terug; andere verzoeken gaan onveranderd', async () => {
  const gekregen: string[] = [];
  const target = createHttp((request, response) => {
    let content = '';
    request.on('data', (part: Buffer) => (content += part.toString()));
    request.on('end', () => { gekregen.push(`${request.method} ${request.url} ${content}`); response.writeHead(201, { 'x-soort': 'opslag' }).end('{"errors":false}'); });
  });
  await new Promise<void>((done) => target.listen(0, '127.0.0.1', done));
  const { url, stop } = await startMonthlyIndex((target.address() as AddressInfo).port);
  try {
    const response = await fetch(`${url}/_bulk`, { method: 'POST', body: `${actie('2025-12-03')}\n${record}\n` });
    expect([response.status, response.headers.get('x-soort'), await response.text()]).toEqual([201, 'opslag', '{"errors":false}']);
    await fetch(`${url}/_index_template/x`, { method: 'PUT', body: actie('2025-12-03') });
    expect(gekregen).toEqual([`POST /_bulk ${actie('2025-12')}\n${record}\n`, `PUT /_index_template/x ${actie('2025-12-03')}`]);
  } finally {
    stop();
    target.closeAllConnections();
    target.close();
  }
});

test('zolang OpenSearch er niet is, breekt het verzoek af zodat de exporter het opnieuw probeert', async () => {
  const empty = createServer();
  await new Promise<void>((done) => empty.listen(0, '127.0.0.1', done));
  const { port } = empty.address() as AddressInfo;
  await new Promise((done) => empty.close(done));
  const { url, stop } = await startMonthlyIndex(port);
  await expect(fetch(`${url}/_bulk`, { method: 'POST', body: 'x' })).rejects.toThrow();
  stop();
});
