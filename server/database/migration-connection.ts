import { setTimeout as delay } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { StartError } from './start-error.ts';

/** The operations that migrating needs. */
export interface MigrationConnection {
  /**
   * Runs `work` exclusively and in one transaction: nothing else migrates meanwhile, and all of it is kept or, if it fails or the process
   * is killed, none.
   */
  alone<T>(work: (session: MigrationSession) => Promise<T>): Promise<T>;
}

export interface MigrationSession {
  /** The rows of a statement without parameters. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  adapter: SqlMigrationAwareDriverAdapterFactory;
}

/** For an embedded database. It belongs to this process alone already: see the folder lock. */
export function pgliteMigrations(database: PGlite): MigrationConnection {
  return {
    alone: async (work) => {
      await database.exec('BEGIN');
      try {
        const result = await runSession(work, {
          rows: async (sql) => (await database.query<Record<string, unknown>>(sql)).rows,
          factory: new PrismaPGlite(database),
          script: (script) => database.exec(script),
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

// Any number that nothing else locks: "parley" on a telephone's keys.
const LOCK = 727_539;
/**
 * Milliseconds to wait: `alone` for another node that migrates; `table` for a table in use, once, because every statement about it waits
 * behind the migration meanwhile; `pause` before the next try; `tries` for all of them.
 */
const WAITS = { alone: 120_000, table: 3_000, pause: 5_000, tries: 120_000 };

/** For a PostgreSQL server. It opens a separate connection for each try, and closes it. */
export function postgresqlMigrations(
  config: pg.PoolConfig,
  schema: string | undefined,
  waits = WAITS,
): MigrationConnection {
  return {
    alone: async (work) => {
      const until = performance.now() + waits.tries;
      for (;;) {
        try {
          return await tryAlone(config, schema, waits, work);
        } catch (error) {
          if (!(error instanceof TableInUse)) throw error;
          if (performance.now() + waits.pause > until) throw inUseError(error);
        }
        await delay(waits.pause);
      }
    },
  };
}

/** A table was in use, by a backup for one; the transaction is rolled back. */
class TableInUse extends Error {
  override readonly name = 'TableInUse';
}

function inUseError(cause: TableInUse): StartError {
  return new StartError(
    'The database could not be brought up to date; nothing was changed. A backup or another program has been using a table for two ' +
      'minutes. Wait for its end, then start again.',
    { cause },
  );
}

function tryAlone<T>(
  config: pg.PoolConfig,
  schema: string | undefined,
  waits: typeof WAITS,
  work: (session: MigrationSession) => Promise<T>,
): Promise<T> {
  return withOneConnection(config, async (pool) => {
    await pool.query('BEGIN');
    await pool.query(`SET LOCAL lock_timeout = ${waits.alone}`);
    await pool.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await pool.query(`SET LOCAL lock_timeout = ${waits.table}`);
    const result = await runSession(work, {
      rows: async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows,
      factory: new PrismaPg(pool, schema ? { schema } : {}),
      script: (script) => pool.query(script),
    }).catch((error: unknown) => {
      throw Object(error).code === '55P03' ? new TableInUse('A table is in use', { cause: error }) : error;
    });
    await pool.query('COMMIT');
    return result;
  });
}

/**
 * A pool with one fixed connection. A real one would replace the connection after an error, and so continue outside the transaction and
 * without the lock.
 */
async function withOneConnection<T>(config: pg.PoolConfig, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ ...config, max: 1 });
  try {
    const client = await pool.connect();
    client.on('error', () => undefined);
    try {
      pool.query = client.query.bind(client);
      return await work(pool);
    } finally {
      // Closing it ends the transaction, if that was not committed.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

interface SessionParts {
  rows: MigrationSession['rows'];
  factory: SqlMigrationAwareDriverAdapterFactory;
  script: (script: string) => Promise<unknown>;
}

/**
 * Both adapters' own `executeScript` can't be used for migrations. PGlite's doesn't wait for the script, so that an error in it ends the
 * process; PostgreSQL's splits the script at every semicolon, also inside a string.
 */
async function runSession<T>(
  work: (session: MigrationSession) => Promise<T>,
  { rows, factory, script }: SessionParts,
): Promise<T> {
  let failure: unknown;
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    adapter.executeScript = async (text) => {
      try {
        await script(text);
      } catch (error) {
        failure ??= error;
        throw error;
      }
    };
    return adapter;
  };
  const adapter: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => Promise.reject(new Error('migrating needs no shadow database')),
  };
  try {
    return await work({ rows, adapter });
  } catch (error) {
    // The engine then tries to record the failure, which the broken transaction refuses; that is not the actual error.
    throw failure ?? error;
  }
}
