import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Config } from '../config.ts';

/** Stuurt een vraag aan de draaiende toepassing. @returns niets als zij niet antwoordt */
export type Send = (path: string, body?: string) => Promise<Response | undefined>;

/**
 * De draaiende toepassing, aangesproken met het sleutelbestand: wie dat kan lezen beheert deze opstelling al. De opdrachten vragen
 * het haar en gaan niet zelf naar het register, want de ingebouwde databank heeft één gebruiker.
 * @returns niets als het sleutelbestand er niet is of niet te lezen is
 */
export function connectRunningApp({ dataDir, PORT }: Config): Send | undefined {
  let key: string;
  try {
    key = readFileSync(join(dataDir, 'beheer-sleutel'), 'utf8').trim();
  } catch {
    return undefined;
  }
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return (path, body) => fetch(`http://localhost:${PORT}${path}`, { headers, ...(body === undefined ? {} : { method: 'POST', body }) }).catch(() => undefined);
}

/** Voert een opdracht uit en toont wat zij te zeggen heeft: fouten op stderr, ook die in de instellingen, en dan afsluitcode 1. */
export async function runCommand(command: () => Promise<{ regels: readonly string[]; goed: boolean }>): Promise<void> {
  const { regels, goed } = await command().catch((error: unknown) => {
    if (!(error instanceof ConfigError)) throw error;
    return { regels: [error.message], goed: false };
  });
  for (const regel of regels) (goed ? console.log : console.error)(regel);
  process.exitCode = goed ? 0 : 1;
}
