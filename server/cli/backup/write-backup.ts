import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database } from '../../database/open-database.ts';
import { BACKUP_VERSION, type BackupHead, markLine } from './backup-file.ts';
import { backupTables, migrationsOf, type Transaction } from './backup-tables.ts';

/** Rows read at once: some megabytes of the longest ones. */
const ROWS = 200;
/** Maximum milliseconds of a backup: a day. */
const LONGEST = 24 * 60 * 60 * 1_000;

/**
 * Writes everything in a database to a file, as of one moment, whatever is written meanwhile; returns the number of rows. The file gets its
 * name only once it is complete, and only its owner may read it.
 */
export async function writeBackup(database: Database, path: string): Promise<number> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    const counted = { rows: 0 };
    await database.prisma.$transaction(
      async (transaction) => {
        await pipeline(
          Readable.from(linesOf(transaction, counted)),
          createGzip(),
          file.createWriteStream({ flush: true }),
        );
      },
      { isolationLevel: 'RepeatableRead', timeout: LONGEST, maxWait: LONGEST },
    );
    await rename(unfinished, path);
    return counted.rows;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* linesOf(transaction: Transaction, counted: { rows: number }): AsyncGenerator<string> {
  const head: BackupHead = {
    parleyBackup: BACKUP_VERSION,
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(transaction),
  };
  yield `${JSON.stringify(head)}\n`;
  for (const table of await backupTables(transaction)) {
    yield markLine({ table });
    // The database's own text of a row: a JSON column stays as it was written, NUL escapes included.
    await transaction.$executeRawUnsafe(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT t::text AS row FROM "${table}" t`,
    );
    for (;;) {
      const rows = await transaction.$queryRawUnsafe<{ row: string }[]>(`FETCH ${ROWS} FROM backup`);
      if (rows.length === 0) break;
      counted.rows += rows.length;
      yield rows.map(({ row }) => `${JSON.stringify(row)}\n`).join('');
    }
    await transaction.$executeRawUnsafe('CLOSE backup');
  }
  yield markLine({ rows: counted.rows });
}
