import { createServer } from 'node:net';
import { StartFout } from './start-error.ts';

/** Is deze poort op deze machine vrij? */
export function isVrij(poort: number, adres = '127.0.0.1'): Promise<boolean> {
  return new Promise((klaar) => {
    const server = createServer();
    server.once('error', () => klaar(false));
    server.listen({ port: poort, host: adres, exclusive: true }, () => server.close(() => klaar(true)));
  });
}

/**
 * Controleert vooraf alle poorten. OpenSearch neemt bij een bezette poort stil de volgende, en dan wacht alles
 * voor altijd; daarom eerst kijken. De fout noemt elke bezette poort met de instelling die haar verzet.
 */
export async function controleerPoorten(poorten: Readonly<Record<string, number>>): Promise<void> {
  const bezet: string[] = [];
  for (const [instelling, poort] of Object.entries(poorten)) if (!(await isVrij(poort))) bezet.push(`${poort} (${instelling})`);
  if (bezet.length === 0) return;
  throw new StartFout(
    `Al in gebruik: poort ${bezet.join(', ')}. Stop het programma dat daar draait, of zet de genoemde instelling in .env op een vrije poort.`,
  );
}
