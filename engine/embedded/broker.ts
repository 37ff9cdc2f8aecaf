import { brokerInstellingen, samengevoegd, type BrokerPoorten, type Exporter } from './broker-config.ts';
import { startCamundaJvm } from './camunda-jvm.ts';
import { installeer, type Installatie } from './install.ts';
import { zoekJava } from './find-jdk.ts';
import { controleerPoorten } from './ports.ts';
import type { Proces } from './jvm-process.ts';
import { controleerSchijf } from './disk.ts';
import { wachtOp } from './wait.ts';

/** Wat er nodig is om een broker te starten. */
export interface BrokerKeuze {
  /** Map voor de toestand en de logs van de broker. */
  readonly map: string;
  readonly poorten: BrokerPoorten;
  readonly exporters?: readonly Exporter[];
  /** Voor wie de klok verzet (`PUT /v2/clock`): een timer gaat dan binnen milliseconden af in plaats van binnen een seconde. */
  readonly klokVerzetbaar?: boolean;
  /** Extra Spring-instellingen, over de gewone heen gelegd. */
  readonly extra?: Record<string, unknown>;
  readonly meld?: (regel: string) => void;
  /** Al gevonden java en installatie; zonder zoekt en installeert hij zelf. */
  readonly java?: string;
  readonly installatie?: Installatie;
  /** Krijgt het proces zodra het bestaat, dus voordat de broker klaar is. */
  readonly opgenomen?: (proces: Proces) => void;
}

/** Een lopende broker. */
export interface Broker {
  /** Zonder voorvoegsel, bijvoorbeeld `127.0.0.1:26500`. */
  readonly grpcAdres: string;
  readonly restAdres: string;
  readonly beheerAdres: string;
  readonly proces: Proces;
  stop(): Promise<void>;
}

/** Start een broker met gateway, wacht tot hij opdrachten aanneemt en geeft zijn adressen. Stopt zichzelf bij een mislukte start. */
export async function startBroker(keuze: BrokerKeuze): Promise<Broker> {
  const { poorten } = keuze;
  await controleerSchijf(keuze.map);
  await controleerPoorten({
    ENGINE_GRPC_POORT: poorten.grpc, ENGINE_REST_POORT: poorten.rest, ENGINE_BEHEER_POORT: poorten.beheer,
    ENGINE_COMMAND_POORT: poorten.command, ENGINE_INTERNAL_POORT: poorten.internal,
  });
  const java = keuze.java ?? (await zoekJava());
  const installatie = keuze.installatie ?? (await installeer(java, keuze.meld));
  const proces = await startCamundaJvm({
    naam: 'broker', hoofdklasse: 'io.camunda.application.StandaloneBroker', java, installatie, map: keuze.map,
    geheugen: '768m', rekentDoor: keuze.klokVerzetbaar ?? false, instellingen: samengevoegd(brokerInstellingen(keuze), keuze.extra ?? {}),
  });
  keuze.opgenomen?.(proces);
  const beheerAdres = `http://127.0.0.1:${poorten.beheer}`;
  try {
    await wachtOp(`${beheerAdres}/ready`, proces);
  } catch (fout) {
    await proces.stop();
    throw fout;
  }
  return {
    grpcAdres: `127.0.0.1:${poorten.grpc}`, restAdres: `http://127.0.0.1:${poorten.rest}`, beheerAdres,
    proces, stop: () => proces.stop(),
  };
}
