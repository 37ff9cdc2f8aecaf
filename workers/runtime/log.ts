import { pino, type DestinationStream } from 'pino';

/** Het deel van pino dat de runtime gebruikt; een test geeft een lijst mee. */
export interface Log {
  info(velden: Record<string, unknown>, boodschap: string): void;
  warn(velden: Record<string, unknown>, boodschap: string): void;
  error(velden: Record<string, unknown>, boodschap: string): void;
}

/** Velden die nooit in een logregel mogen, ook niet als iemand ze per ongeluk meegeeft. */
const GEHEIM = ['variabelen', 'variables', 'invoer', 'uitvoer', 'gegevens', 'velden', 'tekst', 'naam', 'email', 'wachtwoord', 'authorization'];

/**
 * Beschrijft een fout zonder haar boodschap: een databasefout of een parsefout citeert gegevens ("Key (naam)=(…)").
 * De soort, de code en de regels code zijn genoeg om haar te vinden.
 */
export function beschrijfFout(fout: unknown): { soort: string; code?: string; plaats?: string[]; oorzaak?: string } {
  if (!(fout instanceof Error)) return { soort: `geen Error maar ${fout === null ? 'null' : typeof fout}` };
  const code = (fout as { code?: unknown }).code;
  const plaats = (fout.stack ?? '').split('\n').filter((regel) => /^\s+at /.test(regel)).slice(0, 8).map((regel) => regel.trim());
  return {
    soort: fout.constructor.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code).slice(0, 40) } : {}),
    ...(plaats.length > 0 ? { plaats } : {}),
    ...(fout.cause instanceof Error ? { oorzaak: fout.cause.constructor.name } : {}),
  };
}

/** De logger van de toepassing: JSON op één regel, met een vangnet tegen gegevens van kinderen. */
export function maakLog(opties: { niveau?: string; doel?: DestinationStream } = {}): Log {
  const instellingen = {
    level: opties.niveau ?? 'info',
    base: null,
    redact: { paths: GEHEIM.flatMap((veld) => [veld, `*.${veld}`, `*.*.${veld}`]), censor: '[weggelaten]' },
    serializers: { fout: beschrijfFout, err: beschrijfFout },
  };
  return opties.doel ? pino(instellingen, opties.doel) : pino(instellingen);
}
