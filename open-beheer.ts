import { createServer, type Server } from 'node:http';
import { makeApp, type AppParts } from './beheer/app.ts';
import type { Config } from './config.ts';
import { nummersVan } from './domein/cijfers/nummers.ts';
import { ROUTES } from './domein/routes/index.ts';

/**
 * Zet beheer op zijn poort. De modellen worden meteen gelezen, zodat wie als eerste de startpagina opent daar niet op wacht; lukt dat
 * niet, dan zegt de pagina het zelf.
 * @throws de fout van het besturingssysteem als de poort of het adres niet vrij is
 */
export async function openBeheer(parts: AppParts, { PORT, BEHEER_ADRES }: Pick<Config, 'PORT' | 'BEHEER_ADRES'>): Promise<Server> {
  const server = createServer(makeApp(parts) as never);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(PORT, BEHEER_ADRES, done);
  });
  void Promise.all(ROUTES.map(nummersVan)).catch(() => undefined);
  return server;
}
