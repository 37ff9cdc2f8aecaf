import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../../engine/embedded/broker.ts';
import { startRecordontvanger } from '../../engine/records/record-receiver.ts';
import { vrijePoorten } from '../helpers/free-port.ts';

/** Eén broker voor alle procestests: hij is in een halve minuut klaar, en de tests delen zijn records. */
export default async function globaal(): Promise<() => Promise<void>> {
  const map = await mkdtemp(join(tmpdir(), 'routeboek-proces-'));
  const ontvanger = await startRecordontvanger();
  const [grpc, rest, beheer, command, internal] = (await vrijePoorten(5)) as [number, number, number, number, number];
  const broker = await startBroker({
    map,
    poorten: { grpc, rest, beheer, command, internal },
    klokVerzetbaar: true,
    exporters: [{ soort: 'elasticsearch', url: ontvanger.url, bulk: { size: 1 }, alleenProces: true }],
  });
  process.env['TEST_ZEEBE_GRPC'] = broker.grpcAdres;
  process.env['TEST_ZEEBE_REST'] = broker.restAdres;
  process.env['TEST_RECORDS'] = ontvanger.url;
  return async () => {
    await broker.stop();
    await ontvanger.stop();
    await rm(map, { recursive: true, force: true });
  };
}
