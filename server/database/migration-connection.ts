import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/** What migrating asks of a database. */
export interface MigrationConnection {
  /**
   * Runs `work` alone and in one transaction: nobody else migrates meanwhile, and all of it is kept or,
   * when it fails or the process is killed, none.
   */
  alone<T>(work: (session: MigrationSession) => Promise<T>): Promise<T>;
}

export interface MigrationSession {
  /** Rows of a statement without parameters. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  adapter: SqlMigrationAwareDriverAdapterFactory;
}

/** Of an embedded database. It belongs to this process alone already: see the folder lock. */
export function pgliteMigrations(database: PGlite): MigrationConnection {
  return {
    alone: async (work) => {
      await database.exec('BEGIN');
      try {
        const result = await work({
          rows: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
          adapter: withScripts(new PrismaPGlite(database), async (script) => {
            await database.exec(script);
          }),
        });
        await database.exec('COMMIT');
        return result;
      } catch (error) {
        await database.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

// Any number will do that nothing else locks: "parley" on a telephone's keys.
const LOCK = 727_539;
const LOCK_WAIT_MS = 120_000;

/** Of a PostgreSQL server. `pool` must hold one connection at most, for the transaction and the lock are its own. */
export function postgresqlMigrations(pool: pg.Pool, schema: string | undefined): MigrationConnection {
  return {
    alone: async (work) => {
      await pool.query('BEGIN');
      try {
        await pool.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
        await pool.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
        await pool.query('SET LOCAL lock_timeout = 0');
        const result = await work({
          rows: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
          adapter: withScripts(new PrismaPg(pool, schema ? { schema } : {}), async (script) => {
            await pool.query(script);
          }),
        });
        await pool.query('COMMIT');
        return result;
      } catch (error) {
        // Should this fail too, the connection is gone, and with it the transaction.
        await pool.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    },
  };
}

// Both adapters' own `executeScript` are of no use for migrations. PGlite's does not wait for the script, so that an
// error in it ends the process; PostgreSQL's cuts the script at every semicolon, also inside a string.
function withScripts(
  factory: SqlMigrationAwareDriverAdapterFactory,
  runScript: (script: string) => Promise<void>,
): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    adapter.executeScript = runScript;
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => Promise.reject(new Error('migrating needs no shadow database')),
  };
}
