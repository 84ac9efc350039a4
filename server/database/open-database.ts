import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { openPGlite, readPGlite } from './open-pglite.ts';
import { openPostgresql, readPostgresql } from './open-postgresql.ts';

/** A statement as a driver takes it: `Prisma.Sql` is one, but writes its text at each call. */
export type Statement = Pick<Prisma.Sql, 'text' | 'values'>;

/** The one handle on the database. Prisma's calls through it throw `DatabaseUnavailable` while the connection to it is lost. */
export interface Database {
  kind: 'pglite' | 'postgresql';
  prisma: PrismaClient;
  /**
   * Runs a statement without Prisma's client, with the same errors: only for what every operation, every join and every second asks, of
   * which Prisma takes two thirds of the processor time.
   *
   * `shared`: it runs as one with the others of the same turn, and must only read. Its values arrive as JSON: times as text, and large
   * numbers without their last digits, so cast those to text.
   */
  rowsOf<Row>(statement: Prisma.Sql, how?: 'shared'): Promise<Row[]>;
  /**
   * Runs a statement likewise; PostgreSQL may keep it, with its plan, under a name for the connection. The plan must not depend on how large
   * tables are: it is kept however they grow.
   */
  namedRowsOf<Row>(statement: Statement): Promise<Row[]>;
  /** Resolves if the database answers; rejects with `DatabaseUnavailable` if it doesn't. */
  ping(): Promise<void>;
  /** Time, by `performance.now()`, of the last answer to any statement. `undefined`: there is only one connection, and `ping` waits for it. */
  answeredAt?: () => number;
  /** Copies and holds of the embedded database, which belongs to one process. `undefined`: it is PostgreSQL. */
  embedded?: EmbeddedDatabase;
  close(): Promise<void>;
}

/** The ways in which the process that has the embedded database lets others copy it. */
export interface EmbeddedDatabase {
  /** Copies it into a new data folder, as of the moment of the copy's end, while it is used. Copies are made one after the other. */
  copyTo(dataDir: string): Promise<void>;
  /** Refuses every write as `DatabaseUnavailable` until it is called with `false`; reads go on. */
  refuseWrites(refuse: boolean): Promise<void>;
  /**
   * Writes to its files what is only in its write-ahead log, and shortens that. PostgreSQL does it by itself; the embedded one has no
   * process for it: the log would grow until the server stops, and a start after a crash would read all of it. Waits for copies under way.
   */
  checkpoint(): Promise<void>;
  /**
   * Frees the room of rows that were changed or deleted, for new ones, and counts what tables hold, for PostgreSQL's plans; a table a turn.
   * The embedded database has no process for that either.
   */
  vacuum(): Promise<void>;
}

/**
 * Opens the database and migrates it: PostgreSQL at `databaseUrl`, otherwise the embedded one in `dataDir`. Any problem is a `StartError`.
 * `upTo`: only up to that migration.
 */
export function openDatabase(options: {
  databaseUrl?: string;
  dataDir: string;
  upTo?: string;
}): Promise<Database> {
  const { databaseUrl, dataDir, upTo } = options;
  return databaseUrl ? openPostgresql(databaseUrl, upTo) : openPGlite(dataDir, upTo);
}

/**
 * Opens the same database as it is, for reading: nothing is created, migrated or written. A database that doesn't exist, or that a newer
 * release has migrated, is a `StartError`; one of an older release is read as it is.
 */
export function readDatabase(options: { databaseUrl?: string; dataDir: string }): Promise<Database> {
  return options.databaseUrl ? readPostgresql(options.databaseUrl) : readPGlite(options.dataDir);
}
