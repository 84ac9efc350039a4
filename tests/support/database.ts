import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../server/database/open-database.ts';
import { freshDataFolder } from './data-template.ts';
import { freshDatabase } from './shared-postgres.ts';

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

/** An embedded database in a temporary folder, as after the first start, with the seeded debate in it. */
export async function startEmbeddedDatabase(): Promise<TestDatabase> {
  const dataDir = await freshDataFolder();
  const database = await openDatabase({ dataDir });
  return {
    database,
    stop: async () => {
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A PostgreSQL database with the seeded debate in it, as after the first start. */
export async function startDatabase(): Promise<TestDatabase> {
  const { url, drop } = await freshDatabase();
  const database = await openDatabase({ databaseUrl: url, dataDir: '' });
  return {
    database,
    stop: async () => {
      await database.close();
      await drop();
    },
  };
}
