import { startCamundaJvm } from './camunda-jvm.ts';
import type { Installatie } from './install.ts';
import type { Proces } from './jvm-process.ts';
import { wachtOp } from './wait.ts';

const HOST = '127.0.0.1';

/** De Spring-instellingen van Tasklist en Operate. */
function instellingen(keuze: { poort: number; beheerPoort: number; internalPoort: number; opensearchUrl: string; grpcAdres: string; restAdres: string }): Record<string, unknown> {
  const opslag = { clusterName: 'routeboek', url: keuze.opensearchUrl };
  const gedeeld = {
    // De archivering heeft een onderdeel van OpenSearch nodig dat niet als losse jar bestaat.
    archiverEnabled: false, database: 'opensearch', csrfPreventionEnabled: false,
    // Gewoon lezen Tasklist en Operate 200 records per keer; een schooljaar in één keer (de demo) duurt dan veel langer.
    opensearch: opslag, zeebeOpensearch: { ...opslag, prefix: 'zeebe-record', batchSize: 1000 },
    zeebe: { gatewayAddress: keuze.grpcAdres, restAddress: keuze.restAdres },
  };
  return {
    server: { port: keuze.poort, address: HOST },
    management: { server: { port: keuze.beheerPoort, address: HOST } },
    // Zonder dit luistert een ongebruikte gateway in deze JVM op alle netwerken.
    zeebe: {
      gateway: { cluster: { host: HOST, port: keuze.internalPoort } },
      broker: { network: { host: HOST, internalApi: { host: HOST, port: keuze.internalPoort } } },
    },
    // Een nieuwe taak hoort er te staan zodra de vorige is afgerond; gewoon kijkt Tasklist elke vijf seconden.
    camunda: { database: { type: 'opensearch', ...opslag }, operate: gedeeld, tasklist: { ...gedeeld, importer: { readerBackoff: 1000, schedulerBackoff: 1000 } } },
  };
}

/**
 * Start Tasklist en Operate in een eigen JVM. Samen met de broker in één JVM kan niet: dan antwoordt Tasklist op een
 * claim "Service is not reachable".
 */
export async function startWebapps(keuze: {
  java: string; installatie: Installatie; map: string; poort: number; beheerPoort: number; internalPoort: number;
  opensearchUrl: string; grpcAdres: string; restAdres: string;
  opgenomen(proces: Proces): void;
}): Promise<{ url: string; proces: Proces }> {
  const proces = await startCamundaJvm({
    naam: 'webapps', hoofdklasse: 'io.camunda.application.StandaloneCamunda', java: keuze.java, installatie: keuze.installatie,
    map: keuze.map, geheugen: '1g', profielen: 'operate,tasklist,auth', vooraan: [keuze.installatie.tasklist], instellingen: instellingen(keuze),
  });
  keuze.opgenomen(proces);
  const url = `http://${HOST}:${keuze.poort}`;
  try {
    await wachtOp(`${url}/tasklist`, proces);
  } catch (fout) {
    await proces.stop();
    throw fout;
  }
  return { url, proces };
}
