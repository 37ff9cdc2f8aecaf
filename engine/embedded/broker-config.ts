/** De poorten van de broker. */
export interface BrokerPoorten {
  readonly grpc: number;
  readonly rest: number;
  readonly beheer: number;
  readonly command: number;
  readonly internal: number;
}

/** Waar de broker zijn gebeurtenissen heen stuurt; hoogstens één van elke soort. */
export interface Exporter {
  readonly soort: 'opensearch' | 'elasticsearch';
  readonly url: string;
  readonly bulk: { readonly size: number; readonly delay?: number };
  /** Alleen wat `engine/records` leest; scheelt bij grootte 1 de helft van de verzoeken. */
  readonly alleenProces?: boolean;
}

/** Soorten records die `engine/records` niet leest. */
const ONGELEZEN = [
  'commandDistribution', 'decision', 'decisionEvaluation', 'decisionRequirements', 'deployment', 'deploymentDistribution', 'form', 'jobBatch', 'messageBatch',
  'messageStartEventSubscription', 'messageSubscription', 'process', 'processEvent', 'processInstanceBatch', 'processInstanceCreation', 'processMessageSubscription', 'variableDocument',
];

const KLASSE = {
  opensearch: 'io.camunda.zeebe.exporter.opensearch.OpensearchExporter',
  elasticsearch: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
};

/**
 * Wie de klok verzet, speelt tijd af. Timers gaan meteen af (een gewone broker kijkt er elke seconde naar), niets wacht op de
 * schijf (na een stroomstoring begint een proef of demo opnieuw), en het hele logboek van de broker blijft staan: een
 * exporter die later komt leest alles vanaf het begin.
 */
const VERZETBAAR = {
  data: { snapshotPeriod: '24h' },
  processing: { scheduledTaskCheckInterval: '20ms' },
  cluster: { raft: { flush: { enabled: false } } },
};

/** De Spring-instellingen van de broker. Alles luistert alleen op deze machine: 8.6.0 krijgt geen beveiligingsupdates meer. */
export function brokerInstellingen(keuze: {
  map: string; poorten: BrokerPoorten; exporters?: readonly Exporter[]; klokVerzetbaar?: boolean;
}): Record<string, unknown> {
  const host = '127.0.0.1';
  const { poorten, exporters = [] } = keuze;
  return {
    server: { port: poorten.rest, address: host },
    management: { server: { port: poorten.beheer, address: host }, endpoints: { web: { exposure: { include: '*' } } } },
    zeebe: {
      broker: {
        network: { host, commandApi: { host, port: poorten.command }, internalApi: { host, port: poorten.internal } },
        gateway: { enable: true, network: { host, port: poorten.grpc } },
        data: { directory: `${keuze.map}/zeebe`, logSegmentSize: '16MB', disk: { freeSpace: { processing: '1GB', replication: '500MB' } }, ...(keuze.klokVerzetbaar && VERZETBAAR.data) },
        exporters: Object.fromEntries(exporters.map((exporter) => [exporter.soort, exporterInstellingen(exporter)])),
        ...(keuze.klokVerzetbaar && { processing: VERZETBAAR.processing, cluster: VERZETBAAR.cluster }),
      },
    },
  };
}

function exporterInstellingen({ soort, url, bulk, alleenProces }: Exporter): Record<string, unknown> {
  const index = { prefix: 'zeebe-record', numberOfReplicas: 0, numberOfShards: 1, ...(alleenProces ? Object.fromEntries(ONGELEZEN.map((naam) => [naam, false])) : {}) };
  return { className: KLASSE[soort], args: { url, bulk: { delay: bulk.delay ?? 1, size: bulk.size }, index } };
}

/** Legt `extra` over `basis`, ook in diepere lagen. */
export function samengevoegd(basis: Record<string, unknown>, extra: Record<string, unknown>): Record<string, unknown> {
  const uit: Record<string, unknown> = { ...basis };
  for (const [sleutel, waarde] of Object.entries(extra)) {
    const oud = uit[sleutel];
    uit[sleutel] = isObject(oud) && isObject(waarde) ? samengevoegd(oud, waarde) : waarde;
  }
  return uit;
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
