import { join } from 'node:path';
import type { Installatie } from './installeren.ts';
import { startJvm, type Proces } from './proces.ts';
import { wachtOp } from './wachten.ts';

/** OpenSearch is de opslag van Tasklist en Operate; deze ene knoop is alleen op deze machine bereikbaar. */
export async function startOpensearch(keuze: {
  java: string; installatie: Installatie; map: string; poort: number; transportPoort: number;
  opgenomen(proces: Proces): void;
}): Promise<{ url: string; proces: Proces }> {
  const proces = await startJvm({
    naam: 'opensearch', java: keuze.java, map: keuze.map,
    args: [
      '-Xmx768m', '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8',
      '-cp', join(keuze.installatie.opensearch, '*'), 'org.codelibs.opensearch.runner.OpenSearchRunner',
      '-basePath', join(keuze.map, 'opensearch'), '-numOfNode', '1', '-clusterName', 'routeboek',
      // De runner telt het nummer van de knoop (1) bij de basispoort op.
      '-baseHttpPort', String(keuze.poort - 1),
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
