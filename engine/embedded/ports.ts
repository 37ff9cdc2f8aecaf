import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

/** Is deze poort op deze machine vrij? */
export function isFree(port: number, address = '127.0.0.1'): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen({ port, host: address, exclusive: true }, () => server.close(() => done(true)));
  });
}

/**
 * Controleert vooraf alle poorten. OpenSearch neemt bij een bezette poort stil de volgende, en dan wacht alles
 * voor altijd; daarom eerst kijken. De fout noemt elke bezette poort met de instelling die haar verzet.
 */
export async function checkPorts(ports: Readonly<Record<string, number>>): Promise<void> {
  const taken: string[] = [];
  for (const [setting, port] of Object.entries(ports)) if (!(await isFree(port))) taken.push(`${port} (${setting})`);
  if (taken.length === 0) return;
  throw new StartError(
    `Al in gebruik: poort ${taken.join(', ')}. Stop het programma dat daar draait, of zet de genoemde instelling in .env op een vrije poort.`,
  );
}
