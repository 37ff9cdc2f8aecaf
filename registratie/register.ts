import { CamelCasePlugin, Kysely, PostgresDialect, type Dialect, type Transaction } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import pg from 'pg';
import { parsers } from './parsers.ts';
import { openPglite, type PgliteOptions } from './pglite.ts';
import type { Schema } from './schema.ts';

/** Het register: waar de kinderen, hun casussen en het logboek staan (design §4). */
export interface Register {
  readonly db: Kysely<Schema>;
  readonly kind: 'pglite' | 'postgresql';
  /** Doet `work` in één transactie: alles of niets. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Sluit de verbinding; wat in een map staat blijft bewaard. */
  close(): Promise<void>;
}

/** Een lopende transactie. Wie buiten registratie/ werkt geeft haar alleen door; de vragen staan hier. */
export type Tx = Transaction<Schema>;

/** Een lopende transactie, of het register zelf als er geen transactie nodig is. */
export type Connection = Kysely<Schema> | Tx;

export interface RegisterOptions extends PgliteOptions {
  /** postgres://… ; dan draait het register op een PostgreSQL-server. */
  databaseUrl?: string | undefined;
  /** Grootste aantal verbindingen naar PostgreSQL (standaard 10). */
  connections?: number | undefined;
}

function postgres(options: RegisterOptions): { dialect: Dialect } {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: options.connections ?? 10,
    application_name: 'routeboek',
    types: {
      // Per verbinding en niet met pg.types.setTypeParser: dat zou voor het hele programma gelden.
      getTypeParser: ((oid: number, vorm?: 'text' | 'binary') =>
        parsers[oid] ?? pg.types.getTypeParser(oid as never, vorm as never)) as typeof pg.types.getTypeParser,
    },
  });
  // Een verbinding die in rust wegvalt (server herstart) mag het programma niet stoppen; de volgende vraag maakt een nieuwe.
  pool.on('error', () => undefined);
  return { dialect: new PostgresDialect({ pool }) };
}

/**
 * Opent het register: een PostgreSQL-server als er een `databaseUrl` is, anders de ingebouwde PGlite.
 * PGlite heeft één verbinding: gebruik binnen een transactie altijd die transactie en nooit `register.db`,
 * anders wacht de vraag eeuwig op de transactie waar ze zelf in zit.
 */
export function openRegister(options: RegisterOptions = {}): Register {
  const kind = options.databaseUrl ? 'postgresql' : 'pglite';
  const { dialect } = kind === 'postgresql' ? postgres(options) : { dialect: new PGliteDialect(openPglite(options)) };
  const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  return { db, kind, transaction: (work) => db.transaction().execute(work), close: () => db.destroy() };
}
