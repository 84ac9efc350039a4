import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../server/database/open-database.ts';

/** A database of one test file, and the way to be rid of it. */
export interface TestDatabase {
  database: Database;
  stop(): Promise<void>;
}

/** A temporary folder that is removed again by `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'parley-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A fresh embedded database in a temporary folder, all migrations applied. Takes some seconds. */
export async function startEmbeddedDatabase(): Promise<TestDatabase> {
  const folder = await temporaryFolder();
  try {
    const database = await openDatabase({ dataDir: folder.path });
    return {
      database,
      stop: async () => {
        await database.close();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
