import { cpSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { createServer } from '../../server/create-server.ts';
import { readEnv } from '../../server/env.ts';
import { createLogger } from '../../server/logger.ts';
import { noPages } from './no-pages.ts';

/**
 * A data folder as the first start leaves it. Making one costs seconds of computing, nearly all of it in PostgreSQL's
 * own first start: one is made in each run of the tests, by whoever needs it first, and copied by everyone.
 */
export async function freshDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-test-'));
  // All at once: file by file from JavaScript it takes five times as long.
  cpSync(await madeOnce('data', makeData), folder, { recursive: true });
  return folder;
}

/** An embedded database in memory with nothing in it, as PostgreSQL's own first start leaves it. */
export async function emptyDatabase(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await emptyCluster() });
}

async function emptyCluster(): Promise<Blob> {
  return new Blob([await readFile(await madeOnce('cluster.tar', makeCluster))]);
}

/** The path of what `make` makes, once in a run of the tests, whatever process needs it first. */
async function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const shared = process.env.PARLEY_TESTS_SHARED;
  if (shared === undefined) throw new Error('The global setup of the tests has not run');
  const ready = join(shared, name);
  const making = join(shared, `in-the-making-${name}`);
  const failed = `${making}.failed`;
  if (!existsSync(ready) && (await isOurs(making))) {
    try {
      await make(making);
      await rename(making, ready);
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  }
  // Asked again and again: another process makes it, and tells by the name alone.
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(`Another process could not make "${name}"; see its error`);
    await pause(20);
  }
  return ready;
}

/** Whether it is this process that makes something; the name stays taken when it moves on. */
async function isOurs(path: string): Promise<boolean> {
  return mkdir(`${path}.taken`).then(
    () => true,
    () => false,
  );
}

async function makeCluster(path: string): Promise<void> {
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('none');
  await database.close();
  await writeFile(path, Buffer.from(await dump.arrayBuffer()));
}

async function makeData(folder: string): Promise<void> {
  const dataDir = join(folder, 'pglite-18');
  await mkdir(dataDir, { recursive: true });
  const cluster = await PGlite.create({
    dataDir,
    loadDataDir: await emptyCluster(),
  });
  await cluster.close();
  const env = readEnv({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const server = await createServer(env, createLogger('silent'), noPages);
  await server.stop();
  // Every installation has a secret of its own.
  await rm(join(folder, 'auth-secret'));
}
