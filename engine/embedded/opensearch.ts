import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Installatie } from './install.ts';
import { startJvm, type Proces } from './jvm-process.ts';
import { wachtOp } from './wait.ts';

const START = fileURLToPath(new URL('./OpensearchStart.java', import.meta.url));

/** OpenSearch is de opslag van Tasklist en Operate; deze ene knoop is alleen op deze machine bereikbaar. Klaar is zij als alles wat zij bewaart te lezen is. */
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
    // Antwoorden alleen is te vroeg: na een herstart leest zij eerst elke index in, en wie daarvoor iets zoekt krijgt een 503 waar Operate op stopt.
    await wachtOp(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`, proces);
  } catch (fout) {
    await proces.stop();
    throw fout;
  }
  return { url, proces };
}
