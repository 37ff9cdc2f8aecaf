import { randomBytes } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';

/** Zo heet het veld in elk formulier; een script stuurt het als kop `x-csrf-token`. */
export const CSRF_FIELD = '_csrf';
/** Elke aanmelding heeft een eigen kenmerk; het staat vanaf het begin in de sessie, zodat die daarna niet meer verandert. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const { csrfSynchronisedProtection, invalidCsrfTokenError } = csrfSync({
  getTokenFromRequest: (request) => (request.body as Record<string, string> | undefined)?.[CSRF_FIELD] ?? request.get('x-csrf-token'),
});

/** Weigert een formulier zonder het kenmerk van deze sessie. */
export const csrf: RequestHandler = csrfSynchronisedProtection;
export const isCsrfError = (fout: unknown): boolean => fout === invalidCsrfTokenError;

/**
 * Komt deze opdracht van een pagina van hier? Een nieuwe browser zegt het zelf (Sec-Fetch-Site); van een oude noemt Origin of
 * Referer de pagina. Wie niets noemt is geen pagina van hier. Zo is ook het aanmelden zelf beschermd, waar nog geen sessie is.
 * @param eigenHost waar mensen beheer openen, als dat is ingesteld: een proxy kan Host veranderen
 */
export function isSameOrigin({ headers }: Request, eigenHost?: string): boolean {
  const vandaan = headers['sec-fetch-site'];
  if (vandaan !== undefined) return vandaan === 'same-origin' || vandaan === 'none';
  const pagina = headers.origin ?? headers.referer;
  if (pagina === undefined || !URL.canParse(pagina)) return false;
  return [headers.host?.toLowerCase(), eigenHost].includes(new URL(pagina).host);
}
