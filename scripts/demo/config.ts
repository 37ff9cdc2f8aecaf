import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../config.ts';
import { StartError } from '../../engine/embedded/start-error.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * De instellingen van de demo: een eigen map, geen mailserver en een eigen register.
 * @throws StartError als er een engine of databank van buiten is ingesteld; daar mag een verzette klok nooit bij komen
 */
export function demoConfig(config: Config): Config {
  if (!config.embedded) throw new StartError('De demo verzet de klok en draait daarom alleen op de ingebedde engine: haal ZEEBE_GRPC_ADDRESS weg en start opnieuw.');
  const gegevensMap = resolve(ROOT, config.DEMO_MAP);
  if (gegevensMap === config.dataDir) throw new StartError('DEMO_MAP en GEGEVENS_MAP wijzen naar dezelfde map: geef de demo een eigen map.');
  return { ...config, dataDir: gegevensMap, DATABASE_URL: undefined, SMTP_URL: undefined };
}
