import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBroker } from '../../engine/embedded/broker.ts';
import { findJava } from '../../engine/embedded/find-jdk.ts';
import { install, type Installation } from '../../engine/embedded/install.ts';
import { startRecordReceiver } from '../../engine/records/record-receiver.ts';
import { freePorts } from '../helpers/free-port.ts';
import { shareBrokers, type BrokerAddresses } from './helpers/brokers.ts';

/** Een broker voor elk bestand dat tegelijk loopt: hij is in een halve minuut klaar, en de bestanden na elkaar delen hem. */
export default async function globalSetup({ config }: TestProject): Promise<() => Promise<void>> {
  const java = await findJava();
  const installation = await install(java);
  const started: Awaited<ReturnType<typeof startOne>>[] = [];
  // Na elkaar: twee die tegelijk opwarmen zijn samen niet vlugger, en de tweede vindt alles al uitgepakt.
  for (let n = 0; n < Number(config.maxWorkers); n++) started.push(await startOne(java, installation));
  shareBrokers(started.map(({ addresses }) => addresses));
  return async () => {
    await Promise.all(started.map(({ stop }) => stop()));
  };
}

async function startOne(java: string, installation: Installation): Promise<{ addresses: BrokerAddresses; stop(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'routeboek-proces-'));
  const ontvanger = await startRecordReceiver();
  const [grpc, rest, beheer, command, internal] = (await freePorts(5)) as [number, number, number, number, number];
  const broker = await startBroker({
    dir, java, installation,
    ports: { grpc, rest, management: beheer, command, internal },
    movableClock: true,
    exporters: [{ kind: 'records', url: ontvanger.url, only: 'process' }],
  });
  return {
    addresses: { grpc: broker.grpcAddress, rest: broker.restAddress, records: ontvanger.url },
    async stop() {
      await broker.stop();
      await ontvanger.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
