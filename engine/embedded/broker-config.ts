/** De poorten van de broker. */
export interface BrokerPorts {
  readonly grpc: number;
  readonly rest: number;
  readonly management: number;
  readonly command: number;
  readonly internal: number;
}

/** Waar de broker zijn gebeurtenissen heen stuurt; hoogstens één van elke soort. */
export type Exporter =
  | { readonly kind: 'opensearch'; readonly url: string; readonly bulk: { readonly size: number; readonly delay?: number } }
  /** Naar `engine/records`, meteen (zie `RecordExporter.java`): alles wat die leest, of alleen taken en incidenten (een meting met duizenden casussen). */
  | { readonly kind: 'records'; readonly url: string; readonly only: keyof typeof RECORD_TYPES };

const RECORD_TYPES = {
  process: ['PROCESS_INSTANCE', 'USER_TASK', 'VARIABLE', 'INCIDENT', 'JOB', 'TIMER', 'MESSAGE'],
  tasks: ['USER_TASK', 'INCIDENT'],
};

/**
 * Wie de klok verzet, speelt tijd af. Timers gaan meteen af (een gewone broker kijkt er elke seconde naar), niets wacht op de
 * schijf (na een stroomstoring begint een proef of demo opnieuw), en het hele logboek van de broker blijft staan: een
 * exporter die later komt leest alles vanaf het begin.
 */
const MOVABLE = {
  data: { snapshotPeriod: '24h' },
  processing: { scheduledTaskCheckInterval: '20ms' },
  cluster: { raft: { flush: { enabled: false } } },
};

/** De Spring-instellingen van de broker. Alles luistert alleen op deze machine: 8.6.0 krijgt geen beveiligingsupdates meer. */
export function brokerConfig(options: {
  dir: string; ports: BrokerPorts; exporters?: readonly Exporter[]; movableClock?: boolean;
}): Record<string, unknown> {
  const host = '127.0.0.1';
  const { ports, exporters = [] } = options;
  return {
    server: { port: ports.rest, address: host },
    management: { server: { port: ports.management, address: host }, endpoints: { web: { exposure: { include: '*' } } } },
    zeebe: {
      broker: {
        network: { host, commandApi: { host, port: ports.command }, internalApi: { host, port: ports.internal } },
        gateway: { enable: true, network: { host, port: ports.grpc } },
        data: { directory: `${options.dir}/zeebe`, logSegmentSize: '16MB', disk: { freeSpace: { processing: '1GB', replication: '500MB' } }, ...(options.movableClock && MOVABLE.data) },
        exporters: Object.fromEntries(exporters.map((exporter) => [exporter.kind, exporterConfig(exporter)])),
        ...(options.movableClock && { processing: MOVABLE.processing, cluster: MOVABLE.cluster }),
      },
    },
  };
}

function exporterConfig(exporter: Exporter): Record<string, unknown> {
  const { url } = exporter;
  if (exporter.kind === 'records') return { className: 'nl.routeboek.RecordExporter', args: { url, types: RECORD_TYPES[exporter.only].join(',') } };
  const { size, delay = 1 } = exporter.bulk;
  return { className: 'io.camunda.zeebe.exporter.opensearch.OpensearchExporter', args: { url, bulk: { delay, size }, index: { prefix: 'zeebe-record', numberOfReplicas: 0, numberOfShards: 1 } } };
}

/** Legt `extra` over `basis`, ook in diepere lagen. */
export function merged(base: Record<string, unknown>, extra: Record<string, unknown>): Record<string, unknown> {
  const uit: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(extra)) {
    const oud = uit[key];
    uit[key] = isObject(oud) && isObject(value) ? merged(oud, value) : value;
  }
  return uit;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
