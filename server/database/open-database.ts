import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { openPGlite, readPGlite } from './open-pglite.ts';
import { openPostgresql, readPostgresql } from './open-postgresql.ts';

/**
 * The one handle on the database. Prisma's calls through it fail with `DatabaseUnavailable` while the way to
 * it is lost.
 */
export interface Database {
  kind: 'pglite' | 'postgresql';
  prisma: PrismaClient;
  /**
   * Runs a statement without Prisma's client, and fails as it does: for the operation log's appends alone, of which Prisma takes
   * two thirds of the processor time.
   */
  rowsOf<Row>(statement: Prisma.Sql): Promise<Row[]>;
  /** Kept when the database answers; broken by `DatabaseUnavailable` when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database and brings it up to date: PostgreSQL at `databaseUrl`, or else the embedded one in
 * `dataDir`. Whatever stands in the way is a `StartError`.
 */
export function openDatabase(options: { databaseUrl?: string; dataDir: string }): Promise<Database> {
  return options.databaseUrl ? openPostgresql(options.databaseUrl) : openPGlite(options.dataDir);
}

/**
 * Opens the same database as it is, for reading: nothing is made, migrated or written. A database that is not there, or that a
 * newer release has brought up to date, is a `StartError`; one of an older release is read as it is.
 */
export function readDatabase(options: { databaseUrl?: string; dataDir: string }): Promise<Database> {
  return options.databaseUrl ? readPostgresql(options.databaseUrl) : readPGlite(options.dataDir);
}
