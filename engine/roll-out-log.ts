import { appendFile, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Wie wanneer wat uitrolde, één regel JSON per uitrol; staat naast de mappen met de bestanden zelf. */
const LOG = 'uitrollen.jsonl';
/** Zoveel uitrollen zijn terug te zetten; het log gaat verder terug. */
const KEPT = 50;

const line = z.object({
  nummer: z.number().int().positive(), op: z.string(), wie: z.string(), hoe: z.string(), wat: z.array(z.string()),
  terugNaar: z.number().int().positive().optional(),
});

/** Eén uitrol zoals het log haar onthoudt. */
export interface LoggedRollOut {
  /** Volgnummer; ook de naam van haar map. */
  readonly nummer: number;
  /** ISO-moment. */
  readonly op: string;
  /** De gebruiker van de computer waarop werd uitgerold. */
  readonly wie: string;
  /** Waarmee: `npm start` of `npm run uitrollen`. */
  readonly hoe: string;
  /** Wat er veranderde, in gewone woorden. */
  readonly wat: readonly string[];
  /** Was dit teruggaan, dan naar welke uitrol. */
  readonly terugNaar?: number | undefined;
}

/** De map van een uitrol. */
export const mapOf = (nummer: number): string => String(nummer).padStart(5, '0');

/** Nummers van de uitrollen waarvan de bestanden er nog zijn, oplopend. */
export async function keptNumbers(dir: string): Promise<number[]> {
  return (await readdir(dir).catch(() => [])).filter((name) => /^\d+$/.test(name)).map(Number).sort((a, b) => a - b);
}

/** Schrijft een uitrol bij, en ruimt de bestanden van heel oude op. */
export async function logRollOut(dir: string, entry: LoggedRollOut): Promise<void> {
  await mkdir(dir, { recursive: true });
  // Ook na een regel die half geschreven is (de stroom viel uit) begint deze op een nieuwe regel.
  await appendFile(join(dir, LOG), `\n${JSON.stringify(entry)}\n`);
  for (const old of (await keptNumbers(dir)).filter((nummer) => nummer < entry.nummer).slice(0, -(KEPT - 1))) await rm(join(dir, mapOf(old)), { recursive: true, force: true });
}

/**
 * De uitrollen die terug te zetten zijn, de oudste eerst. Van een uitrol van vóór dit log is alleen bekend wanneer zij was.
 */
export async function readRollOuts(dir: string): Promise<LoggedRollOut[]> {
  const text = await readFile(join(dir, LOG), 'utf8').catch(() => '');
  const logged = new Map(text.split('\n').flatMap((regel) => parse(regel)).map((entry) => [entry.nummer, entry]));
  return Promise.all((await keptNumbers(dir)).map(async (nummer) => logged.get(nummer) ?? {
    nummer, op: (await stat(join(dir, mapOf(nummer)))).mtime.toISOString(), wie: 'onbekend', hoe: 'onbekend', wat: ['niet bewaard'],
  }));
}

function parse(text: string): LoggedRollOut[] {
  try {
    return [line.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
