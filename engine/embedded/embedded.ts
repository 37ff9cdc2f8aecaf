import { join } from 'node:path';
import { startBroker } from './broker.ts';
import type { BrokerPorts, Exporter } from './broker-config.ts';
import type { Deployed } from '../deploy.ts';
import { waitUntilImported } from './imported.ts';
import { install } from './install.ts';
import { findJava } from './find-jdk.ts';
import { startOpensearch } from './opensearch.ts';
import { startMonthlyIndex } from './monthly-index.ts';
import { checkPorts } from './ports.ts';
import type { JvmProcess } from './jvm-process.ts';
import { checkDisk } from './disk.ts';
import type { StartError } from './start-error.ts';
import { updateTasklistSchema } from './tasklist-schema.ts';
import { forgetHistory } from './retention.ts';
import { startWebapps } from './webapps.ts';

/** Alle poorten van de ingebedde engine. */
export interface EnginePorts extends BrokerPorts {
  readonly opensearch: number;
  readonly opensearchTransport: number;
  readonly web: number;
  readonly webManagement: number;
  readonly webInternal: number;
}

/** Wat een ander dan `npm start` van de engine vraagt: de demo leest de records mee en verzet de klok. */
export interface EngineOverrides {
  readonly exporters?: readonly Exporter[];
  readonly movableClock?: boolean;
  /** Zonder OpenSearch, Tasklist en Operate; wat nu gebeurt lezen zij bij een latere start. */
  readonly brokerOnly?: boolean;
  /** Een demo laat een heel jaar zien: haar verzonnen geschiedenis wordt niet gewist. */
  readonly keepHistory?: boolean;
}

/** De lopende ingebedde engine. */
export interface EmbeddedEngine {
  readonly grpcAddress: string;
  readonly restAddress: string;
  readonly webAddress: string;
  /** Wordt vervuld als een van de JVM's onverwacht sterft. */
  readonly died: Promise<StartError>;
  /** Wacht tot Tasklist dit kent; pas daarna mogen er taken ontstaan (zie `imported.ts`). */
  waitUntilImported(deployed: readonly Deployed[]): Promise<void>;
  /** Wist wat de bewaartermijn voorbij is (`retention.ts`). @returns hoeveel afgelopen routes */
  forgetHistory(now: Date): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Start OpenSearch, de broker en Tasklist met Operate, tegelijk waar dat kan. Mislukt er één, dan stopt de rest.
 * @param started wordt per onderdeel aangeroepen, met het aantal seconden dat het duurde.
 */
export async function startEmbedded(options: {
  dir: string; ports: EnginePorts; started(part: string, seconds: number): void; report?: (line: string) => void; signal?: AbortSignal;
} & EngineOverrides): Promise<EmbeddedEngine> {
  const { ports, signal } = options;
  await checkDisk(options.dir);
  await checkPorts({
    ENGINE_GRPC_POORT: ports.grpc, ENGINE_REST_POORT: ports.rest, ENGINE_BEHEER_POORT: ports.management,
    ENGINE_COMMAND_POORT: ports.command, ENGINE_INTERNAL_POORT: ports.internal,
    ENGINE_OPENSEARCH_POORT: ports.opensearch, ENGINE_OPENSEARCH_TRANSPORT_POORT: ports.opensearchTransport,
    ENGINE_WEB_POORT: ports.web, ENGINE_WEB_BEHEER_POORT: ports.webManagement, ENGINE_WEB_INTERNAL_POORT: ports.webInternal,
  });
  const java = await findJava();
  const installation = await install(java, options.report);
  const dir = join(options.dir, 'engine');
  const running: JvmProcess[] = [];
  const monthlyIndex = options.brokerOnly ? undefined : await startMonthlyIndex(ports.opensearch);
  let stops = false;
  const stop = async (): Promise<void> => {
    stops = true;
    const opslag = running.filter((proces) => proces.name === 'opensearch');
    await Promise.all(running.filter((proces) => !opslag.includes(proces)).map((proces) => proces.stop(7000)));
    monthlyIndex?.stop();
    await Promise.all(opslag.map((proces) => proces.stop(5000)));
  };
  const measure = async <T>(part: string, work: Promise<T>): Promise<T> => {
    const begin = performance.now();
    const outcome = await work;
    options.started(part, (performance.now() - begin) / 1000);
    return outcome;
  };
  const onStarted = (proces: JvmProcess): void => { running.push(proces); if (stops || signal?.aborted) void proces.stop(); };
  signal?.addEventListener('abort', () => { for (const proces of running) void proces.stop(); }, { once: true });

  try {
    const opensearchUrl = `http://127.0.0.1:${ports.opensearch}`;
    const grpcAddress = `127.0.0.1:${ports.grpc}`;
    const restAddress = `http://127.0.0.1:${ports.rest}`;
    // De broker probeert het zelf opnieuw tot OpenSearch er is; Tasklist en Operate wachten er eerst op.
    const webapps = async (): Promise<void> => {
      await measure('OpenSearch', startOpensearch({ java, installation, dir, port: ports.opensearch, transportPort: ports.opensearchTransport, onStarted }));
      await updateTasklistSchema(opensearchUrl);
      await measure('Tasklist en Operate', startWebapps({
        java, installation, dir, port: ports.web, managementPort: ports.webManagement, internalPort: ports.webInternal, opensearchUrl, grpcAddress, restAddress, onStarted,
      }));
    };
    const broker = measure('Engine (Zeebe)', startBroker({
      dir, ports, java, installation, onStarted, movableClock: options.movableClock ?? false,
      exporters: [...(monthlyIndex ? [{ kind: 'opensearch', url: monthlyIndex.url, bulk: { size: 1000 } } as const] : []), ...(options.exporters ?? [])],
    }));
    await Promise.all([options.brokerOnly ? undefined : webapps(), broker]);
    const died = new Promise<StartError>((done) => {
      for (const proces of running) void proces.stopped.then((error) => { if (error) done(error); });
    });
    const ingelezen = (deployed: readonly Deployed[]): Promise<void> =>
      options.brokerOnly ? Promise.resolve() : waitUntilImported({ opensearchUrl, deployed, died, report: options.report, signal });
    return {
      grpcAddress, restAddress, webAddress: `http://127.0.0.1:${ports.web}`, died, waitUntilImported: ingelezen, stop,
      forgetHistory: async (now) => (options.brokerOnly ? 0 : forgetHistory(opensearchUrl, now)),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
