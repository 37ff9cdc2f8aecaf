import { startCamundaJvm } from './camunda-jvm.ts';
import type { Installation } from './install.ts';
import type { JvmProcess } from './jvm-process.ts';
import { waitFor } from './wait.ts';

const HOST = '127.0.0.1';

/**
 * Wat een pagina van Tasklist en Operate mag laden: alleen van deze machine. Van zichzelf staat 8.6 afbeeldingen van overal toe
 * (`img-src *`), zodat een adres in een getypte tekst aan een vreemde kon melden dat de taak geopend is.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'", "base-uri 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self' data:",
  "connect-src 'self'", "worker-src 'self' blob:", "frame-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "object-src 'none'",
].join('; ');

/** De Spring-instellingen van Tasklist en Operate. */
function settings(options: { port: number; managementPort: number; internalPort: number; opensearchUrl: string; grpcAddress: string; restAddress: string }): Record<string, unknown> {
  const opslag = { clusterName: 'routeboek', url: options.opensearchUrl };
  const gedeeld = {
    // De archivering heeft een onderdeel van OpenSearch nodig dat niet als losse jar bestaat.
    archiverEnabled: false, database: 'opensearch', csrfPreventionEnabled: false,
    // Gewoon lezen Tasklist en Operate 200 records per keer; een schooljaar in één keer (de demo) duurt dan veel langer.
    opensearch: opslag, zeebeOpensearch: { ...opslag, prefix: 'zeebe-record', batchSize: 1000 },
    zeebe: { gatewayAddress: options.grpcAddress, restAddress: options.restAddress },
  };
  return {
    server: { port: options.port, address: HOST },
    management: { server: { port: options.managementPort, address: HOST } },
    // Zonder dit luistert een ongebruikte gateway in deze JVM op alle netwerken.
    zeebe: {
      gateway: { cluster: { host: HOST, port: options.internalPort } },
      broker: { network: { host: HOST, internalApi: { host: HOST, port: options.internalPort } } },
    },
    // Een nieuwe taak hoort er te staan zodra de vorige is afgerond; gewoon kijkt Tasklist elke vijf seconden.
    camunda: { database: { type: 'opensearch', ...opslag }, operate: { ...gedeeld, webSecurity: { contentSecurityPolicy: CONTENT_SECURITY_POLICY } }, tasklist: { ...gedeeld, securityProperties: { contentSecurityPolicy: CONTENT_SECURITY_POLICY }, importer: { readerBackoff: 1000, schedulerBackoff: 1000 } } },
  };
}

/**
 * Start Tasklist en Operate in een eigen JVM. Samen met de broker in één JVM kan niet: dan antwoordt Tasklist op een
 * claim "Service is not reachable".
 */
export async function startWebapps(options: {
  java: string; installation: Installation; dir: string; port: number; managementPort: number; internalPort: number;
  opensearchUrl: string; grpcAddress: string; restAddress: string;
  onStarted(proces: JvmProcess): void;
}): Promise<{ url: string; proces: JvmProcess }> {
  const proces = await startCamundaJvm({
    name: 'webapps', mainClass: 'io.camunda.application.StandaloneCamunda', java: options.java, installation: options.installation,
    dir: options.dir, memory: '1g', profiles: 'operate,tasklist,auth', first: [options.installation.tasklist], settings: settings(options),
  });
  options.onStarted(proces);
  const url = `http://${HOST}:${options.port}`;
  try {
    await waitFor(`${url}/tasklist`, proces);
  } catch (error) {
    await proces.stop();
    throw error;
  }
  return { url, proces };
}
