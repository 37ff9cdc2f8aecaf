import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../engine/embedded/broker.ts';
import { measureGeschiedenis } from './bench/geschiedenis.ts';
import { measureStorm } from './bench/instances.ts';
import { measureOpenCases } from './bench/open-cases.ts';
import { measureWorkers } from './bench/workers.ts';

/**
 * `npm run bench`: meet de werkers op één engine, in één keer. Alles wisselt elkaar af op dezelfde broker, want twee losse
 * metingen op een gedeelde machine verschillen meer dan wat hier gemeten wordt. Uitkomsten: docs/metingen.md.
 * Omgeving: BENCH_RONDES, BENCH_JOBS, BENCH_INSTANTIES, BENCH_ENGINE (JSON: extra instellingen van de broker), BENCH_OPEN, BENCH_ALLEEN (werkers|storm|open|geschiedenis).
 */
const getal = (name: string, anders: number): number => Number(process.env[name] ?? anders);
const dir = await mkdtemp(join(tmpdir(), 'routeboek-bench-'));
const broker = await startBroker({
  dir,
  ports: { grpc: 27600, rest: 27601, management: 27602, command: 27603, internal: 27604 },
  extra: JSON.parse(process.env['BENCH_ENGINE'] ?? '{}') as Record<string, unknown>,
});
const druk = (): string => loadavg().map((part) => part.toFixed(1)).join(' ');
console.log(`${availableParallelism()} cores, Node ${process.version}, load average at the start ${druk()}`);
try {
  const alleen = process.env['BENCH_ALLEEN'];
  if (alleen === undefined || alleen === 'werkers') await measureWorkers(broker.grpcAddress, { rounds: getal('BENCH_RONDES', 5), jobs: getal('BENCH_JOBS', 1_000), dir });
  if (alleen === undefined || alleen === 'storm') await measureStorm(broker.grpcAddress, broker.managementAddress, getal('BENCH_INSTANTIES', 2_000));
  if (alleen === undefined || alleen === 'open') await measureOpenCases(getal('BENCH_OPEN', 5_000));
  if (alleen === undefined || alleen === 'geschiedenis') await measureGeschiedenis();
  console.log(`\nload average at the end ${druk()}`);
} finally {
  await broker.stop();
  await rm(dir, { recursive: true, force: true });
}
process.exit(0);
