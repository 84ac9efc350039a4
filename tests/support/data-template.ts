import { cpSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createServer } from '../../server/compose/create-server.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { readEnv } from '../../server/env.ts';
import { createLogger } from '../../server/logging/logger.ts';
import { forgetSecret } from './forget-secret.ts';
import { madeOnce } from './made-once.ts';
import { noPages } from './no-pages.ts';

/**
 * A data folder as the first start leaves it. Making one costs seconds of computing, nearly all of it in PostgreSQL's
 * own first start: one is made in each run of the tests, by the first test that needs it, and copied by the others.
 */
export async function freshDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-'));
  // All at once: file by file from JavaScript it takes five times as long.
  cpSync(await madeOnce('data', makeData), folder, { recursive: true });
  return folder;
}

/** Puts an embedded database with its tables and no rows into a new data folder. */
export async function putEmptyDatabase(folder: string): Promise<void> {
  cpSync(await madeOnce('empty-data', makeEmptyData), folder, { recursive: true });
}

/** An embedded database in memory with nothing in it, as PostgreSQL's own first start leaves it. */
export async function emptyDatabase(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await emptyCluster() });
}

async function emptyCluster(): Promise<Blob> {
  return new Blob([await readFile(await madeOnce('cluster.tar', makeCluster))]);
}

async function makeCluster(path: string): Promise<void> {
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('none');
  await database.close();
  await writeFile(path, Buffer.from(await dump.arrayBuffer()));
}

async function putCluster(folder: string): Promise<void> {
  const dataDir = join(folder, 'pglite-18');
  await mkdir(dataDir, { recursive: true });
  const cluster = await PGlite.create({
    dataDir,
    loadDataDir: await emptyCluster(),
  });
  await cluster.close();
}

async function makeEmptyData(folder: string): Promise<void> {
  await putCluster(folder);
  await (await openDatabase({ dataDir: folder })).close();
}

async function makeData(folder: string): Promise<void> {
  await putCluster(folder);
  const env = readEnv({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const server = await createServer(env, createLogger('silent'), noPages);
  await server.stop();
  // Every installation has a secret of its own.
  await rm(join(folder, 'auth-secret'));
  await forgetSecret({ dataDir: folder });
}
