import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { existingDataFolder, prepareDataFolder } from './data-folder.ts';
import { takeFolderLock } from './folder-lock.ts';
import { guarded, guardedAdapter } from './guarded-adapter.ts';
import { applyMigrations, checkMigrations } from './migrate.ts';
import { pgliteMigrations } from './migration-connection.ts';
import type { Database } from './open-database.ts';
import { StartError } from './start-error.ts';

/** Opens the embedded database in a data folder, creating it on the first start, and migrates it. */
export async function openPGlite(dataDir: string): Promise<Database> {
  const lock = await takeFolderLock(dataDir);
  try {
    const database = await openFolder(await prepareDataFolder(dataDir), (opened) =>
      applyMigrations(pgliteMigrations(opened)),
    );
    return serve(database, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Opens the embedded database of a data folder as it is, for reading. */
export async function readPGlite(dataDir: string): Promise<Database> {
  const folder = await existingDataFolder(dataDir);
  const lock = await takeFolderLock(dataDir);
  try {
    const database = await openFolder(folder, async (opened) => {
      await opened.exec('SET default_transaction_read_only = on');
      await checkMigrations({
        rows: async (sql) => (await opened.query<Record<string, unknown>>(sql)).rows,
      });
    });
    return serve(database, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openFolder(folder: string, prepare: (database: PGlite) => Promise<unknown>): Promise<PGlite> {
  let database: PGlite | undefined;
  try {
    database = await PGlite.create(folder);
    // The adapter treats every time it reads as UTC.
    await database.exec(`SET TIME ZONE 'UTC'`);
    await prepare(database);
    return database;
  } catch (error) {
    await database?.close();
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The embedded database in ${folder} could not be opened. It said: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

function serve(database: PGlite, release: () => Promise<void>): Database {
  const prisma = new PrismaClient({ adapter: guardedAdapter(new PrismaPGlite(database)) });
  return {
    kind: 'pglite',
    prisma,
    rowsOf: async <Row>({ text, values }: Prisma.Sql) =>
      (await guarded(() => database.query<Row>(text, values))).rows,
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`;
    },
    close: async () => {
      await prisma.$disconnect();
      if (!database.closed) await database.close();
      await release();
    },
  };
}
