import { createServer, type AddressInfo } from 'node:net';

/** Een poort die nu vrij is. */
export const vrijePoort = async (): Promise<number> => (await vrijePoorten(1))[0] as number;

/** Zoveel verschillende poorten die nu vrij zijn; ze worden samen vastgehouden, anders kan dezelfde twee keer worden gegeven. */
export async function vrijePoorten(aantal: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: aantal }, () => new Promise<ReturnType<typeof createServer>>((klaar, mis) => {
    const server = createServer();
    server.once('error', mis);
    server.listen(0, '127.0.0.1', () => klaar(server));
  })));
  const poorten = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((klaar) => server.close(klaar))));
  return poorten;
}
