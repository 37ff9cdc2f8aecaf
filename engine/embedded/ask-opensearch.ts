import { OWN_CONNECTION } from '../rest.ts';

/** Een vraag aan OpenSearch; het antwoord is JSON. */
export type Ask = (method: string, path: string, content?: unknown) => Promise<unknown>;

interface AskOptions {
  /** De fout als OpenSearch weigert; `vraag` is de methode en het pad, zonder wat erachter staat. */
  readonly refusal: (vraag: string, status: number) => Error;
  /** Is iets dat er niet is ook een antwoord? */
  readonly allowMissing?: boolean;
  /** Standaard vijf minuten: opruimen in een grote index duurt. */
  readonly timeoutMs?: number;
}

/** Maakt een vrager voor de OpenSearch van de eigen engine. */
export function makeAsk(opensearchUrl: string, { refusal, allowMissing = false, timeoutMs = 300_000 }: AskOptions): Ask {
  return async (method, path, content) => {
    const response = await fetch(`${opensearchUrl}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...OWN_CONNECTION },
      signal: AbortSignal.timeout(timeoutMs),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    if (!response.ok && !(allowMissing && response.status === 404)) throw refusal(`${method} ${path.split('?')[0]}`, response.status);
    return response.json();
  };
}
