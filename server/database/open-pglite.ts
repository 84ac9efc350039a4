import { readdir, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Prisma } from '../../prisma/client/client.ts';
import { nextTurn } from '../timing/next-turn.ts';
import { copyFolder } from './copy-folder.ts';
import { checkNotMoved, existingDataFolder, folderForCopy, prepareDataFolder } from './data-folder.ts';
import { panicIn } from './database-unavailable.ts';
import { takeFolderLock } from './folder-lock.ts';
import { guarded } from './guarded-adapter.ts';
import { applyMigrations, checkMigrations } from './migrate.ts';
import { pgliteMigrations } from './migration-connection.ts';
import type { Database, EmbeddedDatabase, Statement } from './open-database.ts';
import { prismaOn } from './prisma-on.ts';
import { roomForCopy } from './room-for-copy.ts';
import { sharedStatements } from './shared-statements.ts';
import { StartError } from './start-error.ts';

/** How PostgreSQL starts: with its usual 128 MB for pages, a server at rest would take 100 MB more. */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** Opens the embedded database in a data folder, creating it on the first start, and migrates it. */
export async function openPGlite(dataDir: string, upTo?: string): Promise<Database> {
  const lock = await takeFolderLock(dataDir);
  try {
    await checkNotMoved(dataDir);
    const folder = await prepareDataFolder(dataDir);
    const database = await openFolder(folder, (opened) =>
      applyMigrations(pgliteMigrations(opened), undefined, upTo),
    );
    return serve(database, folder, () => lock.release());
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
    return serve(database, folder, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openFolder(folder: string, prepare: (database: PGlite) => Promise<unknown>): Promise<PGlite> {
  let database: PGlite | undefined;
  try {
    database = await PGlite.create(folder, { startParams: START });
    // The adapter treats every time it reads as UTC.
    await database.exec(`SET TIME ZONE 'UTC'`);
    // Fewer rows to read when a table is analysed: with the usual 100 the thread would be held for 140 ms where there are 50,000.
    await database.exec('SET default_statistics_target = 10');
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

function serve(database: PGlite, folder: string, release: () => Promise<void>): Database {
  const prisma = prismaOn(new PrismaPGlite(database), guardedFromPanic);
  const rowsOf = async ({ text, values }: Statement) =>
    (await guardedFromPanic(() => database.query(text, values))).rows;
  const shared = sharedStatements(rowsOf);
  return {
    kind: 'pglite',
    prisma,
    rowsOf: async <Row>(statement: Prisma.Sql, how?: 'shared') =>
      (await (how === 'shared' ? shared.answer(statement) : rowsOf(statement))) as Row[],
    namedRowsOf: async <Row>(statement: Statement) => (await rowsOf(statement)) as Row[],
    ping: async () => {
      await prisma.$queryRaw`SELECT 1`;
    },
    embedded: embeddedOf(database, folder),
    close: async () => {
      await prisma.$disconnect();
      if (!database.closed) await database.close();
      await release();
    },
  };
}

/**
 * PostgreSQL panics where it cannot write its log, on a full disk for one. As a server it ends then; inside this process the next
 * statement would run for ever, and nothing else would. So the process ends: what was acknowledged is on the disk.
 */
function guardedFromPanic<T>(run: () => Promise<T>): Promise<T> {
  return guarded(async () => {
    try {
      return await run();
    } catch (error) {
      const panic = panicIn(error);
      if (panic === null) throw error;
      process.stderr.write(`The embedded database had to stop, and Parley with it. It said: ${panic}\n`);
      return process.exit(1);
    }
  });
}

function embeddedOf(database: PGlite, folder: string): EmbeddedDatabase {
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work, work);
    return last;
  };
  return {
    copyTo: (dataDir) => inTurn(() => copyWhileUsed(database, folder, folderForCopy(dataDir))),
    refuseWrites: async (refuse) => {
      await database.exec(`SET default_transaction_read_only = ${refuse ? 'on' : 'off'}`);
    },
    vacuum: () => vacuum(database),
    // A copy under way needs the write-ahead log from its beginning.
    checkpoint: () => inTurn(async () => void (await guardedFromPanic(() => database.exec('CHECKPOINT')))),
  };
}

async function vacuum(database: PGlite): Promise<void> {
  const run = (statement: string) => guardedFromPanic(() => database.exec(statement));
  const { rows } = await guardedFromPanic(() =>
    database.query<{ relname: string }>('SELECT relname FROM pg_stat_user_tables'),
  );
  for (const { relname } of rows) {
    if (database.closed) return;
    // The files keep their size: cutting one off would hold the thread longer.
    await run(`VACUUM (TRUNCATE false) "${relname}"`);
    await nextTurn('files');
    await run(`ANALYZE "${relname}"`);
    await nextTurn('files');
  }
}

const WRITE_AHEAD_LOG = 'pg_wal';

/** Refuses a copy, which stands on the same disk, that would fill it. */
async function checkRoom(folder: string): Promise<void> {
  const [size, { bavail, bsize }] = await Promise.all([sizeOf(folder), statfs(folder)]);
  const free = bavail * bsize;
  const needed = roomForCopy(size);
  if (free < needed)
    throw new Error(
      `There is not enough room for a copy of the database: it needs ${megabytes(needed)}, and ${megabytes(free)} are free`,
    );
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = entries.map(async (entry) =>
    entry.isFile() ? (await stat(join(entry.parentPath, entry.name)).catch(() => ({ size: 0 }))).size : 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000_000)} MB`;
}

/**
 * PostgreSQL's own way to copy a database in use: its files are copied one after the other while they change, then its write-ahead log,
 * from which the copy repairs itself when it is opened.
 */
async function copyWhileUsed(database: PGlite, folder: string, to: string): Promise<void> {
  await checkRoom(folder);
  await guardedFromPanic(() => database.query(`SELECT pg_backup_start('parley', true)`));
  const copied = copyFolder(folder, to, [WRITE_AHEAD_LOG, 'postmaster.pid']);
  await copied.catch(() => undefined);
  const { rows } = await guardedFromPanic(() =>
    database.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)'),
  );
  await copied;
  await copyFolder(join(folder, WRITE_AHEAD_LOG), join(to, WRITE_AHEAD_LOG));
  await writeFile(join(to, 'backup_label'), rows[0]?.labelfile ?? '');
}
