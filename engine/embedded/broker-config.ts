/** De poorten van de broker. */
export interface BrokerPorts {
  readonly grpc: number;
  readonly rest: number;
  readonly management: number;
  readonly command: number;
  readonly internal: number;
}

/** Waar de broker zijn gebeurtenissen heen stuurt; hoogstens één van elke soort. */
export interface Exporter {
  readonly kind: 'opensearch' | 'elasticsearch';
  readonly url: string;
  readonly bulk: { readonly size: number; readonly delay?: number };
  /** Alleen wat `engine/records` leest (scheelt bij grootte 1 de helft van de verzoeken), of alleen taken en incidenten (voor een meting met duizenden casussen). */
  readonly only?: 'process' | 'tasks';
}

/** Soorten records die `engine/records` niet leest. */
const UNREAD = [
  'commandDistribution', 'decision', 'decisionEvaluation', 'decisionRequirements', 'deployment', 'deploymentDistribution', 'form', 'jobBatch', 'messageBatch',
  'messageStartEventSubscription', 'messageSubscription', 'process', 'processEvent', 'processInstanceBatch', 'processInstanceCreation', 'processMessageSubscription', 'variableDocument',
];
/** Soorten records waar een taak of incident niet in staat. */
const NOT_A_TASK = [...UNREAD, 'error', 'escalation', 'job', 'message', 'messageCorrelation', 'processInstance', 'processInstanceModification', 'processInstanceMigration', 'signal', 'signalSubscription', 'timer', 'variable'];

const CLASS = {
  opensearch: 'io.camunda.zeebe.exporter.opensearch.OpensearchExporter',
  elasticsearch: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
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

function exporterConfig({ kind, url, bulk, only }: Exporter): Record<string, unknown> {
  const index = { prefix: 'zeebe-record', numberOfReplicas: 0, numberOfShards: 1, ...Object.fromEntries(unread(only).map((name) => [name, false])) };
  return { className: CLASS[kind], args: { url, bulk: { delay: bulk.delay ?? 1, size: bulk.size }, index } };
}

const unread = (only: Exporter['only']): readonly string[] => (only === undefined ? [] : only === 'tasks' ? NOT_A_TASK : UNREAD);

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
