import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNotMoved, noteMoved } from '../../database/data-folder.ts';
import { type Database, openDatabase, readDatabase } from '../../database/open-database.ts';
import { takeMoveLock } from '../../database/open-postgresql.ts';
import { NoDatabase, StartError } from '../../database/start-error.ts';
import { checkIsWhole } from '../../database/unfinished-move.ts';
import { readEnv } from '../../env.ts';
import { findRunningOwner, type RunningOwner } from '../../operator/give-orders.ts';
import { databaseName } from './database-name.ts';
import { checkMovableInto, type MoveSource, moveDatabase } from './move-database.ts';
import { checkRestorable, lastMigrationOf, restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const USAGE =
  'Usage: npm run --silent backup -- FILE, npm run --silent restore -- FILE, or npm run --silent move (see docs/operating.md)';

/** How the command ends if its message may have content of the database: a scheduled backup doesn't log it. */
const UNEXPECTED = 2;

/** `backup FILE`, `restore FILE` or `move`, for the configured database. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [action, path, ...more] = positionals;
  if (action === 'move' && path === undefined) return move();
  if ((action !== 'backup' && action !== 'restore') || path === undefined || more.length > 0)
    throw new StartError(USAGE);
  // npm runs scripts in the project's folder, wherever it was called.
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), path);
  return action === 'backup' ? backup(file) : restore(file);
}

async function backup(path: string): Promise<void> {
  if (existsSync(path))
    throw new StartError(`"${path}" already exists. Choose a new file, so that no backup is lost.`);
  const { databaseUrl, dataDir } = readEnv(process.env);
  if (databaseUrl === null) await checkNotMoved(dataDir);
  const owner = databaseUrl === null ? await findRunningOwner(dataDir) : null;
  try {
    const folder = (await owner?.give({ order: 'copy' })) ?? dataDir;
    const database = await readDatabase({ databaseUrl: databaseUrl ?? undefined, dataDir: folder });
    try {
      await checkIsWhole(database);
      report(
        `${await writeBackup(database, path)} rows written to ${path}, from ${databaseName(databaseUrl, dataDir)}`,
      );
    } finally {
      await database.close();
    }
  } finally {
    owner?.close();
  }
}

async function restore(path: string): Promise<void> {
  if (!existsSync(path)) throw new StartError(`File "${path}" not found.`);
  const { databaseUrl, dataDir } = readEnv(process.env);
  const place = { databaseUrl: databaseUrl ?? undefined, dataDir };
  const last = await lastMigrationOf(path);
  await lookFirst(place, async (there) => {
    await checkIsWhole(there);
    await checkRestorable(there, last);
  });
  // A backup of an older release needs its tables; afterwards they are brought up to date with what is in them.
  const database = await openDatabase({ ...place, upTo: last });
  try {
    report(`${await restoreBackup(database, path)} rows restored into ${databaseName(databaseUrl, dataDir)}`);
  } finally {
    await database.close();
  }
  await (await openDatabase(place)).close();
}

/** Checks a database by reading, if there is one, before it is migrated: the address may be wrong. */
async function lookFirst(
  place: Parameters<typeof readDatabase>[0],
  check: (there: Database) => Promise<void>,
): Promise<void> {
  const there = await readDatabase(place).catch((error: unknown) => {
    if (error instanceof NoDatabase) return null;
    throw error;
  });
  if (!there) return;
  try {
    await check(there);
  } finally {
    await there.close();
  }
}

/** Moves the embedded database in `DATA_DIR` to the PostgreSQL one at `DATABASE_URL`. */
async function move(): Promise<void> {
  const { databaseUrl, dataDir } = readEnv(process.env);
  if (databaseUrl === null)
    throw new StartError('Set DATABASE_URL to the empty PostgreSQL database to move to.');
  const { host, pathname } = new URL(databaseUrl);
  const place = `${host}${pathname}`;
  await checkNotMoved(dataDir, place);
  const unlock = await takeMoveLock(databaseUrl);
  const owner = await findRunningOwner(dataDir);
  try {
    await lookFirst({ databaseUrl, dataDir }, checkMovableInto);
    const target = await openDatabase({ databaseUrl, dataDir });
    try {
      const rows = await moveDatabase(sourceOf(dataDir, owner, place), target, report);
      report(
        `${rows} rows moved, each compared. Now ${owner ? 'stop the server, which only shows what there is, and ' : ''}` +
          `start ${owner ? 'it' : 'the server'} with this DATABASE_URL.`,
      );
    } finally {
      await target.close();
    }
  } finally {
    owner?.close();
    await unlock();
  }
}

/**
 * The embedded database of a data folder: copied by the server that runs on it, or opened itself. Without a server, its folder is locked
 * while it is open, and it is retired then.
 */
function sourceOf(dataDir: string, owner: RunningOwner | null, place: string): MoveSource {
  return {
    open: async () => readDatabase({ dataDir: (await owner?.give({ order: 'copy' })) ?? dataDir }),
    hold: async () => void (await owner?.give({ order: 'hold' })),
    retire: async () =>
      void (owner ? await owner.give({ order: 'retire', place }) : await noteMoved(dataDir, place)),
  };
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

main().catch((error: unknown) => {
  const expected =
    error instanceof StartError ||
    (error instanceof TypeError && 'code' in error) ||
    // A full disk, a folder that can't be written.
    (error instanceof Error && 'syscall' in error);
  process.stderr.write(
    `parley: ${expected ? error.message : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = expected ? 1 : UNEXPECTED;
});
