/** De poorten van de broker. */
export interface BrokerPoorten {
  readonly grpc: number;
  readonly rest: number;
  readonly beheer: number;
  readonly command: number;
  readonly internal: number;
}

/** Waar de broker zijn gebeurtenissen heen stuurt. */
export interface Exporter {
  readonly soort: 'opensearch' | 'elasticsearch';
  readonly url: string;
  readonly bulk: { readonly size: number; readonly delay?: number };
}

const KLASSE = {
  opensearch: 'io.camunda.zeebe.exporter.opensearch.OpensearchExporter',
  elasticsearch: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
};

/** De Spring-instellingen van de broker. Alles luistert alleen op deze machine: 8.6.0 krijgt geen beveiligingsupdates meer. */
export function brokerInstellingen(keuze: {
  map: string; poorten: BrokerPoorten; exporter?: Exporter; klokVerzetbaar?: boolean;
}): Record<string, unknown> {
  const host = '127.0.0.1';
  const { poorten, exporter } = keuze;
  return {
    server: { port: poorten.rest, address: host },
    management: { server: { port: poorten.beheer, address: host }, endpoints: { web: { exposure: { include: '*' } } } },
    zeebe: {
      clock: { controlled: keuze.klokVerzetbaar ?? false },
      broker: {
        network: { host, commandApi: { host, port: poorten.command }, internalApi: { host, port: poorten.internal } },
        gateway: { enable: true, network: { host, port: poorten.grpc } },
        data: { directory: `${keuze.map}/zeebe`, logSegmentSize: '16MB', disk: { freeSpace: { processing: '1GB', replication: '500MB' } } },
        ...(exporter && {
          exporters: {
            [exporter.soort]: {
              className: KLASSE[exporter.soort],
              args: {
                url: exporter.url,
                bulk: { delay: exporter.bulk.delay ?? 1, size: exporter.bulk.size },
                index: { prefix: 'zeebe-record', numberOfReplicas: 0, numberOfShards: 1 },
              },
            },
          },
        }),
      },
    },
  };
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
