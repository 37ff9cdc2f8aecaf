import { pino, type DestinationStream } from 'pino';

/** Het deel van pino dat de runtime gebruikt; een test geeft een lijst mee. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Velden die nooit in een logregel mogen, ook niet als iemand ze per ongeluk meegeeft. */
const SECRET = ['variabelen', 'variables', 'invoer', 'uitvoer', 'gegevens', 'velden', 'tekst', 'naam', 'email', 'wachtwoord', 'authorization'];

/**
 * Beschrijft een fout zonder haar boodschap: een databasefout of een parsefout citeert gegevens ("Key (naam)=(…)").
 * De soort, de code en de regels code zijn genoeg om haar te vinden.
 */
export function describeError(error: unknown): { soort: string; code?: string; plaats?: string[]; oorzaak?: string } {
  if (!(error instanceof Error)) return { soort: `geen Error maar ${error === null ? 'null' : typeof error}` };
  const code = (error as { code?: unknown }).code;
  const location = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  return {
    soort: error.constructor.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code).slice(0, 40) } : {}),
    ...(location.length > 0 ? { plaats: location } : {}),
    ...(error.cause instanceof Error ? { oorzaak: error.cause.constructor.name } : {}),
  };
}

/** De logger van de toepassing: JSON op één regel, met een vangnet tegen gegevens van kinderen. */
export function makeLog(options: { level?: string; target?: DestinationStream } = {}): Log {
  const settings = {
    level: options.level ?? 'info',
    base: null,
    redact: { paths: SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[weggelaten]' },
    serializers: { fout: describeError, err: describeError },
  };
  return options.target ? pino(settings, options.target) : pino(settings);
}
