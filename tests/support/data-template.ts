import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
  await cp(await template(), folder, { recursive: true });
  return folder;
}

async function template(): Promise<string> {
  const shared = process.env.PARLEY_TESTS_SHARED;
  if (shared === undefined) throw new Error('The global setup of the tests has not run');
  const ready = join(shared, 'data');
  const making = join(shared, 'data-in-the-making');
  const isOurs = !existsSync(ready) && (await isMade(making));
  if (isOurs) {
    await makeTemplate(making);
    await rename(making, ready);
  }
  // Asked again and again: another process makes it, and tells by the name alone.
  while (!existsSync(ready)) await pause(20);
  return ready;
}

/** Whether it is this process that makes a folder; the name stays taken when it moves on. */
async function isMade(folder: string): Promise<boolean> {
  return mkdir(`${folder}.taken`).then(
    () => mkdir(folder).then(() => true),
    () => false,
  );
}

async function makeTemplate(folder: string): Promise<void> {
  const env = readEnv({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' });
  const server = await createServer(env, createLogger('silent'), noPages);
  await server.stop();
  // Every installation has a secret of its own.
  await rm(join(folder, 'auth-secret'));
}
