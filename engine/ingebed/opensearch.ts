import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Installatie } from './installeren.ts';
import { startJvm, type Proces } from './proces.ts';
import { wachtOp } from './wachten.ts';

const START = fileURLToPath(new URL('./OpensearchStart.java', import.meta.url));

/** OpenSearch is de opslag van Tasklist en Operate; deze ene knoop is alleen op deze machine bereikbaar. */
export async function startOpensearch(keuze: {
  java: string; installatie: Installatie; map: string; poort: number; transportPoort: number;
  opgenomen(proces: Proces): void;
}): Promise<{ url: string; proces: Proces }> {
  const proces = await startJvm({
    naam: 'opensearch', java: keuze.java, map: keuze.map,
    args: [
      '-Xmx768m', '-XX:+ExitOnOutOfMemoryError', '-XX:TieredStopAtLevel=1', '-Dfile.encoding=UTF-8',
      '-cp', join(keuze.installatie.opensearch, '*'), START,
      join(keuze.map, 'opensearch'), String(keuze.poort), String(keuze.transportPoort),
    ],
  });
  keuze.opgenomen(proces);
  const url = `http://127.0.0.1:${keuze.poort}`;
  try {
    await wachtOp(url, proces);
  } catch (fout) {
    await proces.stop();
    throw fout;
  }
  return { url, proces };
}
