import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Installation } from './install.ts';
import { startJvm, type JvmProcess } from './jvm-process.ts';
import { waitFor } from './wait.ts';

const START = fileURLToPath(new URL('./OpensearchStart.java', import.meta.url));

/** OpenSearch is de opslag van Tasklist en Operate; deze ene knoop is alleen op deze machine bereikbaar. Klaar is zij als alles wat zij bewaart te lezen is. */
export async function startOpensearch(options: {
  java: string; installation: Installation; dir: string; port: number; transportPort: number;
  onStarted(proces: JvmProcess): void;
}): Promise<{ url: string; proces: JvmProcess }> {
  const proces = await startJvm({
    name: 'opensearch', java: options.java, dir: options.dir,
    args: [
      '-Xmx768m', '-XX:+ExitOnOutOfMemoryError', '-XX:TieredStopAtLevel=1', '-Dfile.encoding=UTF-8',
      '-cp', join(options.installation.opensearch, '*'), START,
      join(options.dir, 'opensearch'), String(options.port), String(options.transportPort),
    ],
  });
  options.onStarted(proces);
  const url = `http://127.0.0.1:${options.port}`;
  try {
    // Antwoorden alleen is te vroeg: na een herstart leest zij eerst elke index in, en wie daarvoor iets zoekt krijgt een 503 waar Operate op stopt.
    await waitFor(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`, proces);
  } catch (error) {
    await proces.stop();
    throw error;
  }
  return { url, proces };
}
