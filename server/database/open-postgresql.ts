import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Prisma } from '../../prisma/client/client.ts';
import { within } from '../timing/within.ts';
import { isConnectionLoss } from './database-unavailable.ts';
import { guarded } from './guarded-adapter.ts';
import { applyMigrations, checkMigrations } from './migrate.ts';
import { postgresqlMigrations } from './migration-connection.ts';
import { NamedStatements } from './named-statements.ts';
import type { Database, Statement } from './open-database.ts';
import { prismaOn } from './prisma-on.ts';
import { sharedStatements } from './shared-statements.ts';
import { StartError } from './start-error.ts';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_S = 5;
/** Milliseconds that a connection without work stays open: opening one takes 17 ms, which an operation would wait for. */
const IDLE_MS = 300_000;
/** Milliseconds of silence after which a connection is probed: some networks forget it after 4 minutes, and systems probe after 2 hours. */
const PROBED_AFTER_MS = 60_000;
/** No statement takes nearly this long; one that does is stuck. The client waits longer, to get the server's own error first. */
const STATEMENT_TIMEOUT_MS = 30_000;
const ANSWER_TIMEOUT_MS = 35_000;
/** A stop as a whole has ten seconds. */
const CLOSE_DEADLINE_MS = 1_500;

/** Opens a database on a PostgreSQL server and migrates it. */
export async function openPostgresql(databaseUrl: string, upTo?: string): Promise<Database> {
  const parts = readUrl(databaseUrl);
  await migrate(parts.config, parts.schema, upTo);
  return serve(parts);
}

/** Opens a database on a PostgreSQL server as it is, for reading. */
export async function readPostgresql(databaseUrl: string): Promise<Database> {
  const parts = readUrl(databaseUrl);
  const options = `${parts.config.options ?? ''} -c default_transaction_read_only=on`.trim();
  const config = { ...parts.config, options };
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkMigrations({ rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows });
  } catch (error) {
    throw startErrorOf(error, config);
  } finally {
    await client.end().catch(() => undefined);
  }
  return serve({ ...parts, config });
}

// Any number that nothing else locks, beside the one of migrations.
const MOVE_LOCK = 727_540;

/** Keeps other commands from moving into a database, until the function it returns is called. A second one is a `StartError`. */
export async function takeMoveLock(databaseUrl: string): Promise<() => Promise<void>> {
  const { config } = readUrl(databaseUrl);
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  const release = () => client.end().catch(() => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(${MOVE_LOCK}) AS taken`,
    );
    if (!rows[0]?.taken)
      throw new StartError('Another command is moving into the database at DATABASE_URL. Wait for its end.');
    return release;
  } catch (error) {
    await release();
    throw startErrorOf(error, config);
  }
}

function serve({ config, schema, poolSize }: UrlParts): Database {
  const pool = new pg.Pool({
    ...config,
    max: poolSize,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
    // Prisma's adapter treats every time it reads as UTC.
    onConnect: async (client) => void (await client.query(`SET TIME ZONE 'UTC'`)),
  });
  // Without a listener the loss of an idle connection would end the process. The pool replaces it automatically.
  pool.on('error', () => undefined);
  let answeredAt = Number.NEGATIVE_INFINITY;
  pool.on('release', (error) => {
    if (!error) answeredAt = performance.now();
  });
  const adapter = new PrismaPg(pool, schema ? { schema } : {});
  const prisma = prismaOn(adapter);
  const named = new NamedStatements();
  const query = (statement: pg.QueryConfig) => pool.query(statement);
  const rowsOf = async ({ text, values }: Statement) => (await guarded(() => query({ text, values }))).rows;
  const shared = sharedStatements(rowsOf);
  return {
    kind: 'postgresql',
    prisma,
    rowsOf: async <Row>(statement: Prisma.Sql, how?: 'shared') =>
      (await (how === 'shared' ? shared.answer(statement) : rowsOf(statement))) as Row[],
    namedRowsOf: async <Row>(statement: Statement) =>
      (await guarded(() => named.run(statement, query))).rows as Row[],
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`;
    },
    answeredAt: () => answeredAt,
    close: async () => {
      // A hanging server releases no connection; the end of the process closes them.
      await within(
        CLOSE_DEADLINE_MS,
        prisma.$disconnect().then(() => pool.end()),
      );
    },
  };
}

async function migrate(config: pg.PoolConfig, schema: string | undefined, upTo?: string): Promise<void> {
  try {
    await applyMigrations(postgresqlMigrations(config, schema), undefined, upTo);
  } catch (error) {
    throw startErrorOf(error, config);
  }
}

function startErrorOf(error: unknown, config: pg.PoolConfig): StartError {
  return error instanceof StartError ? error : new StartError(sentenceFor(error, config), { cause: error });
}

interface UrlParts {
  config: pg.PoolConfig;
  schema: string | undefined;
  poolSize: number;
}

const PRISMA_WORDS = ['schema', 'connection_limit', 'connect_timeout', 'pgbouncer'];

/** Parses an address, including Prisma's parameters that the driver doesn't know. */
function readUrl(databaseUrl: string): UrlParts {
  if (!URL.canParse(databaseUrl) || !/^postgres(ql)?:$/.test(new URL(databaseUrl).protocol)) {
    throw new StartError(
      'DATABASE_URL is not an address like "postgresql://user:password@host:5432/parley".',
    );
  }
  const url = new URL(databaseUrl);
  const schema = url.searchParams.get('schema') ?? undefined;
  const poolSize = positive(url, 'connection_limit') ?? POOL_SIZE;
  const connectTimeout = positive(url, 'connect_timeout') ?? CONNECT_TIMEOUT_S;
  for (const name of PRISMA_WORDS) url.searchParams.delete(name);
  return {
    config: {
      connectionString: url.href,
      application_name: 'parley',
      connectionTimeoutMillis: connectTimeout * 1_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: PROBED_AFTER_MS,
      idleTimeoutMillis: IDLE_MS,
      ...(schema ? { options: `-c search_path=${schema.replace(/[\\ ]/g, '\\$&')}` } : {}),
    },
    schema,
    poolSize,
  };
}

function positive(url: URL, name: string): number | undefined {
  const value = url.searchParams.get(name);
  if (value === null) return undefined;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new StartError(`"${name}" in DATABASE_URL is not a number from 1 to 9999.`);
}

function sentenceFor(error: unknown, config: pg.PoolConfig): string {
  const place = placeOf(config);
  const said = error instanceof Error ? error.message || String(error) : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === '3D000')
    return `There is no such database on the PostgreSQL server (${place}). Make it with "createdb".`;
  if (code === '28P01' || code === '28000')
    return `PostgreSQL (${place}) refused the user or password of DATABASE_URL.`;
  if (code === '55P03')
    return `Another node has been migrating the database (${place}) for two minutes. Look at it, then start again.`;
  if (code === '42501') return `The user of DATABASE_URL may not make tables (${place}): ${said}`;
  if (isConnectionLoss(error))
    return `PostgreSQL (${place}) cannot be reached: ${said || code}. Is it running, and is DATABASE_URL right?`;
  return `The database (${place}) could not be brought up to date; nothing was changed. It said: ${said}`;
}

/** Location of the database, without user and password. */
function placeOf(config: pg.PoolConfig): string {
  const url = new URL(config.connectionString ?? '');
  return `${url.host || 'local socket'}${url.pathname}`;
}
