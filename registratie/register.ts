import { PGlite } from '@electric-sql/pglite';
import { CamelCasePlugin, Kysely, PostgresDialect, type Dialect, type Transaction } from 'kysely';
import { PGliteDialect } from 'kysely-pglite-dialect';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** Het register: waar de kinderen, hun casussen en het logboek staan (design §4). */
export interface Register {
  readonly db: Kysely<Schema>;
  readonly soort: 'pglite' | 'postgresql';
  /** Sluit de verbinding; wat in een map staat blijft bewaard. */
  sluit(): Promise<void>;
}

/** Een lopende transactie, of het register zelf als er geen transactie nodig is. */
export type Verbinding = Kysely<Schema> | Transaction<Schema>;

export interface RegisterOpties {
  /** postgres://… ; dan draait het register op een PostgreSQL-server. */
  databaseUrl?: string | undefined;
  /** Map voor de ingebouwde databank; zonder map leeft ze in het geheugen. */
  map?: string | undefined;
  /** Grootste aantal verbindingen naar PostgreSQL (standaard 10). */
  verbindingen?: number | undefined;
}

/** PostgreSQL-typen die beide databanken anders zouden teruggeven: bigint (20), date (1082) en numeric (1700). */
const lezers: Record<number, (tekst: string) => unknown> = {
  20: Number,
  1082: (tekst) => tekst,
  1700: Number,
};

function postgres(opties: RegisterOpties): { dialect: Dialect } {
  const pool = new pg.Pool({
    connectionString: opties.databaseUrl,
    max: opties.verbindingen ?? 10,
    application_name: 'routeboek',
    types: {
      // Per verbinding en niet met pg.types.setTypeParser: dat zou voor het hele programma gelden.
      getTypeParser: ((oid: number, vorm?: 'text' | 'binary') =>
        lezers[oid] ?? pg.types.getTypeParser(oid as never, vorm as never)) as typeof pg.types.getTypeParser,
    },
  });
  // Een verbinding die in rust wegvalt (server herstart) mag het programma niet stoppen; de volgende vraag maakt een nieuwe.
  pool.on('error', () => undefined);
  return { dialect: new PostgresDialect({ pool }) };
}

function pglite(opties: RegisterOpties): { dialect: Dialect } {
  if (opties.map) mkdirSync(opties.map, { recursive: true });
  const databank = new PGlite({ ...(opties.map ? { dataDir: opties.map } : {}), parsers: lezers });
  return { dialect: new PGliteDialect(databank) };
}

/**
 * Opent het register: een PostgreSQL-server als er een `databaseUrl` is, anders de ingebouwde PGlite.
 * PGlite heeft één verbinding: gebruik binnen een transactie altijd die transactie en nooit `register.db`,
 * anders wacht de vraag eeuwig op de transactie waar ze zelf in zit.
 */
export function openRegister(opties: RegisterOpties = {}): Register {
  const soort = opties.databaseUrl ? 'postgresql' : 'pglite';
  const { dialect } = soort === 'postgresql' ? postgres(opties) : pglite(opties);
  const db = new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  return { db, soort, sluit: () => db.destroy() };
}
