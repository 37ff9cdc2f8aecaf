import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../engine/embedded/broker.ts';
import { meetStorm } from './bench/instances.ts';
import { meetWerkers } from './bench/workers.ts';

/**
 * `npm run bench`: meet de werkers op één engine, in één keer. Alles wisselt elkaar af op dezelfde broker, want twee losse
 * metingen op een gedeelde machine verschillen meer dan wat hier gemeten wordt. Uitkomsten: docs/metingen.md.
 * Omgeving: BENCH_RONDES, BENCH_JOBS, BENCH_INSTANTIES, BENCH_ENGINE (JSON: extra instellingen van de broker), BENCH_ALLEEN (werkers|storm).
 */
const getal = (naam: string, anders: number): number => Number(process.env[naam] ?? anders);
const map = await mkdtemp(join(tmpdir(), 'routeboek-bench-'));
const broker = await startBroker({
  map,
  poorten: { grpc: 27600, rest: 27601, beheer: 27602, command: 27603, internal: 27604 },
  extra: JSON.parse(process.env['BENCH_ENGINE'] ?? '{}') as Record<string, unknown>,
});
const druk = (): string => loadavg().map((deel) => deel.toFixed(1)).join(' ');
console.log(`${availableParallelism()} cores, Node ${process.version}, load average at the start ${druk()}`);
try {
  const alleen = process.env['BENCH_ALLEEN'];
  if (alleen !== 'storm') await meetWerkers(broker.grpcAdres, { rondes: getal('BENCH_RONDES', 5), jobs: getal('BENCH_JOBS', 1_000), map });
  if (alleen !== 'werkers') await meetStorm(broker.grpcAdres, broker.beheerAdres, getal('BENCH_INSTANTIES', 2_000));
  console.log(`\nload average at the end ${druk()}`);
} finally {
  await broker.stop();
  await rm(map, { recursive: true, force: true });
}
process.exit(0);
