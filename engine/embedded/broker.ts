import { brokerConfig, merged, type BrokerPorts, type Exporter } from './broker-config.ts';
import { startCamundaJvm } from './camunda-jvm.ts';
import { install, type Installation } from './install.ts';
import { compileRecordExporter } from './record-exporter.ts';
import { findJava } from './find-jdk.ts';
import { checkPorts } from './ports.ts';
import type { JvmProcess } from './jvm-process.ts';
import { checkDisk } from './disk.ts';
import { waitFor } from './wait.ts';

/** Wat er nodig is om een broker te starten. */
export interface BrokerOptions {
  /** Map voor de toestand en de logs van de broker. */
  readonly dir: string;
  readonly ports: BrokerPorts;
  readonly exporters?: readonly Exporter[];
  /** Voor wie de klok verzet (`PUT /v2/clock`): een timer gaat dan binnen milliseconden af in plaats van binnen een seconde. */
  readonly movableClock?: boolean;
  /** Extra Spring-instellingen, over de gewone heen gelegd. */
  readonly extra?: Record<string, unknown>;
  readonly report?: (line: string) => void;
  /** Al gevonden java en installatie; zonder zoekt en installeert hij zelf. */
  readonly java?: string;
  readonly installation?: Installation;
  /** Krijgt het proces zodra het bestaat, dus voordat de broker klaar is. */
  readonly onStarted?: (proces: JvmProcess) => void;
}

/** Een lopende broker. */
export interface Broker {
  /** Zonder voorvoegsel, bijvoorbeeld `127.0.0.1:26500`. */
  readonly grpcAddress: string;
  readonly restAddress: string;
  readonly managementAddress: string;
  readonly proces: JvmProcess;
  stop(): Promise<void>;
}

/** Start een broker met gateway, wacht tot hij opdrachten aanneemt en geeft zijn adressen. Stopt zichzelf bij een mislukte start. */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const { ports } = options;
  await checkDisk(options.dir);
  await checkPorts({
    ENGINE_GRPC_POORT: ports.grpc, ENGINE_REST_POORT: ports.rest, ENGINE_BEHEER_POORT: ports.management,
    ENGINE_COMMAND_POORT: ports.command, ENGINE_INTERNAL_POORT: ports.internal,
  });
  const java = options.java ?? (await findJava());
  const installation = options.installation ?? (await install(java, options.report));
  const records = (options.exporters ?? []).some(({ kind }) => kind === 'records');
  const first = records ? [await compileRecordExporter(java, installation)] : [];
  const proces = await startCamundaJvm({
    name: 'broker', first, mainClass: 'io.camunda.application.StandaloneBroker', java, installation, dir: options.dir,
    memory: '768m', keepsComputing: options.movableClock ?? false, settings: merged(brokerConfig(options), options.extra ?? {}),
  });
  options.onStarted?.(proces);
  const managementAddress = `http://127.0.0.1:${ports.management}`;
  try {
    await waitFor(`${managementAddress}/ready`, proces);
  } catch (error) {
    await proces.stop();
    throw error;
  }
  return {
    grpcAddress: `127.0.0.1:${ports.grpc}`, restAddress: `http://127.0.0.1:${ports.rest}`, managementAddress,
    proces, stop: () => proces.stop(),
  };
}
