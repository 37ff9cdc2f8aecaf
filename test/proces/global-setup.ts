import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../../engine/embedded/broker.ts';
import { startRecordReceiver } from '../../engine/records/record-receiver.ts';
import { freePorts } from '../helpers/free-port.ts';

/** Eén broker voor alle procestests: hij is in een halve minuut klaar, en de tests delen zijn records. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'routeboek-proces-'));
  const ontvanger = await startRecordReceiver();
  const [grpc, rest, beheer, command, internal] = (await freePorts(5)) as [number, number, number, number, number];
  const broker = await startBroker({
    dir,
    ports: { grpc, rest, management: beheer, command, internal },
    movableClock: true,
    exporters: [{ kind: 'records', url: ontvanger.url, only: 'process' }],
  });
  process.env['TEST_ZEEBE_GRPC'] = broker.grpcAddress;
  process.env['TEST_ZEEBE_REST'] = broker.restAddress;
  process.env['TEST_RECORDS'] = ontvanger.url;
  return async () => {
    await broker.stop();
    await ontvanger.stop();
    await rm(dir, { recursive: true, force: true });
  };
}
