import { z } from 'zod';
import { makeAsk } from './ask-opensearch.ts';
import { StartError } from './start-error.ts';

/** Accounts die Tasklist en Operate 8.6 bij elke start zelf maken, met hun naam als wachtwoord. Er is geen instelling voor. */
const BUILT_IN = ['act', 'view'];
const indices = z.array(z.object({ index: z.string() }));
const found = z.object({ hits: z.object({ hits: z.array(z.object({ _id: z.string() })) }) });

/**
 * Haalt die accounts weg zodra Tasklist en Operate gestart zijn; alleen het ingestelde account blijft.
 * @throws StartError als OpenSearch dat weigert: liever niet gestart dan open voor een bekend wachtwoord
 */
export async function removeBuiltInUsers(opensearchUrl: string): Promise<void> {
  const ask = makeAsk(opensearchUrl, {
    allowMissing: true,
    refusal: (vraag, status) => new StartError(`De ingebouwde accounts van Tasklist kunnen niet worden verwijderd (OpenSearch weigert ${vraag}: ${status}). Start opnieuw.`),
  });
  for (const { index } of indices.parse(await ask('GET', '_cat/indices/operate-user*,tasklist-user*?format=json&h=index'))) {
    const { hits } = found.parse(await ask('POST', `${index}/_search`, { size: 10, query: { terms: { userId: BUILT_IN } } })).hits;
    for (const { _id: id } of hits) await ask('DELETE', `${index}/_doc/${encodeURIComponent(id)}?refresh=true`);
  }
}
