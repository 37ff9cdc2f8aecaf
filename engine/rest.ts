import type { EngineAddress } from './connection.ts';

/** Een antwoord van de engine over REST dat geen succes is. */
export class RestError extends Error {
  override readonly name = 'RestFout';
  constructor(
    readonly status: number,
    /** De titel van de engine, bijvoorbeeld NOT_FOUND; nooit de inhoud, die kan gegevens citeren. */
    readonly titel: string,
    path: string,
  ) {
    super(`De engine antwoordt ${status} (${titel}) op ${path}.`);
  }
}

/**
 * Elke vraag op een eigen verbinding. Een bewaarde verbinding die de server intussen sluit, breekt de vraag die er net op
 * vertrekt af, en dan weet niemand of de engine de opdracht kreeg.
 */
export const OWN_CONNECTION = { connection: 'close' } as const;

/** Een model komt als XML, al het andere als JSON. */
export const isXml = (response: Response): boolean => /\bxml\b/.test(response.headers.get('content-type') ?? '');

/** Stuurt één verzoek en geeft de JSON van het antwoord terug, of de tekst als het antwoord XML is. */
export type Rest = (method: string, path: string, content?: unknown) => Promise<unknown>;

/** REST naar `/v2`; de paden zijn op 8.6 en 8.9 dezelfde. */
export function makeRest({ restAddress, credentials }: EngineAddress, patienceMs = 20_000): Rest {
  const base = restAddress.replace(/\/$/, '');
  const kop: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json, text/xml', ...OWN_CONNECTION };
  if (credentials) kop['authorization'] = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
  return async (method, path, content) => {
    const response = await fetch(base + path, {
      method, headers: kop, signal: AbortSignal.timeout(patienceMs),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    const text = await response.text();
    if (!response.ok) throw new RestError(response.status, titleFrom(text), path);
    return text === '' ? undefined : isXml(response) ? text : (JSON.parse(text) as unknown);
  };
}

function titleFrom(text: string): string {
  try {
    return String((JSON.parse(text) as { title?: unknown }).title ?? 'onbekend');
  } catch {
    return 'onbekend';
  }
}
