import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { install } from '../../engine/embedded/install.ts';
import { findJava } from '../../engine/embedded/find-jdk.ts';
import { startOpensearch } from '../../engine/embedded/opensearch.ts';
import type { JvmProcess } from '../../engine/embedded/jvm-process.ts';
import { freePorts } from '../helpers/free-port.ts';

const INDEXEN = Array.from({ length: 40 }, (_, i) => `zeebe-record_job_8.6.0_dag-${i}`);

let dir: string;
let lopend: JvmProcess | undefined;
afterEach(async () => {
  await lopend?.stop();
  await rm(dir, { recursive: true, force: true });
});

test('na een herstart is alles te lezen zodra OpenSearch klaar heet, ook met veel indexen', async () => {
  dir = await mkdtemp(join(tmpdir(), 'routeboek-opensearch-'));
  const java = await findJava();
  const installatie = await install(java);
  const [port, transportPoort] = (await freePorts(2)) as [number, number];
  const start = async (): Promise<string> => {
    const { url, proces } = await startOpensearch({ java, installation: installatie, dir, port, transportPort: transportPoort, onStarted: (nieuw) => { lopend = nieuw; } });
    lopend = proces;
    return url;
  };
  const url = await start();
  for (const index of INDEXEN) {
    const antwoord = await fetch(`${url}/${index}/_doc/1`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
    expect(antwoord.status).toBe(201);
  }
  await lopend?.stop();
  await start();
  const antwoorden = await Promise.all(INDEXEN.map(async (index) => (await fetch(`${url}/${index}/_search`)).status));
  expect(antwoorden.filter((status) => status !== 200)).toEqual([]);
}, 120_000);
