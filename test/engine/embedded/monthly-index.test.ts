import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttp } from 'node:http';
import { expect, test } from 'vitest';
import { bundel, startMaandbundel } from '../../../engine/embedded/monthly-index.ts';

const actie = (dag: string): string => `{"index":{"_index":"zeebe-record_user-task_8.6.0_${dag}","_id":"1-7","routing":"1"}}`;
const record = '{"value":{"tekst":"\\"_index\\":\\"zeebe-record_job_8.6.0_2025-12-03\\""},"timestamp":1764748800000}';

test('elk record komt in de index van zijn maand en verandert zelf niet', () => {
  expect(bundel(`${actie('2025-12-03')}\n${record}\n${actie('2026-03-09')}\n${record}\n`)).toBe(`${actie('2025-12')}\n${record}\n${actie('2026-03')}\n${record}\n`);
});

test('een bulk gaat gebundeld door en het antwoord komt ongewijzigd terug; andere verzoeken gaan onveranderd', async () => {
  const gekregen: string[] = [];
  const doel = createHttp((vraag, antwoord) => {
    let inhoud = '';
    vraag.on('data', (deel: Buffer) => (inhoud += deel.toString()));
    vraag.on('end', () => { gekregen.push(`${vraag.method} ${vraag.url} ${inhoud}`); antwoord.writeHead(201, { 'x-soort': 'opslag' }).end('{"errors":false}'); });
  });
  await new Promise<void>((klaar) => doel.listen(0, '127.0.0.1', klaar));
  const { url, stop } = await startMaandbundel((doel.address() as AddressInfo).port);
  try {
    const antwoord = await fetch(`${url}/_bulk`, { method: 'POST', body: `${actie('2025-12-03')}\n${record}\n` });
    expect([antwoord.status, antwoord.headers.get('x-soort'), await antwoord.text()]).toEqual([201, 'opslag', '{"errors":false}']);
    await fetch(`${url}/_index_template/x`, { method: 'PUT', body: actie('2025-12-03') });
    expect(gekregen).toEqual([`POST /_bulk ${actie('2025-12')}\n${record}\n`, `PUT /_index_template/x ${actie('2025-12-03')}`]);
  } finally {
    stop();
    doel.closeAllConnections();
    doel.close();
  }
});

test('zolang OpenSearch er niet is, breekt het verzoek af zodat de exporter het opnieuw probeert', async () => {
  const leeg = createServer();
  await new Promise<void>((klaar) => leeg.listen(0, '127.0.0.1', klaar));
  const { port } = leeg.address() as AddressInfo;
  await new Promise((klaar) => leeg.close(klaar));
  const { url, stop } = await startMaandbundel(port);
  await expect(fetch(`${url}/_bulk`, { method: 'POST', body: 'x' })).rejects.toThrow();
  stop();
});
