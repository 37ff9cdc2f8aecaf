import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuratie } from '../../config.ts';
import { StartFout } from '../../engine/embedded/start-error.ts';

const WORTEL = fileURLToPath(new URL('../..', import.meta.url));

/**
 * De instellingen van de demo: een eigen map, geen mailserver en een eigen register.
 * @throws StartFout als er een engine of databank van buiten is ingesteld; daar mag een verzette klok nooit bij komen
 */
export function democonfiguratie(config: Configuratie): Configuratie {
  if (!config.ingebed) throw new StartFout('De demo verzet de klok en draait daarom alleen op de ingebedde engine: haal ZEEBE_GRPC_ADDRESS weg en start opnieuw.');
  const gegevensMap = resolve(WORTEL, config.DEMO_MAP);
  if (gegevensMap === config.gegevensMap) throw new StartFout('DEMO_MAP en GEGEVENS_MAP wijzen naar dezelfde map: geef de demo een eigen map.');
  return { ...config, gegevensMap, DATABASE_URL: undefined, SMTP_URL: undefined };
}
