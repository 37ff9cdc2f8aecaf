import type { EngineAdres } from './connection.ts';

/** Een antwoord van de engine over REST dat geen succes is. */
export class RestFout extends Error {
  override readonly name = 'RestFout';
  constructor(
    readonly status: number,
    /** De titel van de engine, bijvoorbeeld NOT_FOUND; nooit de inhoud, die kan gegevens citeren. */
    readonly titel: string,
    pad: string,
  ) {
    super(`De engine antwoordt ${status} (${titel}) op ${pad}.`);
  }
}

/** Een model komt als XML, al het andere als JSON. */
export const isXml = (antwoord: Response): boolean => /\bxml\b/.test(antwoord.headers.get('content-type') ?? '');

/** Stuurt één verzoek en geeft de JSON van het antwoord terug, of de tekst als het antwoord XML is. */
export type Rest = (methode: string, pad: string, inhoud?: unknown) => Promise<unknown>;

/** REST naar `/v2`; de paden zijn op 8.6 en 8.9 dezelfde. */
export function maakRest({ restAdres, aanmelding }: EngineAdres, geduldMs = 20_000): Rest {
  const basis = restAdres.replace(/\/$/, '');
  const kop: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json, text/xml' };
  if (aanmelding) kop['authorization'] = `Basic ${Buffer.from(`${aanmelding.gebruiker}:${aanmelding.wachtwoord}`).toString('base64')}`;
  return async (methode, pad, inhoud) => {
    const antwoord = await fetch(basis + pad, {
      method: methode, headers: kop, signal: AbortSignal.timeout(geduldMs),
      ...(inhoud === undefined ? {} : { body: JSON.stringify(inhoud) }),
    });
    const tekst = await antwoord.text();
    if (!antwoord.ok) throw new RestFout(antwoord.status, titelUit(tekst), pad);
    return tekst === '' ? undefined : isXml(antwoord) ? tekst : (JSON.parse(tekst) as unknown);
  };
}

function titelUit(tekst: string): string {
  try {
    return String((JSON.parse(tekst) as { title?: unknown }).title ?? 'onbekend');
  } catch {
    return 'onbekend';
  }
}
