import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from '../../server/compose/create-server.ts';
import { readEnv } from '../../server/env.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { forgetSecret } from './forget-secret.ts';
import { madeOnce } from './made-once.ts';
import { noPages } from './no-pages.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

/** A database of the PostgreSQL server that the test files of one process share. */
export interface FreshDatabase {
  readonly url: string;
  /** Copies it. Close every connection to it first. */
  copy(): Promise<FreshDatabase>;
  drop(): Promise<void>;
}

const SEEDED = 'seeded';

/**
 * A PostgreSQL database as the first start leaves it. Most tests of the server run on one: they take half the processor time they
 * took on the embedded database, which the contracts, the files named `database-*` and the stories in browsers use.
 */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(SEEDED);
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const postgres = await shared();
  here.made += 1;
  const name = `test_${here.made}`;
  const url = await postgres.createDatabase(name, template);
  return { url, copy: () => copyOf(name), drop: () => postgres.dropDatabase(name) };
}

interface Shared {
  server?: Promise<TestPostgres>;
  /** Databases made so far. */
  made: number;
}

/** Kept on `process`, because each test file loads this module again. */
const here: Shared = (process as { parleyPostgres?: Shared }).parleyPostgres ?? { made: 0 };
Object.assign(process, { parleyPostgres: here });

/** Started by the first test of a process that needs it; ended with the process. */
function shared(): Promise<TestPostgres> {
  here.server ??= madeOnce('postgres', makeCluster).then((cluster) =>
    startPostgres({ cluster, fsync: false, maxConnections: 200 }),
  );
  return here.server;
}

async function makeCluster(path: string): Promise<void> {
  const postgres = await startPostgres({ fsync: false });
  const dataDir = await mkdtemp(join(tmpdir(), 'parley-test-'));
  const databaseUrl = await postgres.createDatabase(SEEDED);
  const env = readEnv({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
  });
  const server = await createServer(env, createLogger('silent'), noPages);
  await server.stop();
  await forgetSecret({ databaseUrl, dataDir });
  await rm(dataDir, { recursive: true, force: true });
  await postgres.leave(path);
}
