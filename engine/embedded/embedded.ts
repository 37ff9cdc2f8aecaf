import { join } from 'node:path';
import { startBroker } from './broker.ts';
import type { BrokerPoorten, Exporter } from './broker-config.ts';
import type { Uitgerold } from '../deploy.ts';
import { wachtTotIngelezen } from './imported.ts';
import { installeer } from './install.ts';
import { zoekJava } from './find-jdk.ts';
import { startOpensearch } from './opensearch.ts';
import { startMaandbundel } from './monthly-index.ts';
import { controleerPoorten } from './ports.ts';
import type { Proces } from './jvm-process.ts';
import { controleerSchijf } from './disk.ts';
import type { StartFout } from './start-error.ts';
import { werkTasklistschemaBij } from './tasklist-schema.ts';
import { startWebapps } from './webapps.ts';

/** Alle poorten van de ingebedde engine. */
export interface EnginePoorten extends BrokerPoorten {
  readonly opensearch: number;
  readonly opensearchTransport: number;
  readonly web: number;
  readonly webBeheer: number;
  readonly webInternal: number;
}

/** Wat een ander dan `npm start` van de engine vraagt: de demo leest de records mee en verzet de klok. */
export interface EngineInbreng {
  readonly exporters?: readonly Exporter[];
  readonly klokVerzetbaar?: boolean;
  /** Zonder OpenSearch, Tasklist en Operate; wat nu gebeurt lezen zij bij een latere start. */
  readonly alleenBroker?: boolean;
}

/** De lopende ingebedde engine. */
export interface IngebeddeEngine {
  readonly grpcAdres: string;
  readonly restAdres: string;
  readonly webAdres: string;
  /** Wordt vervuld als een van de JVM's onverwacht sterft. */
  readonly gestorven: Promise<StartFout>;
  /** Wacht tot Tasklist dit kent; pas daarna mogen er taken ontstaan (zie `imported.ts`). */
  wachtTotIngelezen(uitgerold: readonly Uitgerold[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Start OpenSearch, de broker en Tasklist met Operate, tegelijk waar dat kan. Mislukt er één, dan stopt de rest.
 * @param gestart wordt per onderdeel aangeroepen, met het aantal seconden dat het duurde.
 */
export async function startIngebed(keuze: {
  map: string; poorten: EnginePoorten; gestart(deel: string, seconden: number): void; meld?: (regel: string) => void; signaal?: AbortSignal;
} & EngineInbreng): Promise<IngebeddeEngine> {
  const { poorten, signaal } = keuze;
  await controleerSchijf(keuze.map);
  await controleerPoorten({
    ENGINE_GRPC_POORT: poorten.grpc, ENGINE_REST_POORT: poorten.rest, ENGINE_BEHEER_POORT: poorten.beheer,
    ENGINE_COMMAND_POORT: poorten.command, ENGINE_INTERNAL_POORT: poorten.internal,
    ENGINE_OPENSEARCH_POORT: poorten.opensearch, ENGINE_OPENSEARCH_TRANSPORT_POORT: poorten.opensearchTransport,
    ENGINE_WEB_POORT: poorten.web, ENGINE_WEB_BEHEER_POORT: poorten.webBeheer, ENGINE_WEB_INTERNAL_POORT: poorten.webInternal,
  });
  const java = await zoekJava();
  const installatie = await installeer(java, keuze.meld);
  const map = join(keuze.map, 'engine');
  const lopend: Proces[] = [];
  const bundel = keuze.alleenBroker ? undefined : await startMaandbundel(poorten.opensearch);
  let stopt = false;
  const stop = async (): Promise<void> => {
    stopt = true;
    const opslag = lopend.filter((proces) => proces.naam === 'opensearch');
    await Promise.all(lopend.filter((proces) => !opslag.includes(proces)).map((proces) => proces.stop(7000)));
    bundel?.stop();
    await Promise.all(opslag.map((proces) => proces.stop(5000)));
  };
  const meet = async <T>(deel: string, werk: Promise<T>): Promise<T> => {
    const begin = performance.now();
    const uitkomst = await werk;
    keuze.gestart(deel, (performance.now() - begin) / 1000);
    return uitkomst;
  };
  const opgenomen = (proces: Proces): void => { lopend.push(proces); if (stopt || signaal?.aborted) void proces.stop(); };
  signaal?.addEventListener('abort', () => { for (const proces of lopend) void proces.stop(); }, { once: true });

  try {
    const opensearchUrl = `http://127.0.0.1:${poorten.opensearch}`;
    const grpcAdres = `127.0.0.1:${poorten.grpc}`;
    const restAdres = `http://127.0.0.1:${poorten.rest}`;
    // De broker probeert het zelf opnieuw tot OpenSearch er is; Tasklist en Operate wachten er eerst op.
    const webapps = async (): Promise<void> => {
      await meet('OpenSearch', startOpensearch({ java, installatie, map, poort: poorten.opensearch, transportPoort: poorten.opensearchTransport, opgenomen }));
      await werkTasklistschemaBij(opensearchUrl);
      await meet('Tasklist en Operate', startWebapps({
        java, installatie, map, poort: poorten.web, beheerPoort: poorten.webBeheer, internalPoort: poorten.webInternal, opensearchUrl, grpcAdres, restAdres, opgenomen,
      }));
    };
    const broker = meet('Engine (Zeebe)', startBroker({
      map, poorten, java, installatie, opgenomen, klokVerzetbaar: keuze.klokVerzetbaar ?? false,
      exporters: [...(bundel ? [{ soort: 'opensearch', url: bundel.url, bulk: { size: 1000 } } as const] : []), ...(keuze.exporters ?? [])],
    }));
    await Promise.all([keuze.alleenBroker ? undefined : webapps(), broker]);
    const gestorven = new Promise<StartFout>((klaar) => {
      for (const proces of lopend) void proces.gestopt.then((fout) => { if (fout) klaar(fout); });
    });
    const ingelezen = (uitgerold: readonly Uitgerold[]): Promise<void> =>
      keuze.alleenBroker ? Promise.resolve() : wachtTotIngelezen({ opensearchUrl, uitgerold, gestorven, meld: keuze.meld, signaal });
    return { grpcAdres, restAdres, webAdres: `http://127.0.0.1:${poorten.web}`, gestorven, wachtTotIngelezen: ingelezen, stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}
